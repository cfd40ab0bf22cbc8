//! An instalment of an invoice whose VAT may be asked back: what is open of it, and since when that counts as not paid.

use super::vat_facts::ReclaimCause;
use crate::journal::model::MovementIx;
use crate::policy::vat_relief::VatAmount;
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The day on which what is open of an instalment counts as not paid, why, and the last-written line that says so.
pub type ReclaimDay = (NaiveDate, ReclaimCause, Origin);

/// What an entry took of an instalment that was written after the return of its moment had been filed.
#[derive(Debug)]
pub struct LateReduction {
    pub(super) movement: MovementIx,
    pub(super) gross: Minor,
    pub(super) rates: Vec<VatAmount>,
}

/// An instalment: what is open of it, apart by whether its VAT can be asked back.
#[derive(Debug)]
pub struct InstalmentVat {
    pub(super) unrelieved: Minor,
    /// What of it a reversal opened again, and the last-written one.
    pub(super) reopened: Minor,
    pub(super) reopened_by: Option<Origin>,
    pub(super) relieved: Minor,
    pub(super) moment: Option<ReclaimDay>,
    pub(super) is_past: bool,
    /// What was open at its moment by all that was written when the return of that was filed, and is not by entries written
    /// afterwards.
    pub(super) taken_late: Vec<LateReduction>,
}

impl InstalmentVat {
    /// An instalment of which nothing has happened, with its moment.
    pub const fn new(amount: Minor, moment: Option<ReclaimDay>) -> Self {
        Self {
            unrelieved: amount,
            reopened: Minor::ZERO,
            reopened_by: None,
            relieved: Minor::ZERO,
            moment,
            is_past: false,
            taken_late: Vec::new(),
        }
    }
}
