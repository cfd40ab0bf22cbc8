//! How many days an invoice gives to pay, from the day on which they begin.

use super::check_input::CheckInput;
use crate::claim::doubts::term_limit;
use crate::journal::due_date::start_of_written_terms;
use crate::journal::model::{CustomerIx, Invoice, InvoiceDetailFlags};
use crate::value::calendar::days_between;
use chrono::NaiveDate;

/// The days from receipt to the due date, or from the day the invoice went out, or else from its date (BW 6:119a
/// counts from receipt). `most` is what the law allows: an invoice within it of its own date need not be read again.
pub fn days_to_pay(input: &CheckInput<'_>, invoice: &Invoice, due: NaiveDate, most: i64) -> i64 {
    let days = days_between(invoice.date, due);
    if days <= most || !invoice.detail_flags.has(InvoiceDetailFlags::TERMS) {
        return days;
    }
    let quote = input.day.source_lookup.quote_entry(invoice.origin);
    days_between(start_of_written_terms(invoice, &quote), due)
}

/// Whether an invoice gives a customer more days than the law allows at all.
pub fn is_too_long(
    input: &CheckInput<'_>,
    invoice: &Invoice,
    due: NaiveDate,
    customer: CustomerIx,
) -> bool {
    let journal = input.day.journal;
    let limit = (journal.home_law()).and_then(|law| term_limit(journal, law, customer));
    limit.is_some_and(|limit| days_to_pay(input, invoice, due, limit.days) > limit.days)
}
