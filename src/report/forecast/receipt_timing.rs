//! When an open item is expected: its week, how late it is, and what people call it.

use crate::insight::expected_receipt::ReceiptTiming;
use crate::report::shared::report_input::ReportInput;
use crate::value::calendar::days_between;
use chrono::{Datelike, Days, NaiveDate};

/// The Monday of the week of a day.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    let past = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(past).unwrap_or(day)
}

/// How many days late something is on the day of the ledger; `None` while it is not due.
pub fn days_late(input: ReportInput<'_>, due: Option<NaiveDate>) -> Option<i64> {
    due.map(|due| days_between(due, input.day.as_of()))
}

/// How an expectation stands, for programs and for people.
pub fn expectation_kind(
    input: ReportInput<'_>,
    when: ReceiptTiming,
) -> (&'static str, &'static str) {
    let words = &input.language.phrases.forecast.kind;
    match when {
        ReceiptTiming::On(_) => ("expected", ""),
        ReceiptTiming::Unknown => ("unknown", words.unknown),
        ReceiptTiming::Disputed => ("disputed", words.disputed),
        ReceiptTiming::Conceded => ("conceded", words.conceded),
        ReceiptTiming::Held => ("held", words.held),
        ReceiptTiming::HandedOver => ("handed-over", words.handed_over),
        ReceiptTiming::Insolvent => ("insolvent", words.insolvent),
    }
}
