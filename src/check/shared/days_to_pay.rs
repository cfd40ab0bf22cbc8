//! How many days an invoice gives to pay, from the day on which they begin.

use super::check_input::CheckInput;
use crate::journal::model::{Invoice, InvoiceDetailFlags};
use crate::value::calendar::days_between;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// The days from receipt to the due date, or from the day the invoice went out, or else from its date (BW 6:119a
/// counts from receipt). `most` is what the law allows: an invoice within it of its own date need not be read again.
pub fn days_to_pay(input: &CheckInput<'_>, invoice: &Invoice, due: NaiveDate, most: i64) -> i64 {
    let days = days_between(invoice.date, due);
    if days <= most || !invoice.detail_flags.has(InvoiceDetailFlags::TERMS) {
        return days;
    }
    let written = input.journal_text.read_entry(invoice.origin);
    let start = written.and_then(|written| {
        let day = |key| written.entry.detail_date(key);
        day(KeyName::Received).or_else(|| day(KeyName::Sent))
    });
    days_between(start.map_or(invoice.date, |day| day.max(invoice.date)), due)
}
