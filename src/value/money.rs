//! Money: whole minor units of one currency, exact.

use super::currency::Currency;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// A number of minor units (cents for the euro). Money is added and subtracted only in this type.
///
/// An amount in a journal has at most fifteen digits before its decimal mark, so each is below 10¹⁹ minor units; a
/// journal has fewer than 2³² entries. Every sum stays below 10²⁹, far within 128 bits, so the operators cannot
/// overflow. If one did, the build is configured to stop the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minor(pub i128);

impl Minor {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is above zero.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }
}

#[allow(
    clippy::arithmetic_side_effects,
    reason = "bounded by the length of amounts and of journals, see Minor"
)]
mod operators {
    use super::{Add, AddAssign, Minor, Neg, Sub, SubAssign};

    impl Add for Minor {
        type Output = Self;
        fn add(self, other: Self) -> Self {
            Self(self.0 + other.0)
        }
    }
    impl Sub for Minor {
        type Output = Self;
        fn sub(self, other: Self) -> Self {
            Self(self.0 - other.0)
        }
    }
    impl Neg for Minor {
        type Output = Self;
        fn neg(self) -> Self {
            Self(-self.0)
        }
    }
    impl AddAssign for Minor {
        fn add_assign(&mut self, other: Self) {
            self.0 += other.0;
        }
    }
    impl SubAssign for Minor {
        fn sub_assign(&mut self, other: Self) {
            self.0 -= other.0;
        }
    }
}

impl std::iter::Sum for Minor {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// A [`Minor`] of 64 bits: how amounts are kept, of which a journal has millions. It becomes a [`Minor`] before anything
/// is added to it.
///
/// ```
/// use tegoed::value::money::{Minor, Minor64};
/// assert_eq!(Minor::from(Minor64(121_50)), Minor(121_50));
/// assert_eq!(Minor64::saturating_from(Minor(i128::MAX)), Minor64(i64::MAX));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minor64(pub i64);

impl Minor64 {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is above zero.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// The amount, or the bound that is next to it where it has more than 64 bits.
    pub fn saturating_from(amount: Minor) -> Self {
        let bound = if amount.0 < 0 { i64::MIN } else { i64::MAX };
        Self(i64::try_from(amount.0).unwrap_or(bound))
    }
}

impl From<Minor64> for Minor {
    fn from(amount: Minor64) -> Self {
        Self(amount.0.into())
    }
}

/// An amount in one currency. Money has no `+`, because two amounts may be in different currencies; sums are
/// [`Totals`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// The number of minor units; may be negative.
    pub minor: Minor,
    /// The currency that amounts without a code are in.
    pub currency: Currency,
}

impl Money {
    /// Combines a number of minor units and a currency.
    pub const fn new(minor: Minor, currency: Currency) -> Self {
        Self { minor, currency }
    }
}

impl Money {
    /// The amount as a journal writes it: with the decimal mark `mark`, and with the currency where that is not `home`.
    ///
    /// ```
    /// use tegoed::value::{currency::Currency, money::{Minor, Money}};
    /// assert_eq!(Money::new(Minor(121_50), Currency::EUR).to_journal_text(',', Currency::EUR), "121,50");
    /// ```
    pub fn to_journal_text(self, mark: char, home: Currency) -> String {
        let digits = self.to_string().replace('.', &mark.to_string());
        if self.currency == home {
            digits
        } else {
            format!("{digits} {}", self.currency.code())
        }
    }
}

/// Plain digits with a decimal point and no group marks, as programs read them.
///
/// ```
/// use tegoed::value::{currency::Currency, money::{Minor, Money}};
/// assert_eq!(Money::new(Minor(-5), Currency::EUR).to_string(), "-0.05");
/// ```
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = self.currency.decimals() as usize;
        let sign = if self.minor.0 < 0 { "-" } else { "" };
        let digits = self.minor.0.unsigned_abs().to_string();
        let width = decimals.saturating_add(1);
        let padded = format!("{digits:0>width$}");
        let (whole, part) = padded
            .split_at_checked(padded.len().saturating_sub(decimals))
            .unwrap_or((&padded, ""));
        if part.is_empty() {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{part}")
        }
    }
}

/// Sums of money, one for each currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals(BTreeMap<Currency, Minor>);

impl Totals {
    /// Adds an amount to the sum of its currency.
    pub fn add(&mut self, money: Money) {
        *self.0.entry(money.currency).or_default() += money.minor;
    }

    /// The sums, sorted by currency code. A sum of zero is included.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0
            .iter()
            .map(|(currency, minor)| Money::new(*minor, *currency))
    }

    /// The sum in one currency; zero where there is none.
    pub fn amount_in(&self, currency: Currency) -> Minor {
        self.0.get(&currency).copied().unwrap_or_default()
    }
}

impl FromIterator<Money> for Totals {
    fn from_iter<T: IntoIterator<Item = Money>>(amounts: T) -> Self {
        let mut totals = Self::default();
        amounts.into_iter().for_each(|money| totals.add(money));
        totals
    }
}
