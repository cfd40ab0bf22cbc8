//! Small words of messages: lengths of time, and how many.

use crate::value::calendar::{Duration, PaymentTerms};

/// A length of time as a journal writes it: `30 days`, `1 month`.
pub fn format_duration(time: Duration) -> String {
    match time {
        Duration::Days(days) => format_count(days, "day"),
        Duration::Months(months) if months % 12 == 0 && months > 0 => {
            format_count(months / 12, "year")
        }
        Duration::Months(months) => format_count(months, "month"),
        Duration::Minutes(minutes) => format!("{minutes} min"),
    }
}

/// The time to pay as a journal writes it: `30 days end of month`.
pub fn format_terms(terms: PaymentTerms) -> String {
    let time = format_duration(terms.time);
    if terms.runs_to_month_end {
        format!("{time} end of month")
    } else {
        time
    }
}

/// So many of a thing: `1 day`, `2 days`.
pub fn format_count(number: impl Into<i64>, thing: &str) -> String {
    let number = number.into();
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}
