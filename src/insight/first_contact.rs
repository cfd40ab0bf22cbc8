//! How soon a business contacts customers about a late invoice: the days from the day after the due date to the first
//! letter, call, mail, visit or message that names it.

use super::habit::MIN_SETTLED_ITEMS;
use super::median::{HalfDays, median};
use crate::journal::history::EventHistory;
use crate::journal::model::Journal;
use crate::value::calendar::days_between;

/// The median of these days over all invoices that were late and had a contact by a day; `None` where there are too
/// few.
pub fn days_to_first_contact(journal: &Journal, history: &EventHistory<'_>) -> Option<HalfDays> {
    let days = journal.invoices.iter().filter_map(|(invoice, _)| {
        let late = journal.first_due_date(invoice)?.succ_opt()?;
        let mut contacts = history.of_invoice(invoice);
        let first = contacts.find(|event| event.has_reached_customer() && event.date >= late)?;
        Some(days_between(late, first.date))
    });
    let mut days: Vec<i64> = days.collect();
    days.sort_unstable();
    median(&days).filter(|_| days.len() >= MIN_SETTLED_ITEMS)
}
