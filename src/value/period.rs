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
        let (year, month) = (self.first.year(), self.first.month());
        let quarter = month.div_ceil(3);
        if Self::year(year) == Some(*self) {
            write!(f, "{year:04}")
        } else if Self::quarter(year, quarter) == Some(*self) {
            write!(f, "{year:04}-Q{quarter}")
        } else if Self::month(year, month) == Some(*self) {
            write!(f, "{year:04}-{month:02}")
        } else if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}..{}", self.first, self.last)
        }
    }
}
