//! How much a customer may owe: his credit limit, and the lower one of a first period on trial.

use crate::syntax::entry::{Argument, Entry};
use crate::value::calendar::Duration;
use crate::value::money::Money;

/// How much a customer may owe. Few customers have such limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// `credit-limit:`, the most he may owe.
    pub credit: Option<Money>,
    /// `trial:`, a first period with a lower limit.
    pub trial: Option<Trial>,
}

/// A first period in which a customer may owe less (SPEC.md section 5.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// From his first invoice.
    pub period: Duration,
    /// The most he may owe until he has passed.
    pub limit: Money,
}

/// The limits that a `customer` writes; `None` for the many that write none.
pub fn read(entry: &Entry) -> Option<Box<Limits>> {
    let amount = |argument: &Argument| {
        let amount = argument.value.amount()?;
        Some(Money::new(amount.minor.into(), amount.currency))
    };
    let credit = entry.detail_value("credit-limit").and_then(amount);
    let trial = entry.details("trial").next().and_then(|detail| {
        let arguments = entry.arguments_of(detail);
        Some(Trial {
            period: arguments.iter().find_map(|it| it.value.duration())?,
            limit: arguments.iter().find_map(amount)?,
        })
    });
    (credit.is_some() || trial.is_some()).then(|| Box::new(Limits { credit, trial }))
}
