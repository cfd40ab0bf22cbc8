//! What an event says beside its day, its customer and its first invoice: one payload for each kind.

use super::contact_result::ContactResult;
use crate::value::channel::Channel;
use crate::value::money::Money;
use crate::value::share::Share;
use crate::value::vocabulary::{DisputeOutcome, HandoverRecipient};
use chrono::NaiveDate;

/// What an event says, by its keyword. Payloads of more than a word or a day are boxed: most of a journal's millions of
/// events are letters and plain contacts.
#[derive(Debug)]
pub enum EventDetails {
    /// `phone`, `email`, `letter`, `visit`, `chat`: a contact outside the stages, and whether anybody was reached.
    Contact(Channel, ContactResult),
    /// `note`: something to remember.
    Note,
    /// `agreed`: the customer accepted a policy.
    Agreed(Box<AgreedTerms>),
    /// `delivered`: work was done or goods went out, and an invoice is to follow.
    Delivered {
        /// What will be invoiced; `None` where the entry does not say.
        amount: Option<Box<Money>>,
    },
    /// `dispute`: the customer contests an invoice, or a part of it.
    Dispute(Box<InvoiceDispute>),
    /// `resolve`: a dispute ended.
    Resolve {
        /// How it ended.
        outcome: DisputeOutcome,
        /// What was conceded to the customer, above zero; `None` where the entry does not say so.
        conceded: Option<Box<Money>>,
    },
    /// `hold`: no letters for a while.
    Hold {
        /// The last day of it; `None` where it lasts until a `release`.
        until: Option<NaiveDate>,
    },
    /// `release`: a hold or a plan ends.
    Release,
    /// `promise`: the customer promised to pay.
    Promise(Box<PromiseToPay>),
    /// `plan`: payment in instalments was agreed.
    Plan(Box<PaymentPlan>),
    /// `settle`: less is accepted as full, if it comes in time. It moves money as well, as an entry of its own.
    Settle(Box<Settlement>),
    /// `milestone`: a part of the work is done.
    Milestone(Box<Milestone>),
    /// `insolvent`: the customer is insolvent.
    Insolvent,
    /// `sent`: a letter of a stage went out.
    Sent(Box<SentLetter>),
    /// `skip`: a stage is left out, for a reason.
    Skip(Box<SkippedStage>),
    /// `handover`: given to an agency, a lawyer or a court.
    Handover(Box<Handover>),
    /// `return`: taken back from them.
    Return,
}

/// Which policy a customer accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedTerms {
    /// Its name; `None` where the entry names none, which means the one that holds.
    pub policy: Option<Box<str>>,
}

/// A part of the work that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its name, as in the `due:` lines that wait for it.
    pub name: Box<str>,
}

/// What a customer contests of an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceDispute {
    /// How much of it, above zero; `None`: all of it.
    pub amount: Option<Money>,
}

/// What a customer promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseToPay {
    /// How much, above zero; `None` where no amount is named.
    pub amount: Option<Money>,
    /// The last day on which it is kept; `None` where no day is named.
    pub deadline: Option<NaiveDate>,
}

/// Payment in instalments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentPlan {
    /// Its instalments, in the order written; empty where none could be read.
    pub instalments: Box<[PlanInstalment]>,
    /// `signed:`, whether the customer signed; `None` where nobody says so.
    pub signed: Option<bool>,
    /// `accelerate: yes`: a missed instalment makes the rest due at once.
    pub accelerate: bool,
}

/// One instalment of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanInstalment {
    /// How much, above zero.
    pub amount: Money,
    /// The last day to pay it, before any grace.
    pub due: NaiveDate,
}

/// Less that is accepted as full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// How much is enough, above zero.
    pub amount: Money,
    /// The last day on which it may come in.
    pub by: NaiveDate,
}

/// A letter of a stage that went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentLetter {
    /// The name of the stage.
    pub stage: Box<str>,
    /// How it went, in the order written; empty where the entry does not say so.
    pub channels: Box<[Channel]>,
    /// `received:`, when the customer had it; `None` where that is not known.
    pub received: Option<NaiveDate>,
    /// `deadline:`, the last day to pay that it names; `None` where it names none.
    pub deadline: Option<NaiveDate>,
    /// `costs:`, the collection costs that it announces; `None` where it announces none.
    pub announced_costs: Option<Money>,
    /// `bounced: yes`: it came back, so that the stage is not done.
    pub bounced: bool,
}

impl SentLetter {
    /// Whether it went out in writing: by mail, post or chat, or by a channel that nobody wrote down. What was only said,
    /// in a call or on a visit, is no letter to the law, and leaves no paper (SPEC.md 6.13).
    pub fn is_in_writing(&self) -> bool {
        let mut channels = self.channels.iter();
        self.channels.is_empty()
            || channels.any(|channel| !matches!(channel, Channel::Phone | Channel::Visit))
    }
}

/// A stage that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkippedStage {
    /// Its name.
    pub stage: Box<str>,
}

/// To whom invoices were handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Who collects from now on.
    pub to: HandoverRecipient,
    /// `commission:`, what they keep of what comes in; `None` where nothing was agreed.
    pub commission: Option<Commission>,
}

/// What somebody who collects keeps of what comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commission {
    /// A share of it.
    Share(Share),
    /// An amount, whatever comes in.
    Amount(Money),
}
