//! How soon invoices follow the work.

use super::habit::MIN_SETTLED_ITEMS;
use super::median::{HalfDays, median};
use crate::journal::model::Journal;
use crate::value::calendar::days_between;
use chrono::NaiveDate;

/// The days from the delivery to the day the invoice went out, in the middle of all invoices up to a day that name a day
/// of delivery; `None` where these are too few.
pub fn days_to_invoice(journal: &Journal, as_of: NaiveDate) -> Option<HalfDays> {
    let named = journal.deliveries.iter().filter(|it| it.went_out <= as_of);
    let days = named.map(|it| days_between(it.delivered, it.went_out).max(0));
    let mut days: Vec<i64> = days.collect();
    days.sort_unstable();
    median(&days).filter(|_| days.len() >= MIN_SETTLED_ITEMS)
}
