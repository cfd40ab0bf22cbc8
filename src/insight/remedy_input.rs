//! What remedies are weighed by: what is open, what was spent, which law holds, and what stands in the way.

use super::effort::Effort;
use crate::policy::jurisdiction::law::Law;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// What is weighed.
#[derive(Clone, Copy, Debug)]
pub struct RemedyInput<'a> {
    /// Principal and charges that are open.
    pub open: Minor,
    /// In which currency.
    pub currency: Currency,
    /// What was spent so far.
    pub effort: &'a Effort,
    /// The law of the customer, where it is known.
    pub law: Option<&'static Law>,
    /// On which day.
    pub as_of: NaiveDate,
    /// What keeps a remedy from being chosen.
    pub obstacles: Obstacles,
}

/// What keeps remedies from being chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// The customer is insolvent.
    pub insolvent: bool,
    /// `no: agency`
    pub no_agency: bool,
    /// Steps of the ladder before the hand-over are not done.
    pub steps_left: bool,
}
