//! A flag of a report, as data: what it is called, what may stand behind it, and which option it sets.
//!
//! The command line makes its parser of it and knows no flag of a report by name.

use super::report_input::ReportOptions;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// A flag of a report.
pub struct ReportFlag {
    /// The name behind `--`.
    pub name: &'static str,
    /// The letter behind `-`, where it has one.
    pub short: Option<char>,
    /// One line about it.
    pub help: &'static str,
    /// Flags that it excludes, and `subject` for the customer or invoice the report is asked about.
    pub conflicts_with: &'static [&'static str],
    /// What may stand behind it, and what that sets.
    pub value: FlagValue,
}

/// What may stand behind a flag, and how it becomes an option. Names are those of the help, such as `DAY`.
pub enum FlagValue {
    /// Nothing: the flag is there or not.
    Switch(fn(&mut ReportOptions)),
    /// One of some words; the first where the flag is not there.
    Choice(&'static str, &'static [FlagChoice]),
    /// A day.
    Day(&'static str, SetOption<NaiveDate>),
    /// A period, by its first and its last day.
    Period(&'static str, SetOption<(NaiveDate, NaiveDate)>),
    /// A count within bounds.
    Count(&'static str, RangeInclusive<u32>, SetOption<u32>),
    /// Numbers between commas.
    Numbers(&'static str, SetOption<Vec<u32>>),
    /// Words that the report reads itself.
    Words(&'static str, ReadWords),
    /// Words that the report reads itself; the flag may stand several times.
    RepeatedWords(&'static str, ReadWords),
}

/// Sets an option to what was typed, if that makes sense.
pub type SetOption<T> = fn(&mut ReportOptions, T) -> Result<(), UsageError>;

/// Sets an option to what some words mean, if they mean something.
pub type ReadWords = fn(&mut ReportOptions, &str) -> Result<(), UsageError>;

/// A word that may stand behind a flag.
pub struct FlagChoice {
    /// The word.
    pub word: &'static str,
    /// Sets the option.
    pub set: fn(&mut ReportOptions),
}

/// What was typed makes no sense: what was expected, and what to do where that is not plain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageError {
    /// What was expected and what was found.
    pub message: String,
    /// What to do.
    pub help: Option<&'static str>,
}

impl ReportFlag {
    /// A flag without a letter that excludes no other.
    pub const fn new(name: &'static str, help: &'static str, value: FlagValue) -> Self {
        Self {
            name,
            short: None,
            help,
            conflicts_with: &[],
            value,
        }
    }
}

impl UsageError {
    /// A mistake whose mend is plain from what was expected.
    pub const fn new(message: String) -> Self {
        Self {
            message,
            help: None,
        }
    }
}
