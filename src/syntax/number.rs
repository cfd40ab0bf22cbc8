//! Numbers with a decimal mark and group marks. A number that could be read in two ways is refused.

use super::input::Input;
use super::rule::Parsed;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::digit1;
use nom::combinator::{all_consuming, recognize, value};
use nom::multi::many0_count;

/// Why a number could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// It can be read in two ways (A001): with a group mark or with a decimal mark.
    Ambiguous {
        /// The number if the mark groups thousands: `1210`.
        whole: String,
        /// The number if the mark stands before the decimals: `1.210`.
        decimal: String,
    },
    /// It can only be read with the other mark (A002).
    OtherMark(ParsedNumber),
    /// Its group marks stand in the wrong places (A003).
    Grouping,
    /// It has more than fifteen digits before the mark (A008).
    TooLarge,
    /// It is not a number.
    NotANumber,
}

/// A number that was read: all its digits, and how many of them are decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedNumber {
    /// All digits as one whole number, without marks.
    pub digits: i128,
    /// How many of the digits are decimals.
    pub decimals: u32,
}

/// How many digits may stand before the decimal mark.
pub const MAX_WHOLE_DIGITS: usize = 15;
const MAX_DECIMALS: usize = 12;

/// `mark = "." | "," ;`
pub fn mark(input: Input<'_>) -> Parsed<'_, char> {
    alt((value('.', tag(".")), value(',', tag(",")))).parse(input)
}

/// `number = digits , { mark , digits } ;` Whether its marks stand right is for [`read`] to say.
fn number(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    recognize((digit1, many0_count((mark, digit1)))).parse(input)
}

/// Reads a number. `mark` is the decimal mark of the journal; `None` while no line declares it.
///
/// ```
/// use tegoed::syntax::number::{read, NumberFault, ParsedNumber};
/// assert_eq!(read("1.234,56", Some(',')), Ok(ParsedNumber { digits: 123_456, decimals: 2 }));
/// assert_eq!(read("1234.56", None), Ok(ParsedNumber { digits: 123_456, decimals: 2 }));
/// assert!(matches!(read("1.210", None), Err(NumberFault::Ambiguous { .. })));
/// assert!(matches!(read("1.234,56", None), Err(NumberFault::OtherMark(_))));
/// assert_eq!(read("12.34.567", Some(',')), Err(NumberFault::Grouping));
/// ```
pub fn read(word: &str, mark: Option<char>) -> Result<ParsedNumber, NumberFault> {
    if let Some(plain) = without_groups(word, mark) {
        return Ok(plain);
    }
    if all_consuming(number).parse(word.into()).is_err() {
        return Err(wrong_shape(word));
    }
    let declared = mark.unwrap_or('.');
    if mark.is_none()
        && let Some(ambiguous) = two_readings(word)
    {
        return Err(ambiguous);
    }
    match read_with_mark(word, declared) {
        Err(NumberFault::Grouping) => match read_with_mark(word, other_mark(declared)) {
            Ok(plain) => Err(NumberFault::OtherMark(plain)),
            Err(NumberFault::TooLarge) => Err(NumberFault::TooLarge),
            Err(_) => Err(NumberFault::Grouping),
        },
        result => result,
    }
}

/// The fault of a word with a wrong shape: wrong groups where marks follow each other, else no number.
fn wrong_shape(word: &str) -> NumberFault {
    let marks = (mark, many0_count(mark));
    let doubled = (digit1, many0_count((marks, digit1)));
    match all_consuming(recognize(doubled)).parse(Input::from(word)) {
        Ok(_) => NumberFault::Grouping,
        Err(_) => NumberFault::NotANumber,
    }
}

/// Reads a number without group marks, whose decimal mark does not have three digits behind it. Nearly every number is
/// of this kind.
fn without_groups(word: &str, mark: Option<char>) -> Option<ParsedNumber> {
    let declared = if mark == Some(',') { b',' } else { b'.' };
    let (mut digits, mut behind) = (0_i64, None);
    for byte in word.bytes() {
        if byte == declared && behind.is_none() {
            behind = Some(0_u32);
        } else {
            let digit = byte.is_ascii_digit().then(|| byte.wrapping_sub(b'0'))?;
            digits = digits.checked_mul(10)?.checked_add(digit.into())?;
            behind = behind.map(|count| count.saturating_add(1));
        }
    }
    let begins = word
        .bytes()
        .next()
        .is_some_and(|first| first.is_ascii_digit());
    let decimals = behind.unwrap_or(0);
    let clear = begins && behind != Some(0) && decimals != 3 && word.len() <= MAX_WHOLE_DIGITS;
    clear.then_some(ParsedNumber {
        digits: digits.into(),
        decimals,
    })
}

/// The mark that groups digits where `mark` stands before the decimals.
pub const fn other_mark(mark: char) -> char {
    if mark == '.' { ',' } else { '.' }
}

fn read_with_mark(word: &str, mark: char) -> Result<ParsedNumber, NumberFault> {
    let (whole, part) = word.split_once(mark).unwrap_or((word, ""));
    if part.contains(['.', ',']) || !has_valid_groups(whole, other_mark(mark)) {
        return Err(NumberFault::Grouping);
    }
    let whole_digits = whole.bytes().filter(u8::is_ascii_digit);
    if whole_digits
        .clone()
        .skip_while(|digit| *digit == b'0')
        .count()
        > MAX_WHOLE_DIGITS
    {
        return Err(NumberFault::TooLarge);
    }
    if part.len() > MAX_DECIMALS {
        return Err(NumberFault::TooLarge);
    }
    let digits = whole_digits.chain(part.bytes()).fold(0_i128, |sum, digit| {
        sum * 10 + i128::from(digit.wrapping_sub(b'0'))
    });
    let decimals = u32::try_from(part.len()).unwrap_or(u32::MAX);
    Ok(ParsedNumber { digits, decimals })
}

fn has_valid_groups(whole: &str, group: char) -> bool {
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    if rest.peek().is_none() {
        return !first.contains(['.', ',']);
    }
    (1..=3).contains(&first.len())
        && rest.all(|group| group.len() == 3 && !group.contains(['.', ',']))
}

/// A number with one mark, one to three digits before it and exactly three behind it, which may be a group or decimals;
/// `None` for other numbers.
fn two_readings(word: &str) -> Option<NumberFault> {
    let place = word.find(['.', ','])?;
    let (before, behind) = word.split_at_checked(place)?;
    let behind = behind.get(1..)?;
    let lone = behind.len() == 3 && !behind.contains(['.', ',']);
    let groupable = before.len() <= 3 && !before.starts_with('0');
    (lone && groupable).then(|| NumberFault::Ambiguous {
        whole: format!("{before}{behind}"),
        decimal: format!("{before}.{behind}"),
    })
}
