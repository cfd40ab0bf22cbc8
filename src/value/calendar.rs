//! Dates and lengths of time. Whole days only: no times of day, no time zones.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The first year that a date in a journal may have.
pub const FIRST_YEAR: i32 = 1900;
/// The last year that a date in a journal may have.
pub const LAST_YEAR: i32 = 2200;

/// The date with these numbers; `None` where there is no such day between 1900 and 2200.
///
/// ```
/// use tegoed::value::calendar::date_from_ymd;
/// assert!(date_from_ymd(2028, 2, 29).is_some());
/// assert!(date_from_ymd(2026, 2, 29).is_none());
/// assert!(date_from_ymd(1899, 12, 31).is_none());
/// ```
pub fn date_from_ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    #[allow(
        clippy::disallowed_methods,
        reason = "this is the method to use instead"
    )]
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The number of days from one date to another; negative when `to` is earlier.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// The last day of a month; `None` where there is no such month.
pub fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let first = date_from_ymd(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// The time to pay, as contracts write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentTerms {
    /// The length of time.
    pub time: Duration,
    /// Whether it runs on to the last day of the month that it ends in (`30 days end of month`).
    pub runs_to_month_end: bool,
}

impl PaymentTerms {
    /// The last day to pay, counted from this one. `None` past the year 2200.
    ///
    /// ```
    /// use tegoed::value::calendar::{date_from_ymd, Duration, PaymentTerms};
    /// let terms = PaymentTerms { time: Duration::Months(1), runs_to_month_end: true };
    /// let start = date_from_ymd(2026, 1, 10).ok_or("no such day")?;
    /// assert_eq!(terms.date_after(start), date_from_ymd(2026, 2, 28));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn date_after(self, start: NaiveDate) -> Option<NaiveDate> {
        let end = self.time.date_after(start)?;
        if self.runs_to_month_end {
            month_end(end.year(), end.month())
        } else {
            Some(end)
        }
    }
}

impl From<Duration> for PaymentTerms {
    fn from(time: Duration) -> Self {
        Self {
            time,
            runs_to_month_end: false,
        }
    }
}

/// A length of time as people agree on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duration {
    /// `30 days`, `2 weeks`.
    Days(u32),
    /// `1 month`, `1 year`: the same day of a later month, or the last day of that month where it has no such day.
    Months(u32),
    /// `20 min`, `2 hours`: time spent.
    Minutes(u32),
}

impl Duration {
    /// The date this much later. Month ends clamp: 31 January + 1 month is the last day of February. Minutes change no
    /// date. `None` past the year 2200.
    ///
    /// ```
    /// use tegoed::value::calendar::{date_from_ymd, Duration};
    /// let start = date_from_ymd(2026, 1, 31).ok_or("no such day")?;
    /// assert_eq!(Duration::Months(1).date_after(start), date_from_ymd(2026, 2, 28));
    /// assert_eq!(Duration::Days(30).date_after(start), date_from_ymd(2026, 3, 2));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn date_after(self, start: NaiveDate) -> Option<NaiveDate> {
        let end = match self {
            Self::Days(days) => start.checked_add_days(Days::new(days.into())),
            Self::Months(months) => start.checked_add_months(Months::new(months)),
            Self::Minutes(_) => Some(start),
        }?;
        (end.year() <= LAST_YEAR).then_some(end)
    }

    /// A number of days that is never more than this length: a look at it saves the calendar.
    pub fn least_days(self) -> i64 {
        match self {
            Self::Days(days) => days.into(),
            Self::Months(months) => i64::from(months).saturating_mul(28),
            Self::Minutes(_) => 0,
        }
    }

    /// The date this much earlier, with the same rule for month ends. `None` before the year 1900.
    pub fn date_before(self, end: NaiveDate) -> Option<NaiveDate> {
        let start = match self {
            Self::Days(days) => end.checked_sub_days(Days::new(days.into())),
            Self::Months(months) => end.checked_sub_months(Months::new(months)),
            Self::Minutes(_) => Some(end),
        }?;
        (start.year() >= FIRST_YEAR).then_some(start)
    }
}
