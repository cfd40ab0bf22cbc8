//! Tables of values that change on certain days, with the day up to which somebody checked them.

use super::citation::{Citation, CitationLevel, CitedValue};
use chrono::NaiveDate;

/// A value of law, and the first day on which it holds.
#[derive(Clone, Copy, Debug)]
pub struct DatedValue<T> {
    /// The first day on which it holds; it holds until the next row begins.
    pub from: NaiveDate,
    /// The value and its source.
    pub cited: CitedValue<T>,
}

impl<T> DatedValue<T> {
    /// Combines a first day, a value and its source.
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

/// A date of the law, for statics.
///
/// # Panics
///
/// When there is no such day. In a static this stops the build.
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

/// A table of values by day, with the day up to which it was checked.
#[derive(Debug)]
pub struct DatedTable<T: 'static> {
    /// The name of the table, as printed on a page.
    pub name: &'static str,
    /// The article that the table is based on.
    pub article: Citation,
    /// The rows, by rising day.
    pub rows: &'static [DatedValue<T>],
    /// The last day for which the table is known to be complete.
    pub checked_until: NaiveDate,
    /// A warning about old contracts; `None` where there is none.
    pub caution: Option<Caution>,
}

/// A warning about contracts made before a day.
#[derive(Debug)]
pub struct Caution {
    /// The warning holds for contracts made before this day.
    pub before: NaiveDate,
    /// The warning and its source.
    pub cited: CitedValue<&'static str>,
}

/// The error of asking for a day before the first row of a table. The nearest row is never used instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeforeTableStart {
    /// The name of the table.
    pub table: &'static str,
    /// The day on which the table begins; `None` for an empty table.
    pub first_day: Option<NaiveDate>,
    /// The day that was asked for.
    pub asked: NaiveDate,
}

/// The warning that a day lies after the one for which a table was checked, so that the figure is provisional. Pages
/// print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaleTable {
    /// The name of the table.
    pub table: &'static str,
    /// The last day for which it was checked.
    pub checked_until: NaiveDate,
    /// The day that was asked for.
    pub asked: NaiveDate,
}

impl<T> DatedTable<T> {
    /// The row that holds on a day. Fails for a day before the first row.
    pub fn row_on(&self, day: NaiveDate) -> Result<&'static DatedValue<T>, BeforeTableStart> {
        let held = self.rows.iter().rev().find(|row| row.from <= day);
        held.ok_or(BeforeTableStart {
            table: self.name,
            first_day: self.rows.first().map(|row| row.from),
            asked: day,
        })
    }

    /// The first day after this one on which another row begins; `None` where there is none.
    pub fn next_change_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut starts = self.rows.iter().map(|row| row.from);
        starts.find(|from| *from > day)
    }

    /// The warning for a figure of this day; `None` where the table was checked for it.
    pub fn stale_on(&self, day: NaiveDate) -> Option<StaleTable> {
        (day > self.checked_until).then_some(StaleTable {
            table: self.name,
            checked_until: self.checked_until,
            asked: day,
        })
    }

    /// The warning for a contract made on this day; `None` where there is none.
    pub fn caution_for(&self, contract: NaiveDate) -> Option<&Caution> {
        let caution = self.caution.as_ref()?;
        (contract < caution.before).then_some(caution)
    }
}
