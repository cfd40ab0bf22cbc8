//! How soon a business contacts customers about a late invoice: the days from the day after the due date to the first
//! letter, call, mail, visit or message that names it while something of it is open.

use super::habit::MIN_SETTLED_ITEMS;
use super::median::{HalfDays, median};
use crate::journal::history::EventHistory;
use crate::journal::model::{InvoiceIx, Journal};
use crate::ledger::model::Ledger;
use crate::value::calendar::days_between;
use chrono::NaiveDate;

/// The day of the first contact about a late invoice, and how many days it had been late by then. A contact after it was
/// paid is none: `None` where there was none before.
pub fn first_contact(
    journal: &Journal,
    ledger: &Ledger,
    history: &EventHistory<'_>,
    invoice: InvoiceIx,
) -> Option<(NaiveDate, i64)> {
    let late = journal.first_due_date(invoice)?.succ_opt()?;
    let mut closed = journal
        .items_of(invoice)
        .map(|item| ledger.items[item].closed);
    let closed = closed.try_fold(late, |last, closed| Some(last.max(closed?)));
    let mut contacts = history.of_invoice(invoice);
    let first = contacts.find(|event| event.has_reached_customer() && event.date >= late)?;
    let in_time = closed.is_none_or(|closed| first.date <= closed);
    in_time.then(|| (first.date, days_between(late, first.date)))
}

/// The median of these days over all invoices that were late and had a contact by a day; `None` where there are too
/// few.
pub fn days_to_first_contact(
    journal: &Journal,
    ledger: &Ledger,
    history: &EventHistory<'_>,
) -> Option<HalfDays> {
    let invoices = journal.invoices.iter();
    let days = invoices
        .filter_map(|(invoice, _)| Some(first_contact(journal, ledger, history, invoice)?.1));
    let mut days: Vec<i64> = days.collect();
    days.sort_unstable();
    median(&days).filter(|_| days.len() >= MIN_SETTLED_ITEMS)
}
