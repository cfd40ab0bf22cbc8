//! Dates in words, as letters write them in Dutch.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date in words: `14 februari 2026`.
pub fn long_date(day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).unwrap_or(&"");
    format!("{} {month} {}", day.day(), day.year())
}
