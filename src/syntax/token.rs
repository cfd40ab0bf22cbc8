//! The smallest things a person types, as nom parsers: days, names, numbers, words.

use crate::value::calendar::day;
use chrono::NaiveDate;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::map_opt;
use nom::sequence::terminated;
use nom::{IResult, Parser};

/// What a token parser answers. Why it failed is told by who asked, in the words of the place.
pub type Parsed<'t, T> = IResult<&'t str, T, ()>;

const fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

/// How many bytes from the start on are of a kind. Byte by byte is enough where either only ASCII is of the kind, or
/// everything that is not.
fn length_of_run(bytes: &[u8], kind: impl Fn(u8) -> bool) -> usize {
    let end = bytes.iter().position(|byte| !kind(*byte));
    end.unwrap_or(bytes.len())
}

/// Cuts a text behind its first bytes of one kind: what is behind them, and they.
fn run(text: &str, kind: impl Fn(u8) -> bool) -> (&str, &str) {
    let length = length_of_run(text.as_bytes(), kind);
    let (run, rest) = text.split_at_checked(length).unwrap_or((text, ""));
    (rest, run)
}

/// The same where there must be one at least.
fn run_of_some(text: &str, kind: impl Fn(u8) -> bool) -> Parsed<'_, &str> {
    match run(text, kind) {
        (_, "") => Err(nom::Err::Error(())),
        found => Ok(found),
    }
}

/// How many blanks a text begins with.
pub fn blanks(text: &[u8]) -> usize {
    length_of_run(text, is_blank)
}

/// The text behind its leading blanks.
pub fn behind_blanks(text: &str) -> &str {
    text.get(blanks(text.as_bytes())..).unwrap_or_default()
}

/// The text before its trailing blanks.
pub fn without_blanks_behind(text: &str) -> &str {
    let last = text.as_bytes().iter().rposition(|byte| !is_blank(*byte));
    let length = last.map_or(0, |last| last.saturating_add(1));
    text.get(..length).unwrap_or_default()
}

/// How many bytes stand before the first blank.
pub fn letters_to_blank(text: &str) -> usize {
    length_of_run(text.as_bytes(), |byte| !is_blank(byte))
}

/// A word: everything up to the next blank.
pub fn word(text: &str) -> Parsed<'_, &str> {
    run_of_some(behind_blanks(text), |byte| !is_blank(byte))
}

/// Whether a text begins with a word, and the word ends there.
pub fn begins_with_word(text: &str, word: &str) -> bool {
    begins_with(text, word, |next| next.is_none_or(is_blank))
}

/// Whether a text begins with a word, and then comes what may follow it. Most words differ in their first letter: no
/// need to call for those.
pub fn begins_with(text: &str, word: &str, may_follow: impl Fn(Option<u8>) -> bool) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    text.first() == word.first()
        && text
            .strip_prefix(word)
            .is_some_and(|behind| may_follow(behind.first().copied()))
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
    // The form below in one step, for nearly every line of a big journal has one: a third of its instructions.
    if let Some(ten) = text.as_bytes().first_chunk()
        && let Some((year, month, number)) = ten_bytes(*ten)
    {
        let rest = text.get(10..).unwrap_or_default();
        return day(year, month, number).map_or(Err(nom::Err::Error(())), |date| Ok((rest, date)));
    }
    map_opt(date_shape, |(year, month, number)| {
        day(i32::try_from(year).ok()?, month, number)
    })
    .parse(text)
}

/// Year, month and day, from the bytes of `2026-01-31`.
fn ten_bytes(ten: [u8; 10]) -> Option<(i32, u32, u32)> {
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

/// The letters of an invoice number, behind its `#`.
pub fn invoice(text: &str) -> Parsed<'_, &str> {
    let further = |byte| NUMBER.has(byte);
    letters(
        sigil(text, '#')?,
        |byte| byte.is_ascii_alphanumeric(),
        further,
    )
}

/// The letters of a customer id, behind its `@`.
pub fn customer(text: &str) -> Parsed<'_, &str> {
    let first = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    letters(sigil(text, '@')?, first, |byte| CUSTOMER.has(byte))
}

/// A name: a letter, then letters, digits, dots, dashes.
pub fn name(text: &str) -> Parsed<'_, &str> {
    let further = |byte| NAME.has(byte);
    letters(text, |byte| byte.is_ascii_alphabetic(), further)
}

static NUMBER: Letters =
    Letters::of(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._/-");
static CUSTOMER: Letters = Letters::of(b"0123456789abcdefghijklmnopqrstuvwxyz._-");
static NAME: Letters =
    Letters::of(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-");

/// A set of bytes as a table: one look for each letter of an id, where a comparison with every range takes twelve
/// instructions.
struct Letters([bool; 256]);

impl Letters {
    const fn of(letters: &[u8]) -> Self {
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

    fn has(&self, byte: u8) -> bool {
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

fn sigil(text: &str, sigil: char) -> Result<&str, nom::Err<()>> {
    text.strip_prefix(sigil).ok_or(nom::Err::Error(()))
}

/// A run of letters of a kind, the first one of a narrower kind.
fn letters(
    text: &str,
    first: impl Fn(u8) -> bool,
    further: impl Fn(u8) -> bool,
) -> Parsed<'_, &str> {
    if text.bytes().next().is_some_and(first) {
        Ok(run(text, further))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// A run of digits, marks and nothing else: the letters of a number.
pub fn number(text: &str) -> Parsed<'_, &str> {
    run_of_some(text, |byte| {
        byte.is_ascii_digit() || byte == b'.' || byte == b','
    })
}

/// A whole number.
pub fn count(text: &str) -> Parsed<'_, u32> {
    map_opt(
        |text| run_of_some(text, |byte| byte.is_ascii_digit()),
        |text: &str| text.parse().ok(),
    )
    .parse(text)
}
