//! Dates in words, as letters write them in English.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in words: `14 February 2026`.
pub fn long_date(day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).unwrap_or(&"");
    format!("{} {month} {}", day.day(), day.year())
}
