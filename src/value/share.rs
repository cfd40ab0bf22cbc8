//! Shares, quantities and prices.

use rust_decimal::Decimal;

/// A part of an amount in per cent: `30%` is 30.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub Decimal);

/// A plain decimal: a quantity, or a price per unit with up to six decimals.
pub type Quantity = Decimal;

impl Share {
    /// Zero per cent.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The percentage with this many hundredths of a per cent: 2100 is `21%`.
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(Decimal::from_parts(hundredths, 0, 0, false, 2))
    }

    /// The number of hundredths of a per cent: `21%` is 2100. `None` where it is not a whole number of them.
    ///
    /// ```
    /// use tegoed::value::share::{decimal_from_digits, Share};
    /// assert_eq!(decimal_from_digits(21, 0).and_then(|rate| Share(rate).hundredths()), Some(2100));
    /// assert_eq!(decimal_from_digits(21_123, 3).and_then(|rate| Share(rate).hundredths()), None);
    /// ```
    pub fn hundredths(self) -> Option<u16> {
        let (digits, behind) = (self.0.mantissa(), self.0.scale());
        let hundredths = digits.checked_mul(100)?;
        let one = 10_i128.checked_pow(behind)?;
        if hundredths.checked_rem(one)? != 0 {
            return None;
        }
        u16::try_from(hundredths.checked_div(one)?).ok()
    }

    /// The percentage in digits with a decimal point and at least two decimals: `8.00`, `10.125`.
    ///
    /// ```
    /// use tegoed::value::share::Share;
    /// assert_eq!(Share(8.into()).to_digits(), "8.00");
    /// assert_eq!(Share::from_hundredths(1015).to_digits(), "10.15");
    /// ```
    pub fn to_digits(self) -> String {
        let decimals = self.0.normalize().scale().max(2) as usize;
        format!("{:.decimals$}", self.0)
    }

    /// The sum of two percentages.
    pub fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Whether it is exactly 100 per cent.
    pub fn is_whole(self) -> bool {
        self.0 == Decimal::ONE_HUNDRED
    }
}

/// The quantity one.
pub const ONE: Quantity = Decimal::ONE;

/// A decimal from its digits and the number of decimals among them. `None` beyond 28 digits.
pub fn decimal_from_digits(digits: i128, decimals: u32) -> Option<Quantity> {
    Some(
        Decimal::try_from_i128_with_scale(digits, decimals)
            .ok()?
            .normalize(),
    )
}
