//! Rates per year, and amounts with parts of a cent: what interest is reckoned in before it becomes money.

use super::calendar::{days_between, month_end};
use super::money::Minor;
use super::rounding::to_minor;
use super::share::Share;
use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

/// Minor units with their parts, to 28 digits. Becomes money only in [`ExactAmount::to_minor`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExactAmount(Decimal);

/// Digits behind a minor unit that decide how it is rounded. A third that was cut at the 28th digit is then still
/// a third, and the half of a cent that two of them make is still a half.
const ROUNDING_DIGITS: u32 = 9;

/// 365 times 366: both kinds of year divide it, so that a part of a year is a whole number of these.
const PARTS_OF_A_YEAR: i64 = 365 * 366;

impl ExactAmount {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Whole minor units. `None` beyond 28 digits.
    pub fn from_minor(minor: Minor) -> Option<Self> {
        Decimal::try_from_i128_with_scale(minor.0, 0).ok().map(Self)
    }

    /// Both together.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// What is left without the other.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// A share of it: 15% of 266.70 is 40.005, not yet rounded.
    pub fn share(self, share: Share) -> Option<Self> {
        let product = self.0.checked_mul(share.0)?;
        product.checked_div(Decimal::ONE_HUNDRED).map(Self)
    }

    /// The share of tax inside an amount that includes it: 21 parts of 121.
    pub fn included_share(self, share: Share) -> Option<Self> {
        let whole = Decimal::ONE_HUNDRED.checked_add(share.0)?;
        self.0.checked_mul(share.0)?.checked_div(whole).map(Self)
    }

    /// As much of it as `part` is of `whole`. `None` when `whole` is nothing.
    pub fn proportion(self, part: Minor, whole: Minor) -> Option<Self> {
        let (part, whole) = (Self::from_minor(part)?, Self::from_minor(whole)?);
        // Divided first: the product of two long amounts would be beyond 28 digits.
        self.0.checked_mul(part.0.checked_div(whole.0)?).map(Self)
    }

    /// Whole minor units, half away from zero.
    ///
    /// ```
    /// use tegoed::value::{money::Minor, exact_amount::ExactAmount, share::Share};
    /// let costs = ExactAmount::from_minor(Minor(266_70)).and_then(|sum| sum.share(Share::from_hundredths(1500)));
    /// assert_eq!(costs.and_then(ExactAmount::to_minor), Some(Minor(40_01)));
    /// ```
    pub fn to_minor(self) -> Option<Minor> {
        let half_even = RoundingStrategy::MidpointNearestEven;
        to_minor(self.0.round_dp_with_strategy(ROUNDING_DIGITS, half_even))
    }
}

/// How days become a part of a year. The law does not say; a page names the one it used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayCount {
    /// Each day is one 365th, in leap years too.
    #[default]
    Days365,
    /// A day of a leap year is one 366th, other days one 365th. Never more than the former.
    CalendarYear,
}

impl DayCount {
    /// The name that stands on a page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Days365 => "actual/365",
            Self::CalendarYear => "actual/actual",
        }
    }

    /// From one day through another, in 133,590ths of a year.
    fn year_parts(self, from: NaiveDate, through: NaiveDate) -> Option<i64> {
        let days = |from, through| days_between(from, through).checked_add(1);
        if self == Self::Days365 {
            return days(from, through)?.checked_mul(366);
        }
        let mut parts: i64 = 0;
        let mut start = from;
        while start <= through {
            let end = month_end(start.year(), 12)?.min(through);
            let weight = if start.leap_year() { 365 } else { 366 };
            parts = parts.checked_add(days(start, end)?.checked_mul(weight)?)?;
            start = end.succ_opt()?;
        }
        Some(parts)
    }
}

/// What a base yields at a share per year, from one day through another; nothing is rounded to cents.
///
/// ```
/// use tegoed::value::calendar::date_from_ymd;
/// use tegoed::value::money::Minor;
/// use tegoed::value::exact_amount::{DayCount, ExactAmount, accrue_interest};
/// use tegoed::value::share::Share;
/// let base = ExactAmount::from_minor(Minor(1_000_00)).ok_or("too long")?;
/// let (from, through) = date_from_ymd(2024, 1, 1).zip(date_from_ymd(2024, 12, 31)).ok_or("no such day")?;
/// let leap = |count| accrue_interest(base, Share::from_hundredths(700), from, through, count).and_then(ExactAmount::to_minor);
/// assert_eq!(leap(DayCount::Days365), Some(Minor(70_19)));
/// assert_eq!(leap(DayCount::CalendarYear), Some(Minor(70_00)));
/// # Ok::<(), &str>(())
/// ```
pub fn accrue_interest(
    base: ExactAmount,
    yearly: Share,
    from: NaiveDate,
    through: NaiveDate,
    count: DayCount,
) -> Option<ExactAmount> {
    let parts = Decimal::from(count.year_parts(from, through)?);
    let product = base.0.checked_mul(yearly.0)?.checked_mul(parts)?;
    let whole = Decimal::from(PARTS_OF_A_YEAR).checked_mul(Decimal::ONE_HUNDRED)?;
    product.checked_div(whole).map(ExactAmount)
}
