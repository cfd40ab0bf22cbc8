//! A stretch of whole days with a name: a year, a quarter, a month, a day.

use super::calendar::{date_from_ymd, month_end};
use chrono::{Datelike, NaiveDate};

/// The first and the last day, both part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Period {
    /// A year.
    pub fn year(year: i32) -> Option<Self> {
        Self::from_days(date_from_ymd(year, 1, 1), date_from_ymd(year, 12, 31))
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        let last = quarter.checked_mul(3)?;
        let first = date_from_ymd(year, last.checked_sub(2)?, 1);
        Self::from_days(first, month_end(year, last))
    }

    /// A month, 1 to 12.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::from_days(date_from_ymd(year, month, 1), month_end(year, month))
    }

    fn from_days(first: Option<NaiveDate>, last: Option<NaiveDate>) -> Option<Self> {
        let (first, last) = first.zip(last)?;
        Some(Self { first, last })
    }

    /// Reads `2026`, `2026-Q1`, `2026-03` or `2026-03-31`.
    ///
    /// ```
    /// use tegoed::value::period::Period;
    /// let quarter = Period::from_text("2026-Q1").ok_or("no period")?;
    /// assert_eq!(quarter.last.to_string(), "2026-03-31");
    /// assert_eq!(quarter.to_string(), "2026-Q1");
    /// assert_eq!(Period::from_text("2026-13"), None);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parse_digits(parts.next()?, 4).and_then(|year| i32::try_from(year).ok())?;
        let (part, day) = (parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        match (part, day) {
            (None, _) => Self::year(year),
            (Some(part), None) => match part.strip_prefix(['Q', 'q']) {
                Some(quarter) => Self::quarter(year, parse_digits(quarter, 1)?),
                None => Self::month(year, parse_digits(part, 2)?),
            },
            (Some(month), Some(day)) => {
                let only = date_from_ymd(year, parse_digits(month, 2)?, parse_digits(day, 2)?)?;
                Some(Self {
                    first: only,
                    last: only,
                })
            }
        }
    }

    /// The year, quarter, month or day, whichever this is, that a day is part of; `None` for other stretches.
    ///
    /// ```
    /// use tegoed::value::{calendar::date_from_ymd, period::Period};
    /// let first = Period::from_text("2026-Q1").ok_or("no period")?;
    /// let day = date_from_ymd(2026, 4, 1).ok_or("no day")?;
    /// assert_eq!(first.of_same_kind(day), Period::from_text("2026-Q2"));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn of_same_kind(self, day: NaiveDate) -> Option<Self> {
        let kinds = [
            Self::year_of,
            Self::quarter_of,
            Self::month_of,
            Self::day_of,
        ];
        let kind = kinds.iter().find(|of| of(self.first) == Some(self))?;
        kind(day)
    }

    fn year_of(day: NaiveDate) -> Option<Self> {
        Self::year(day.year())
    }

    /// The quarter that a day is part of.
    pub fn quarter_of(day: NaiveDate) -> Option<Self> {
        Self::quarter(day.year(), day.month().div_ceil(3))
    }

    /// The month that a day is part of.
    pub fn month_of(day: NaiveDate) -> Option<Self> {
        Self::month(day.year(), day.month())
    }

    fn day_of(day: NaiveDate) -> Option<Self> {
        Self::from_days(Some(day), Some(day))
    }

    /// Whether a day is part of it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

fn parse_digits(digits: &str, length: usize) -> Option<u32> {
    let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// Writes its name, or its days where it has none: `2026-01-01..2026-01-15`.
impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (first, year) = (self.first, self.first.year());
        if Self::year_of(first) == Some(*self) {
            write!(f, "{year:04}")
        } else if Self::quarter_of(first) == Some(*self) {
            write!(f, "{year:04}-Q{}", first.month().div_ceil(3))
        } else if Self::month_of(first) == Some(*self) {
            write!(f, "{year:04}-{:02}", first.month())
        } else if Self::day_of(first) == Some(*self) {
            write!(f, "{first}")
        } else {
            write!(f, "{}..{}", self.first, self.last)
        }
    }
}
