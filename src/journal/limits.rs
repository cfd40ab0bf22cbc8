//! How much a customer may owe: the credit limit, and the lower one of a first period on trial.

use crate::syntax::directive::customer::CustomerDeclaration;
use crate::value::calendar::Duration;
use crate::value::money::Money;

/// How much a customer may owe. Few customers have such limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// `credit-limit:`, the most that the customer may owe.
    pub credit: Option<Money>,
    /// `trial:`, a first period with a lower limit.
    pub trial: Option<Trial>,
}

/// A first period in which a customer may owe less (SPEC.md section 5.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The period, which begins with the customer's first invoice.
    pub period: Duration,
    /// The most that the customer may owe until that period is over.
    pub limit: Money,
}

impl Limits {
    /// The limits that a customer has; `None` for the many that have none.
    pub fn from_declaration(customer: &CustomerDeclaration<'_>) -> Option<Box<Self>> {
        let limits = Self {
            credit: customer.credit_limit.map(Money::from),
            trial: customer.trial.map(|(period, limit)| Trial {
                period,
                limit: Money::from(limit),
            }),
        };
        (limits.credit.is_some() || limits.trial.is_some()).then(|| Box::new(limits))
    }
}
