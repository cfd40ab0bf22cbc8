//! Amounts with fractions of a cent, and interest. Interest is computed in these before it is rounded to money.

use super::calendar::{days_between, month_end};
use super::money::Minor;
use super::rounding::to_minor;
use super::share::Share;
use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

/// A number of minor units with fractions, exact to 28 digits. It becomes money only in [`ExactAmount::to_minor`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExactAmount(Decimal);

/// The number of digits behind the minor unit that decide how it is rounded. A third, cut at the 28th digit, is then
/// still a third, and half a cent that results from two of them is still half a cent.
const ROUNDING_DIGITS: u32 = 9;

/// 365 × 366. Both lengths of a year divide it, so that every part of a year is a whole number of these.
const PARTS_OF_A_YEAR: i64 = 365 * 366;

impl ExactAmount {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The exact amount of whole minor units. `None` beyond 28 digits.
    pub fn from_minor(minor: Minor) -> Option<Self> {
        Decimal::try_from_i128_with_scale(minor.0, 0).ok().map(Self)
    }

    /// The sum. `None` beyond 28 digits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference. `None` beyond 28 digits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// A percentage of the amount: 15% of 266.70 is 40.005, not yet rounded.
    pub fn share(self, share: Share) -> Option<Self> {
        let product = self.0.checked_mul(share.0)?;
        product.checked_div(Decimal::ONE_HUNDRED).map(Self)
    }

    /// The tax inside an amount that includes it: 21 parts of 121 at 21%.
    pub fn included_share(self, share: Share) -> Option<Self> {
        let whole = Decimal::ONE_HUNDRED.checked_add(share.0)?;
        self.0.checked_mul(share.0)?.checked_div(whole).map(Self)
    }

    /// The amount times `part` divided by `whole`. `None` when `whole` is zero.
    pub fn proportion(self, part: Minor, whole: Minor) -> Option<Self> {
        let (part, whole) = (Self::from_minor(part)?, Self::from_minor(whole)?);
        // Divides first, because the product of two long amounts could need more than 28 digits.
        self.0.checked_mul(part.0.checked_div(whole.0)?).map(Self)
    }

    /// An amount times `part` divided by `whole`, rounded to whole minor units, halves away from zero. `None` when `whole` is
    /// zero, and beyond 28 digits.
    ///
    /// ```
    /// use tegoed::value::{money::Minor, exact_amount::ExactAmount};
    /// assert_eq!(ExactAmount::proportion_of_minor(Minor(1_00), Minor(1), Minor(3)), Some(Minor(33)));
    /// ```
    pub fn proportion_of_minor(amount: Minor, part: Minor, whole: Minor) -> Option<Minor> {
        Self::from_minor(amount)?
            .proportion(part, whole)?
            .to_minor()
    }

    /// The amount rounded to whole minor units, halves away from zero.
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

/// How a number of days becomes a part of a year. The law does not say, so a page names the one it used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayCount {
    /// Each day is 1/365 of a year, in leap years too.
    #[default]
    Days365,
    /// A day of a leap year is 1/366, any other day 1/365. Never yields more than [`DayCount::Days365`].
    CalendarYear,
}

impl DayCount {
    /// The name printed on a page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Days365 => "actual/365",
            Self::CalendarYear => "actual/actual",
        }
    }

    /// The part of a year from one day through another, both included, in units of 1/133,590 of a year.
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

/// The interest on a base at a percentage per year, from one day through another, both included. Not rounded to cents.
///
/// ```
/// use tegoed::value::calendar::date_from_ymd;
/// use tegoed::value::money::Minor;
/// use tegoed::value::exact_amount::{DayCount, ExactAmount, accrue_interest};
/// use tegoed::value::share::Share;
/// let base = ExactAmount::from_minor(Minor(1_000_00)).ok_or("too long")?;
/// let (from, through) = date_from_ymd(2024, 1, 1).zip(date_from_ymd(2024, 12, 31)).ok_or("no such day")?;
/// let rate = Share::from_hundredths(700);
/// let leap = |count| accrue_interest(base, rate, from, through, count).and_then(ExactAmount::to_minor);
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
