//! C005: an account, registration or VAT number, or a payment reference, that cannot be right.

use crate::syntax::entry::{Detail, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use crate::value::payment_reference::{check_payment_reference, parse_creditor_reference};
use iban::Iban;

crate::check_rule! {
    "C005" "bad-identifier" Warning, needs None, page "bad_identifier.md", Entry(run)
}

fn run(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    match entry.directive.keyword {
        Keyword::Business | Keyword::Customer => check_identifiers(entry, text, sink),
        Keyword::Invoice => check_references(entry, text, sink),
        _ => {}
    }
}

/// What looks like a reference that checks itself, and does not.
fn check_references(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    for detail in entry.details(KeyName::Ref) {
        let value = text.slice(detail.value);
        let expected = if is_meant_as_iso_11649(value) && parse_creditor_reference(value).is_err() {
            "a reference of ISO 11649 whose check digits fit"
        } else if has_sixteen_digits(value) && check_payment_reference(value).is_err() {
            "a payment reference of sixteen digits whose check digit fits"
        } else {
            continue;
        };
        report(detail, value, expected, sink);
    }
}

fn is_meant_as_iso_11649(value: &str) -> bool {
    let mut signs = value.chars();
    let begins = signs.by_ref().take(2).map(|sign| sign.to_ascii_uppercase());
    begins.eq("RF".chars()) && signs.next().is_some_and(|sign| sign.is_ascii_digit())
}

fn has_sixteen_digits(value: &str) -> bool {
    let only = value
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '.'));
    only && value.chars().filter(char::is_ascii_digit).count() == 16
}

fn check_identifiers(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    let country = entry.details(KeyName::Country).next();
    let dutch = country.is_none_or(|detail| text.slice(detail.value).eq_ignore_ascii_case("NL"));
    for detail in &entry.details {
        let value = text.slice(detail.value);
        let expected = match detail.key.name() {
            Some(KeyName::Iban) if value.parse::<Iban>().is_err() => {
                "an account number whose check digits fit"
            }
            Some(KeyName::Kvk) if dutch && !is_kvk(value) => "eight digits",
            Some(KeyName::VatId) if !is_vat_id(value) => {
                "a VAT number that passes its check, such as NL123456782B01"
            }
            _ => continue,
        };
        report(detail, value, expected, sink);
    }
}

fn report(detail: &Detail, value: &str, expected: &str, sink: &mut Sink) {
    sink.push(
        KIND.at(detail.value, format!("expected {expected}, found {value}"))
            .help("copy it again from the invoice, the bank or the register: one character is wrong or missing"),
    );
}

fn is_kvk(value: &str) -> bool {
    let digits = value.bytes().filter(|byte| !matches!(byte, b' ' | b'.'));
    value
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'.'))
        && digits.count() == 8
}

/// A Dutch number passes one of two checks; of another country only the form is looked at.
fn is_vat_id(value: &str) -> bool {
    let letters: Vec<u8> = value
        .bytes()
        .filter(|byte| !matches!(byte, b' ' | b'.' | b'-'))
        .map(|byte| byte.to_ascii_uppercase())
        .collect();
    match letters.split_at_checked(2) {
        Some((b"NL", rest)) => is_dutch_vat_id(rest),
        Some((country, rest)) => {
            country.iter().all(u8::is_ascii_uppercase)
                && (2..=13).contains(&rest.len())
                && rest.iter().all(u8::is_ascii_alphanumeric)
        }
        None => false,
    }
}

fn is_dutch_vat_id(rest: &[u8]) -> bool {
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
    fn dutch_vat_numbers_pass_one_of_two_checks() {
        for good in [
            "NL004495445B01",
            "NL001041149B01",
            "NL002455799B11",
            "NL000099998B57",
            "NL123456780B94",
            "NL001234567B29",
            "NL500000003B87",
            "NL 0044.95.445.B.01",
            "nl004495445b01",
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
    fn of_other_countries_only_the_form_is_looked_at() {
        assert!(is_vat_id("BE0123456749"));
        assert!(!is_vat_id("0123456749"));
    }

    #[test]
    fn the_trade_register_has_eight_digits() {
        assert!(is_kvk("12345678"));
        assert!(is_kvk("1234 5678"));
        assert!(!is_kvk("1234567"));
        assert!(!is_kvk("1234567X"));
    }
}
