//! What a report is, and what it is given.

use crate::document::Document;
use crate::journal::archive::Archive;
use crate::journal::model::Journal;
use crate::language::phrases::Language;
use crate::ledger::model::Ledger;

/// Everything a report may look at. No disk, no clock.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// What the journal means.
    pub journal: &'a Journal,
    /// Who owes what on the day.
    pub ledger: &'a Ledger,
    /// What was written where.
    pub archive: &'a dyn Archive,
    /// The name of the root file, to print.
    pub file: &'a str,
    /// The reader's language.
    pub language: &'static Language,
    /// What was asked beyond the name of the report.
    pub ask: &'a Ask,
}

/// Options of reports, gathered: each report reads those it knows.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// One row per customer, or per open item.
    pub by: By,
    /// From which day age counts.
    pub age_by: AgeBy,
    /// Upper bounds of the buckets, in days, rising: `30,60,90`.
    pub buckets: Vec<u32>,
    /// A customer or an invoice, as typed.
    pub subject: Option<String>,
    /// First and last day of a statement.
    pub from: Option<chrono::NaiveDate>,
    /// Last day, inclusive.
    pub to: Option<chrono::NaiveDate>,
    /// Also what is closed.
    pub all: bool,
    /// Every figure with its sources.
    pub explain: bool,
}

/// One row per what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Per customer and currency.
    #[default]
    Customer,
    /// Per open item.
    Invoice,
}

/// From which day age counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgeBy {
    /// The due date of the item.
    #[default]
    Due,
    /// The date of the invoice.
    Invoice,
}

/// A report: its name, what it is for, and the function that writes it.
pub struct Report {
    /// The command.
    pub name: &'static str,
    /// One line about it.
    pub about: &'static str,
    /// Writes its pages.
    pub write: fn(Scope<'_>) -> Result<Vec<Document>, NotFound>,
}

/// The customer or invoice asked for is not in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    /// What was asked for.
    pub asked: String,
    /// Names like it.
    pub similar: Vec<String>,
}
