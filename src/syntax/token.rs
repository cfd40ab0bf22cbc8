//! The smallest units of the syntax: dates, ids, names, numbers and words.

use super::blank::{is_blank, length_of_run};
use super::combinators::alt_of_words;
use super::input::Input;
use super::rule::{Expected, Parsed, Rule};
use crate::value::calendar::date_from_ymd;
use chrono::NaiveDate;
use nom::Parser;
use nom::bytes::complete::{tag, take, take_while, take_while_m_n, take_while1};
use nom::character::complete::{digit1, satisfy};
use nom::combinator::{map_opt, recognize};
use nom::sequence::terminated;

/// Part of many rules: `[ sp ]`.
#[inline]
pub fn blanks(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    // Nearly always it is exactly one blank.
    if let [b' ', next, ..] = input.text.as_bytes()
        && !is_blank(*next)
    {
        let (blank, rest) = input.split(1);
        return Ok((rest, blank));
    }
    take_while(is_blank)(input)
}

/// `word = character , { character } ;`
pub fn word(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    take_while1(|byte| !is_blank(byte))(input)
}

/// Succeeds at the end of a word: before a blank, or at the end of the line.
pub fn word_end(input: Input<'_>) -> Parsed<'_, ()> {
    match input.text.as_bytes().first() {
        None | Some(b' ' | b'\t') => Ok((input, ())),
        Some(_) => Expected::no_match(),
    }
}

/// Reads a token that is followed by a blank or the end of the line.
pub fn whole_word<'t, T>(token: impl Rule<'t, T>) -> impl Rule<'t, T> {
    terminated(token, word_end)
}

/// Exactly this word, followed by a blank or the end of the line.
pub fn exact_word<'t>(word: &'static str) -> impl Rule<'t, &'static str> {
    alt_of_words(std::iter::once(word), |word| Some(word), is_word_end)
}

/// Whether a word ends before this byte; `None` is the end of the line.
pub const fn is_word_end(next: Option<u8>) -> bool {
    matches!(next, None | Some(b' ' | b'\t'))
}

fn digits<'t>(count: usize) -> impl Rule<'t, u32> {
    map_opt(
        take_while_m_n(count, count, |byte: u8| byte.is_ascii_digit()),
        |digits: Input<'t>| digits.text.parse().ok(),
    )
}

/// Year, month and day with four, two and two digits, whether or not that day exists.
pub fn date_shape(input: Input<'_>) -> Parsed<'_, (u32, u32, u32)> {
    (
        terminated(digits(4), tag("-")),
        terminated(digits(2), tag("-")),
        digits(2),
    )
        .parse(input)
}

/// `date = digit , digit , digit , digit , "-" , digit , digit , "-" , digit , digit ;`
///
/// ```
/// use tegoed::syntax::token::date;
/// assert!(date("2026-01-31 rest".into()).is_ok());
/// assert!(date("2026-02-30".into()).is_err());
/// assert!(date("2026-1-31".into()).is_err());
/// ```
pub fn date(input: Input<'_>) -> Parsed<'_, NaiveDate> {
    // This is `date_shape` in one step. Nearly every line of a big journal has a date, and it saves a third of its
    // instructions.
    map_opt(take(10_usize), |ten: Input<'_>| {
        let (year, month, number) = date_from_bytes(*ten.text.as_bytes().first_chunk()?)?;
        date_from_ymd(year, month, number)
    })
    .parse(input)
}

/// Year, month and day, from the ten bytes of `2026-01-31`; `None` where they have another shape.
fn date_from_bytes(ten: [u8; 10]) -> Option<(i32, u32, u32)> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = ten else {
        return None;
    };
    let pair = |tens: u8, ones: u8| {
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        (tens <= 9 && ones <= 9).then(|| u32::from(tens) * 10 + u32::from(ones))
    };
    let year = pair(y1, y2)? * 100 + pair(y3, y4)?;
    Some((year.cast_signed(), pair(m1, m2)?, pair(d1, d2)?))
}

/// `invoice = "#" , ( letter | digit ) , { letter | digit | "." | "_" | "/" | "-" } ;`
pub fn invoice(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    id(b'#', |first| first.is_ascii_alphanumeric(), &NUMBER).parse(input)
}

/// `customer = "@" , ( small | digit ) , { small | digit | "." | "_" | "-" } ;`
pub fn customer(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let first = |first: u8| first.is_ascii_lowercase() || first.is_ascii_digit();
    id(b'@', first, &CUSTOMER).parse(input)
}

/// Every word of a text that looks like a `customer`, without its sigil. The journal uses it to prepare for the entries
/// to come.
pub fn customers_in(text: &str) -> impl Iterator<Item = &str> {
    let sigils = memchr::memchr_iter(b'@', text.as_bytes());
    sigils.filter_map(|at| {
        let (_, id) = customer(text.get(at..)?.into()).ok()?;
        id.text.get(1..)
    })
}

/// `name = letter , { letter | digit | "." | "_" | "-" } ;`
pub fn name(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let first = satisfy(|first| first.is_ascii_alphabetic());
    recognize((first, take_while(|byte| NAME.contains(byte)))).parse(input)
}

/// `account = ( letter | digit ) , { letter | digit | "." | "_" | "/" | "-" } ;`
pub fn account(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let first = satisfy(|first| first.is_ascii_alphanumeric());
    recognize((first, take_while(|byte| NUMBER.contains(byte)))).parse(input)
}

/// A sigil and an id, whose first character has a narrower class. This is `recognize((tag, satisfy, take_while))` in
/// one step, which slices the text once instead of five times and saves half of the instructions.
#[inline]
fn id<'t>(
    sigil: u8,
    first: impl Fn(u8) -> bool,
    kind: &'static ByteSet,
) -> impl Rule<'t, Input<'t>> {
    move |input: Input<'t>| match input.text.as_bytes() {
        [sign, letter, further @ ..] if *sign == sigil && first(*letter) => {
            let length = length_of_run(further, |byte| kind.contains(byte)).saturating_add(2);
            let (id, rest) = input.split(length);
            Ok((rest, id))
        }
        _ => Expected::no_match(),
    }
}

/// A run of digits and marks, which is meant as a `number` whether or not its marks stand correctly.
pub fn number_letters(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    take_while1(|byte: u8| byte.is_ascii_digit() || byte == b'.' || byte == b',')(input)
}

/// `count = digits ;`
pub fn count(input: Input<'_>) -> Parsed<'_, u32> {
    map_opt(digit1, |digits: Input<'_>| digits.text.parse().ok()).parse(input)
}

static NUMBER: ByteSet =
    ByteSet::new(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._/-");
static CUSTOMER: ByteSet = ByteSet::new(b"0123456789abcdefghijklmnopqrstuvwxyz._-");
static NAME: ByteSet =
    ByteSet::new(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-");

/// A set of bytes as a table: one look-up for each character of an id, where comparing with every range takes twelve
/// instructions.
struct ByteSet([bool; 256]);

impl ByteSet {
    const fn new(letters: &[u8]) -> Self {
        let mut table = [false; 256];
        let mut entries: &mut [bool] = &mut table;
        let mut byte = 0_u8;
        while let [entry, further @ ..] = entries {
            *entry = is_among(byte, letters);
            byte = byte.wrapping_add(1);
            entries = further;
        }
        Self(table)
    }

    fn contains(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).is_some_and(|has| *has)
    }
}

const fn is_among(byte: u8, mut letters: &[u8]) -> bool {
    while let [letter, further @ ..] = letters {
        if *letter == byte {
            return true;
        }
        letters = further;
    }
    false
}
