//! What remedies are weighed by: what is open, what was spent, which law holds, and what stands in the way.

use super::effort::Effort;
use crate::policy::jurisdiction::law::Law;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The facts that remedies are assessed from.
#[derive(Clone, Copy, Debug)]
pub struct RemedyInput<'a> {
    /// The open principal and charges, in minor units.
    pub open: Minor,
    /// What is claimed on the day, interest and costs included: by it courts are competent, and ask their fee.
    pub claimed: Minor,
    /// In which currency.
    pub currency: Currency,
    /// The effort spent so far.
    pub effort: &'a Effort,
    /// The law of the customer; `None` where the program does not know it.
    pub law: Option<&'static Law>,
    /// The day of the assessment.
    pub as_of: NaiveDate,
    /// What excludes remedies.
    pub obstacles: Obstacles,
}

/// What excludes remedies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// The customer is insolvent.
    pub insolvent: bool,
    /// The customer has `no: agency`.
    pub no_agency: bool,
    /// Steps of the ladder before the handover are not done.
    pub steps_left: bool,
}
