//! Percentages, quantities and prices, and the only place where money is rounded.

use super::currency::Currency;
use super::money::Minor;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// A part of an amount in per cent: `30%` is 30.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub Decimal);

/// A plain decimal: a quantity, or a price per unit with up to six decimals.
pub type Quantity = Decimal;

/// Rounds a decimal number of minor units to whole ones, halves away from zero. Only this function, `round_scaled` and
/// [`divide_rounded`] round money. `None` beyond 128 bits.
pub fn to_minor(units: Decimal) -> Option<Minor> {
    units
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .to_i128()
        .map(Minor)
}

/// Rounds `digits` divided by ten to the power of `behind`, halves away from zero. Invoice lines come by the hundred
/// thousand, and whole numbers take a fraction of the time of decimals.
fn round_scaled(digits: i128, behind: u32) -> Option<Minor> {
    if let (Ok(digits), Some(one)) = (i64::try_from(digits), 10_i64.checked_pow(behind))
        && let Some(sum) = digits.checked_add(digits.signum().checked_mul(one / 2)?)
    {
        return sum.checked_div(one).map(Minor::from);
    }
    let one = 10_i128.checked_pow(behind)?;
    let half = digits.signum().checked_mul(one / 2)?;
    digits.checked_add(half)?.checked_div(one).map(Minor)
}

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

/// The total of an invoice line in minor units: a quantity times a price per unit in whole currency units, rounded.
///
/// `None` when the product is larger than money can be.
///
/// ```
/// use tegoed::value::{currency::Currency, money::Minor, share::{decimal_from_digits, line_total}};
/// let total = |quantity, price| line_total(quantity?, price?, Currency::EUR);
/// assert_eq!(total(decimal_from_digits(3, 0), decimal_from_digits(12_50, 2)), Some(Minor(37_50)));
/// assert_eq!(total(decimal_from_digits(15, 1), decimal_from_digits(0_333, 3)), Some(Minor(50)));
/// assert_eq!(total(decimal_from_digits(5, 1), decimal_from_digits(0_01, 2)), Some(Minor(1)));
/// ```
pub fn line_total(quantity: Quantity, price: Decimal, currency: Currency) -> Option<Minor> {
    let minor_units = 10_i128.checked_pow(currency.decimals())?;
    let digits = quantity.mantissa().checked_mul(price.mantissa())?;
    let behind = quantity.scale().checked_add(price.scale())?;
    round_scaled(digits.checked_mul(minor_units)?, behind)
}

/// A percentage of an amount, rounded to minor units, halves away from zero.
///
/// ```
/// use tegoed::value::{money::Minor, share::{share_of_amount, Share}};
/// assert_eq!(share_of_amount(Share(30.into()), Minor(100_001)), Some(Minor(30_000)));
/// assert_eq!(share_of_amount(Share(21.into()), Minor(50)), Some(Minor(11)));
/// ```
pub fn share_of_amount(share: Share, of: Minor) -> Option<Minor> {
    let digits = of.0.checked_mul(share.0.mantissa())?;
    round_scaled(digits, share.0.scale().checked_add(2)?)
}

/// Divides by a number above zero and rounds once, halves away from zero.
///
/// `None` for a divisor of zero or less, and for numbers beyond half of 128 bits.
///
/// ```
/// use tegoed::value::share::divide_rounded;
/// assert_eq!([5, 4, -5].map(|number| divide_rounded(number, 2)), [Some(3), Some(2), Some(-3)]);
/// assert_eq!(divide_rounded(1, 0), None);
/// ```
pub fn divide_rounded(dividend: i128, divisor: i128) -> Option<i128> {
    if divisor <= 0 {
        return None;
    }
    let doubled = dividend.checked_abs()?.checked_mul(2)?;
    let rounded = doubled
        .checked_add(divisor)?
        .checked_div(divisor.checked_mul(2)?)?;
    rounded.checked_mul(dividend.signum())
}

/// Splits an amount in proportion to weights, by largest remainder, with ties to the earlier one. The parts add up
/// exactly.
///
/// Weights must not be negative; if all are zero, all parts are zero. A part never exceeds its weight where the amount
/// does not exceed the sum of the weights.
///
/// ```
/// use tegoed::value::{money::Minor, share::split_pro_rata};
/// let thirds = split_pro_rata(Minor(1000), &[Minor(3334), Minor(3334), Minor(3334)]);
/// assert_eq!(thirds, [Minor(334), Minor(333), Minor(333)]);
/// ```
pub fn split_pro_rata(amount: Minor, weights: &[Minor]) -> Vec<Minor> {
    let whole: i128 = weights.iter().map(|weight| weight.0).sum();
    if whole <= 0 {
        return vec![Minor::ZERO; weights.len()];
    }
    // Both factors could reach 10²⁹, so it divides in two steps to keep the product within 128 bits.
    let split = |weight: &Minor| -> (i128, i128) {
        amount.0.checked_mul(weight.0).map_or((0, 0), |product| {
            (
                product.checked_div(whole).unwrap_or(0),
                product.checked_rem(whole).unwrap_or(0),
            )
        })
    };
    let parts: Vec<(i128, i128)> = weights.iter().map(split).collect();
    let given: i128 = parts.iter().map(|(quotient, _)| quotient).sum();
    let mut missing = amount.0.saturating_sub(given);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|place| {
        let remainder = parts.get(*place).map_or(0, |(_, remainder)| *remainder);
        (std::cmp::Reverse(remainder), *place)
    });
    let mut result: Vec<Minor> = parts
        .into_iter()
        .map(|(quotient, _)| Minor(quotient))
        .collect();
    for place in order {
        if missing <= 0 {
            break;
        }
        if let Some(share) = result.get_mut(place) {
            *share += Minor(1);
            missing = missing.saturating_sub(1);
        }
    }
    result
}
