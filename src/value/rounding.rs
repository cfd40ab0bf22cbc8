//! Where a figure is rounded to whole minor units, and nowhere else: half away from zero, once.

use super::currency::Currency;
use super::money::Minor;
use super::share::{Quantity, Share};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

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
        return sum.checked_div(one).map(|whole| Minor(whole.into()));
    }
    let one = 10_i128.checked_pow(behind)?;
    let half = digits.signum().checked_mul(one / 2)?;
    digits.checked_add(half)?.checked_div(one).map(Minor)
}

/// A price per unit, in whole currency units, times a quantity, in minor units.
///
/// `None` when the product is beyond what money can hold.
///
/// ```
/// use tegoed::value::{currency::Currency, money::Minor, rounding::line_total, share::decimal_from_digits};
/// let total = |quantity, price| line_total(quantity?, price?, Currency::EUR);
/// assert_eq!(total(decimal_from_digits(3, 0), decimal_from_digits(12_50, 2)), Some(Minor(37_50)));
/// assert_eq!(total(decimal_from_digits(15, 1), decimal_from_digits(0_333, 3)), Some(Minor(50)));
/// assert_eq!(total(decimal_from_digits(5, 1), decimal_from_digits(0_01, 2)), Some(Minor(1)));
/// ```
pub fn line_total(quantity: Quantity, price: Decimal, currency: Currency) -> Option<Minor> {
    let digits = quantity.mantissa().checked_mul(price.mantissa())?;
    let behind = quantity.scale().checked_add(price.scale())?;
    let wanted = currency.decimals();
    match behind.checked_sub(wanted) {
        Some(0) => Some(Minor(digits)),
        Some(more) => round_scaled(digits, more),
        None => {
            let fewer = 10_i128.checked_pow(wanted.checked_sub(behind)?)?;
            digits.checked_mul(fewer).map(Minor)
        }
    }
}

/// A share of an amount, half away from zero.
///
/// ```
/// use tegoed::value::{money::Minor, rounding::share_of_amount, share::Share};
/// assert_eq!(share_of_amount(Share(30.into()), Minor(100_001)), Some(Minor(30_000)));
/// assert_eq!(share_of_amount(Share(21.into()), Minor(50)), Some(Minor(11)));
/// ```
pub fn share_of_amount(share: Share, of: Minor) -> Option<Minor> {
    let digits = of.0.checked_mul(share.0.mantissa())?;
    round_scaled(digits, share.0.scale().checked_add(2)?)
}

/// A whole number divided by one above zero, rounded once: halves away from zero.
///
/// `None` by nothing or less, and beyond half of 128 bits.
///
/// ```
/// use tegoed::value::rounding::divide_rounded;
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

/// An amount divided over weights: by largest remainder, ties to the earlier one. Adds up exactly.
///
/// Weights must not be negative; all zero gives all zero. The result never exceeds its weight where the
/// amount does not exceed their sum.
///
/// ```
/// use tegoed::value::{money::Minor, rounding::split_pro_rata};
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
