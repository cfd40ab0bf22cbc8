//! What an entry says about the talk itself: why it is not paid, whether that is true, and what the effort took.

use crate::syntax::entry::{Entry, Value};
use crate::value::calendar::Duration;
use crate::value::money::Money;
use crate::value::share::Share;

/// What few entries tell beside whom they are about.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Told {
    /// `reason:`, why it is not paid.
    pub reason: Option<Reason>,
    /// `verified:`, whether the story checked out.
    pub verified: Option<bool>,
    /// `satisfied:`, whether the customer is content with the work.
    pub satisfied: Option<bool>,
    /// `direction: in`: the customer began.
    pub inbound: Option<bool>,
    /// `spent:`, in minutes.
    pub minutes: u32,
    /// `cost:`, what it cost beside time.
    pub cost: Option<Money>,
    /// `commission:` of a handover.
    pub commission: Option<Commission>,
}

/// Why a customer has not paid (SPEC.md section 3.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It was forgotten.
    Forgot,
    /// Their administration went wrong: lost, unapproved, a wrong account.
    Admin,
    /// There is no money.
    Cashflow,
    /// The work did not please.
    Dissatisfied,
    /// The claim is disputed.
    Dispute,
    /// No reason was given.
    None,
}

/// What somebody who collects keeps of what comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commission {
    /// A share of it.
    Share(Share),
    /// An amount.
    Amount(Money),
}

/// What the details of an entry tell; `None` for the many that tell nothing.
pub fn read(entry: &Entry) -> Option<Box<Told>> {
    let mut told = Told::default();
    for detail in &entry.details {
        let Some(argument) = entry.arguments_of(detail).first() else {
            continue;
        };
        match (detail.key.word(), argument.value) {
            ("reason", Value::Word(word)) => told.reason = reason(word),
            ("verified", Value::Word(word)) => told.verified = Some(word == "yes"),
            ("satisfied", Value::Word(word)) => told.satisfied = Some(word == "yes"),
            ("direction", Value::Word(word)) => told.inbound = Some(word == "in"),
            ("spent", Value::Duration(Duration::Minutes(minutes))) => told.minutes = minutes,
            ("cost", Value::Amount(amount)) => {
                told.cost = Some(Money::new(amount.minor.into(), amount.currency));
            }
            ("commission", Value::Share(share)) => told.commission = Some(Commission::Share(share)),
            ("commission", Value::Amount(amount)) => {
                let kept = Money::new(amount.minor.into(), amount.currency);
                told.commission = Some(Commission::Amount(kept));
            }
            _ => {}
        }
    }
    (told != Told::default()).then(|| Box::new(told))
}

fn reason(word: &str) -> Option<Reason> {
    Some(match word {
        "forgot" => Reason::Forgot,
        "admin" => Reason::Admin,
        "cashflow" => Reason::Cashflow,
        "dissatisfied" => Reason::Dissatisfied,
        "dispute" => Reason::Dispute,
        "none" => Reason::None,
        _ => return None,
    })
}
