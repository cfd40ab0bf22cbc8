//! The smallest things a person types, as nom parsers: days, names, numbers, words.

use crate::value::calendar::day;
use chrono::NaiveDate;
use nom::bytes::complete::{tag, take_while, take_while_m_n, take_while1};
use nom::combinator::{map_opt, recognize, verify};
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

/// What a token parser answers. Why it failed is told by who asked, in the words of the place.
pub type Parsed<'t, T> = IResult<&'t str, T, ()>;

const fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t'
}

/// Blanks, if any.
pub fn blanks(text: &str) -> Parsed<'_, &str> {
    take_while(is_blank).parse(text)
}

/// A word: everything up to the next blank.
pub fn word(text: &str) -> Parsed<'_, &str> {
    preceded(take_while(is_blank), take_while1(|c| !is_blank(c))).parse(text)
}

fn digits<'t>(count: usize) -> impl Parser<&'t str, Output = u32, Error = ()> {
    map_opt(
        take_while_m_n(count, count, |c: char| c.is_ascii_digit()),
        |text: &str| text.parse().ok(),
    )
}

/// Year, month and day, of the written width, whether or not there is such a day.
pub fn date_shape(text: &str) -> Parsed<'_, (u32, u32, u32)> {
    (
        terminated(digits(4), tag("-")),
        terminated(digits(2), tag("-")),
        digits(2),
    )
        .parse(text)
}

/// A day: `2026-01-31`.
///
/// ```
/// use tegoed::syntax::token::date;
/// assert!(date("2026-01-31 rest").is_ok());
/// assert!(date("2026-02-30").is_err());
/// assert!(date("2026-1-31").is_err());
/// ```
pub fn date(text: &str) -> Parsed<'_, NaiveDate> {
    // The bytes of nearly every line of a big journal: read them straight before asking the general parser.
    if let Some((head, rest)) = text.split_at_checked(10)
        && let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *head.as_bytes()
        && [y1, y2, y3, y4, m1, m2, d1, d2]
            .iter()
            .all(u8::is_ascii_digit)
    {
        let number = |digits: &[u8]| {
            digits.iter().fold(0_u32, |sum, digit| {
                sum * 10 + u32::from(digit.wrapping_sub(b'0'))
            })
        };
        return number(&[y1, y2, y3, y4])
            .try_into()
            .ok()
            .and_then(|year| day(year, number(&[m1, m2]), number(&[d1, d2])))
            .map_or(Err(nom::Err::Error(())), |date| Ok((rest, date)));
    }
    map_opt(date_shape, |(year, month, number)| {
        day(i32::try_from(year).ok()?, month, number)
    })
    .parse(text)
}

/// The letters of an invoice number, behind its `#`.
pub fn invoice(text: &str) -> Parsed<'_, &str> {
    preceded(
        tag("#"),
        recognize(pair(
            verify(
                nom::character::complete::anychar,
                char::is_ascii_alphanumeric,
            ),
            take_while(|c: char| c.is_ascii_alphanumeric() || "._/-".contains(c)),
        )),
    )
    .parse(text)
}

/// The letters of a customer id, behind its `@`.
pub fn customer(text: &str) -> Parsed<'_, &str> {
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    preceded(
        tag("@"),
        recognize(pair(
            verify(nom::character::complete::anychar, move |c| small(*c)),
            take_while(move |c| small(c) || "._-".contains(c)),
        )),
    )
    .parse(text)
}

/// A name: a letter, then letters, digits, dots, dashes.
pub fn name(text: &str) -> Parsed<'_, &str> {
    recognize(pair(
        verify(nom::character::complete::anychar, char::is_ascii_alphabetic),
        take_while(|c: char| c.is_ascii_alphanumeric() || "._-".contains(c)),
    ))
    .parse(text)
}

/// A run of digits, marks and nothing else: the letters of a number.
pub fn number(text: &str) -> Parsed<'_, &str> {
    take_while1(|c: char| c.is_ascii_digit() || c == '.' || c == ',').parse(text)
}

/// A whole number.
pub fn count(text: &str) -> Parsed<'_, u32> {
    map_opt(take_while1(|c: char| c.is_ascii_digit()), |text: &str| {
        text.parse().ok()
    })
    .parse(text)
}
