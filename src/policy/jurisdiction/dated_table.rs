//! What holds from which day on, and how long ago somebody looked.

use super::citation::{Citation, CitationLevel, CitedValue};
use chrono::NaiveDate;

/// A cited value and the first day it holds.
#[derive(Clone, Copy, Debug)]
pub struct DatedValue<T> {
    /// The first day it holds; until the next one of its table.
    pub from: NaiveDate,
    /// What holds.
    pub cited: CitedValue<T>,
}

impl<T> DatedValue<T> {
    /// A value from a day on, and its source.
    pub const fn new(
        from: NaiveDate,
        value: T,
        source: &'static str,
        level: CitationLevel,
    ) -> Self {
        let cited = CitedValue::new(value, source, level);
        Self { from, cited }
    }
}

/// A day of law, known when the program is built.
///
/// # Panics
///
/// In a static, so that the build stops, when there is no such day.
#[allow(
    clippy::panic,
    clippy::disallowed_methods,
    reason = "for statics only: this stops the build, never a run"
)]
pub const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("no such day"),
    }
}

/// What holds from which day on, and until when somebody looked.
#[derive(Debug)]
pub struct DatedTable<T: 'static> {
    /// What it lists, as a page names it.
    pub name: &'static str,
    /// The article it rests on.
    pub article: Citation,
    /// By day, rising.
    pub rows: &'static [DatedValue<T>],
    /// The last day for which the table is known to be complete.
    pub checked_until: NaiveDate,
    /// What to add where a contract is older than some day.
    pub caution: Option<Caution>,
}

/// Something to say about contracts made before a day.
#[derive(Debug)]
pub struct Caution {
    /// Contracts made before this day.
    pub before: NaiveDate,
    /// What is doubtful about them.
    pub cited: CitedValue<&'static str>,
}

/// A day before the first row of a table: an error, never the nearest row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeforeTableStart {
    /// Which table.
    pub table: &'static str,
    /// Its first day.
    pub first_day: Option<NaiveDate>,
    /// The day asked for.
    pub asked: NaiveDate,
}

/// A table was asked for a day past the one it was checked for: the figure is provisional, and the page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaleTable {
    /// Which table.
    pub table: &'static str,
    /// The last day it was checked for.
    pub checked_until: NaiveDate,
    /// The day asked for.
    pub asked: NaiveDate,
}

impl<T> DatedTable<T> {
    /// The row that holds on a day.
    pub fn row_on(&self, day: NaiveDate) -> Result<&'static DatedValue<T>, BeforeTableStart> {
        let held = self.rows.iter().rev().find(|row| row.from <= day);
        held.ok_or(BeforeTableStart {
            table: self.name,
            first_day: self.rows.first().map(|row| row.from),
            asked: day,
        })
    }

    /// The first day after this one on which another row begins.
    pub fn next_change_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut starts = self.rows.iter().map(|row| row.from);
        starts.find(|from| *from > day)
    }

    /// The warning that belongs to a figure of this day, if one does.
    pub fn stale_on(&self, day: NaiveDate) -> Option<StaleTable> {
        (day > self.checked_until).then_some(StaleTable {
            table: self.name,
            checked_until: self.checked_until,
            asked: day,
        })
    }

    /// What must be said beside the figure when the contract was made on this day.
    pub fn caution_for(&self, contract: NaiveDate) -> Option<&Caution> {
        let caution = self.caution.as_ref()?;
        (contract < caution.before).then_some(caution)
    }
}
