//! The numbers by which the Netherlands knows a business.

use crate::policy::jurisdiction::identifiers::{IdentifierRule, Identifiers};

/// The number of eight digits in the `KvK`, and the number for VAT.
pub const IDENTIFIERS: Identifiers = Identifiers {
    register: IdentifierRule {
        expected: "eight digits",
        is_valid: is_kvk,
    },
    vat_id: IdentifierRule {
        expected: "a VAT number that passes its check, such as NL123456782B01",
        is_valid: is_vat_id,
    },
    vat_prefix: "NL",
};

fn is_kvk(value: &str) -> bool {
    let digits = value.bytes().filter(|byte| !matches!(byte, b' ' | b'.'));
    value
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'.'))
        && digits.count() == 8
}

/// A number for VAT passes one of two checks.
fn is_vat_id(value: &str) -> bool {
    let Some(rest) = value.strip_prefix("NL").map(str::as_bytes) else {
        return false;
    };
    let Some((digits, suffix)) = rest.split_at_checked(9) else {
        return false;
    };
    let [b'B', tens, ones] = suffix else {
        return false;
    };
    let number = digits.iter().chain([tens, ones]);
    number.clone().all(u8::is_ascii_digit)
        && digits.iter().any(|digit| *digit != b'0')
        && (tens, ones) != (&b'0', &b'0')
        && (has_valid_eleven_check(digits) || has_valid_mod_97_check(rest))
}

/// The check of legal persons: weights nine to two, and the last digit is what remains of eleven.
#[allow(
    clippy::arithmetic_side_effects,
    reason = "a dozen digits: no sum comes near the end of its range"
)]
fn has_valid_eleven_check(digits: &[u8]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| i32::from(digit.saturating_sub(b'0')) * weight)
        .sum();
    sum % 11 == 0
}

/// The check of one-man businesses since 2020: the whole number, letters as two digits, leaves one of 97.
#[allow(
    clippy::arithmetic_side_effects,
    reason = "a dozen digits: no sum comes near the end of its range"
)]
fn has_valid_mod_97_check(rest: &[u8]) -> bool {
    let value = |byte: &u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        _ => u32::from(byte - b'A') + 10,
    };
    let whole = b"NL".iter().chain(rest);
    let left = whole.map(value).fold(0, |left, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (left * shift + value) % 97
    });
    left == 1
}

#[cfg(test)]
mod tests {
    use super::{is_kvk, is_vat_id};

    #[test]
    fn vat_numbers_pass_one_of_two_checks() {
        for good in [
            "NL004495445B01",
            "NL001041149B01",
            "NL002455799B11",
            "NL000099998B57",
            "NL123456780B94",
            "NL001234567B29",
            "NL500000003B87",
        ] {
            assert!(is_vat_id(good), "{good}");
        }
        for bad in [
            "NL123456789B90",
            "NL004495446B01",
            "NL002455799B12",
            "NL000000000B01",
            "NL002455799B00",
            "NL00245579B11",
            "NL002455799X11",
            "NL",
            "",
        ] {
            assert!(!is_vat_id(bad), "{bad}");
        }
    }

    #[test]
    fn the_trade_register_has_eight_digits() {
        assert!(is_kvk("12345678"));
        assert!(is_kvk("1234 5678"));
        assert!(!is_kvk("1234567"));
        assert!(!is_kvk("1234567X"));
    }
}
