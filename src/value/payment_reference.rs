//! Payment references with check digits: ISO 11649 (`RF…`) and the Dutch payment reference (betalingskenmerk).

/// Why a text is no valid reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceError {
    /// It is shorter or longer than a reference can be.
    Length,
    /// It contains a character that a reference cannot have.
    Character(char),
    /// It does not begin with `RF` and two digits.
    Beginning,
    /// Its length digit does not match its length.
    LengthDigit,
    /// Its check digits do not match the rest: a typing error.
    CheckDigits,
}

/// The greatest length of the text behind `RF` and its two check digits.
const LONGEST_BODY: usize = 21;

/// Makes an ISO 11649 reference from one to 21 letters and digits. Small letters become capitals.
///
/// ```
/// use tegoed::value::payment_reference::build_creditor_reference;
/// assert_eq!(build_creditor_reference("539007547034"), Ok("RF18539007547034".to_owned()));
/// assert_eq!(build_creditor_reference("f20260042"), Ok("RF69F20260042".to_owned()));
/// ```
pub fn build_creditor_reference(body: &str) -> Result<String, ReferenceError> {
    let body = to_capitals(body)?;
    if body.is_empty() || body.len() > LONGEST_BODY {
        return Err(ReferenceError::Length);
    }
    let check = 98_u32.saturating_sub(remainder_97(body.chars().chain("RF00".chars())));
    Ok(format!("RF{check:02}{body}"))
}

/// Reads an ISO 11649 reference, with or without blanks. Returns it without blanks and in capitals.
pub fn parse_creditor_reference(text: &str) -> Result<String, ReferenceError> {
    let text = to_capitals(text)?;
    let body = text.get(4..).ok_or(ReferenceError::Length)?;
    let digits = text.get(2..4).unwrap_or_default();
    let numbered = digits.chars().all(|digit| digit.is_ascii_digit());
    if !text.starts_with("RF") || !numbered {
        return Err(ReferenceError::Beginning);
    }
    if build_creditor_reference(body)? == text {
        Ok(text)
    } else {
        Err(ReferenceError::CheckDigits)
    }
}

/// The part behind the check digits in the reference for an invoice number: its letters and digits, in capitals.
///
/// ```
/// use tegoed::value::payment_reference::reference_body;
/// assert_eq!(reference_body("2026-001/a"), "2026001A");
/// ```
pub fn reference_body(number: &str) -> String {
    let signs = number.chars().filter(char::is_ascii_alphanumeric);
    signs.map(|sign| sign.to_ascii_uppercase()).collect()
}

/// Every ISO 11649 reference in a text, with or without blanks between its groups. Returned without blanks and in
/// capitals.
///
/// ```
/// use tegoed::value::payment_reference::find_creditor_references;
/// let words = "betaling RF18 5390 0754 7034 van maart";
/// assert_eq!(find_creditor_references(words), ["RF18539007547034"]);
/// assert!(find_creditor_references("RF19 5390 0754 7034").is_empty());
/// ```
pub fn find_creditor_references(words: &str) -> Vec<String> {
    let words: Vec<&str> = words
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let starts = (0..words.len()).filter_map(|start| words.get(start..));
    starts.flat_map(parse_grouped_references).collect()
}

/// The references that start with the first of these words. A group of fewer than four characters ends a reference.
fn parse_grouped_references(words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut text = String::new();
    let begins = words
        .first()
        .and_then(|word| word.get(..2))
        .is_some_and(|start| start.eq_ignore_ascii_case("RF"));
    for word in words.iter().take_while(|_| begins) {
        text.push_str(word);
        found.extend(parse_creditor_reference(&text));
        if word.len() != 4 || text.len() > LONGEST_BODY {
            break;
        }
    }
    found
}

/// The text without blanks and in capitals. Fails where it has anything but ASCII letters and digits.
fn to_capitals(text: &str) -> Result<String, ReferenceError> {
    let signs = text.chars().filter(|sign| *sign != ' ');
    signs
        .map(|sign| match sign.to_ascii_uppercase() {
            capital @ ('A'..='Z' | '0'..='9') => Ok(capital),
            _ => Err(ReferenceError::Character(sign)),
        })
        .collect()
}

/// The remainder by 97 of a text read as one number, where A is 10 and Z is 35.
fn remainder_97(text: impl Iterator<Item = char>) -> u32 {
    text.filter_map(|sign| sign.to_digit(36))
        .fold(0, |remainder, value| {
            let shift: u32 = if value < 10 { 10 } else { 100 };
            let number = remainder.saturating_mul(shift).saturating_add(value);
            number.checked_rem(97).unwrap_or_default()
        })
}

/// The weights of the digits of a Dutch payment reference, from right to left.
const WEIGHTS: [u32; 10] = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/// Checks a Dutch payment reference of 7, 9 to 14, or 16 digits. Blanks and points between groups are allowed.
///
/// Sixteen digits are a check digit and fifteen others. Nine to fourteen are a check digit, a digit for the number of
/// those that follow (the last digit of that number: 2 for twelve), and those. Seven have no check digit.
///
/// ```
/// use tegoed::value::payment_reference::{ReferenceError, check_payment_reference};
/// assert_eq!(check_payment_reference("5000 0567 8901 2345"), Ok(()));
/// assert_eq!(check_payment_reference("6000 0567 8901 2345"), Err(ReferenceError::CheckDigits));
/// assert_eq!(check_payment_reference("1234567"), Ok(()));
/// ```
pub fn check_payment_reference(text: &str) -> Result<(), ReferenceError> {
    let signs = text.chars().filter(|sign| !matches!(sign, ' ' | '.'));
    let digits: Vec<u32> = signs
        .map(|sign| sign.to_digit(10).ok_or(ReferenceError::Character(sign)))
        .collect::<Result<_, _>>()?;
    match digits.as_slice() {
        [_, _, _, _, _, _, _] => Ok(()),
        [check, rest @ ..] if rest.len() == 15 => verify_check_digit(*check, rest),
        [check, rest @ ..] if (8..=13).contains(&rest.len()) => {
            let (length, following) = rest.split_first().ok_or(ReferenceError::Length)?;
            let said = following.len().checked_rem(10).unwrap_or_default();
            if usize::try_from(*length) != Ok(said) {
                return Err(ReferenceError::LengthDigit);
            }
            verify_check_digit(*check, rest)
        }
        _ => Err(ReferenceError::Length),
    }
}

/// Whether a check digit fits the digits behind it: their weighted sum, by eleven.
fn verify_check_digit(check: u32, digits: &[u32]) -> Result<(), ReferenceError> {
    let pairs = digits.iter().rev().zip(WEIGHTS.iter().cycle());
    let sum = pairs
        .map(|(digit, weight)| digit.saturating_mul(*weight))
        .fold(0_u32, u32::saturating_add);
    let expected = match 11_u32.saturating_sub(sum.checked_rem(11).unwrap_or_default()) {
        11 => 0,
        10 => 1,
        digit => digit,
    };
    if check == expected {
        Ok(())
    } else {
        Err(ReferenceError::CheckDigits)
    }
}
