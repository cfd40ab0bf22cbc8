//! How soon a business contacts customers about a late invoice: the days from the day after the due date to the first
//! letter, call, mail, visit or message that names it.

use super::habit::MIN_SETTLED_ITEMS;
use super::median::{HalfDays, median};
use crate::journal::history::EventHistory;
use crate::journal::model::{InvoiceIx, Journal};
use crate::value::calendar::days_between;
use std::collections::BTreeMap;

/// The median of these days over all invoices that were late and had a contact by a day; `None` where there are too
/// few.
pub fn days_to_first_contact(journal: &Journal, history: &EventHistory<'_>) -> Option<HalfDays> {
    let mut first: BTreeMap<InvoiceIx, i64> = BTreeMap::new();
    for event in history
        .events()
        .filter(|event| event.has_reached_customer())
    {
        for invoice in event.invoices() {
            let late = journal
                .first_due_date(invoice)
                .and_then(|due| due.succ_opt());
            if let Some(late) = late.filter(|late| *late <= event.date) {
                let days = days_between(late, event.date);
                let known = first.entry(invoice).or_insert(days);
                *known = days.min(*known);
            }
        }
    }
    let mut days: Vec<i64> = first.into_values().collect();
    days.sort_unstable();
    median(&days).filter(|_| days.len() >= MIN_SETTLED_ITEMS)
}
