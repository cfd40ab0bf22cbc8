//! Cuts text into lines without losing a byte. After a line that cannot be read, reading resumes at the next line that
//! starts in column 1.

use super::blank::is_blank;
use super::entry::SourceText;
use super::input::Input;
use super::mistakes::unusual_char::count_plain_bytes;
use super::rule::Parsed;
use super::token::blanks;
use crate::text::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::{eof, map, rest, success, value};
use nom::sequence::{preceded, terminated};

/// The kind of a line, which its first characters decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceLineKind {
    /// Nothing but blanks.
    Blank,
    /// The first character that is no blank is `;`.
    Comment,
    /// Column 1 has `#`, and a blank follows the last `#`. Editors fold by headings.
    Heading,
    /// Column 1 has anything else.
    Header,
    /// The line is indented.
    Detail,
    /// A marker that git leaves after a merge with conflicts.
    Conflict,
}

/// One line of a text.
#[derive(Clone, Copy, Debug)]
pub struct SourceLine<'t> {
    /// The kind of the line.
    pub kind: SourceLineKind,
    /// The characters without the line end.
    pub text: &'t str,
    /// The characters with the line end, which is `\n`, `\r\n`, or empty at the end of the file.
    text_with_end: &'t str,
    /// The place of the first byte.
    pub place: u32,
    /// How many bytes from the start of the line are printable ASCII or line ends; the count may reach past this line.
    /// Among those no character is hidden or looks like another.
    plain_bytes: usize,
}

impl<'t> SourceLine<'t> {
    /// The line end.
    pub fn line_end(&self) -> &'t str {
        self.text_with_end
            .get(self.text.len()..)
            .unwrap_or_default()
    }

    /// Whether the first `length` bytes are printable ASCII.
    pub const fn is_plain_to(&self, length: usize) -> bool {
        length <= self.plain_bytes
    }

    /// Whether the whole line is printable ASCII.
    pub const fn is_plain(&self) -> bool {
        self.is_plain_to(self.text.len())
    }

    /// The rest of the line from the first character on that is not printable ASCII.
    pub fn from_first_unusual_char(&self) -> Input<'t> {
        self.input().split(self.plain_bytes.min(self.text.len())).1
    }

    /// The characters and their place, for a parser.
    pub const fn input(&self) -> Input<'t> {
        Input {
            text: self.text,
            place: self.place,
        }
    }

    /// The place of the characters.
    pub fn span(&self) -> Span {
        Span::from_length(self.place, self.text.len())
    }
}

/// `journal = { line , [ blanks ] , line-end } , [ line , [ blanks ] ] ;` Joined again they are the text.
///
/// ```
/// use tegoed::syntax::{entry::SourceText, lines::{lines, SourceLineKind}};
/// let text = SourceText { str: "; hi\r\n2026-01-01 note | x\n  > y", base: 0 };
/// let kinds: Vec<_> = lines(text).map(|line| line.kind).collect();
/// assert_eq!(kinds, [SourceLineKind::Comment, SourceLineKind::Header, SourceLineKind::Detail]);
/// let joined: String = lines(text).flat_map(|line| [line.text, line.line_end()]).collect();
/// assert_eq!(joined, text.str);
/// ```
pub fn lines(text: SourceText<'_>) -> impl Iterator<Item = SourceLine<'_>> {
    let mut rest = text.str;
    let mut place = text.base;
    let mut plain = count_plain_bytes(rest);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let length =
            memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at.saturating_add(1));
        let (whole, behind) = rest.split_at_checked(length)?;
        let letters = whole.strip_suffix('\n').unwrap_or(whole);
        let letters = if letters.len() < whole.len() {
            letters.strip_suffix('\r').unwrap_or(letters)
        } else {
            letters
        };
        let input = Input {
            text: letters,
            place,
        };
        let line = SourceLine {
            kind: line(input).map_or(SourceLineKind::Header, |(_, kind)| kind),
            text: letters,
            place,
            text_with_end: whole,
            plain_bytes: plain,
        };
        rest = behind;
        plain = plain
            .checked_sub(length)
            .unwrap_or_else(|| count_plain_bytes(behind));
        place = Span::from_length(place, length).end;
        Some(line)
    })
}

/// Whether a line that begins with this byte ends the previous entry, because it is neither blank nor a comment nor a
/// detail.
pub const fn is_entry_boundary(first: u8) -> bool {
    !matches!(first, b' ' | b'\t' | b'\n' | b'\r' | b';')
}

/// `line = blank-line | comment | detail | heading | conflict | header ;` The first characters decide.
#[inline]
fn line(input: Input<'_>) -> Parsed<'_, SourceLineKind> {
    // A fast path for nearly every line of a big journal, which saves a fifteenth of the program's instructions.
    match plain_line(input.text) {
        Some(kind) => Ok((input, kind)),
        None => any_line(input),
    }
}

/// Recognizes a line of any kind. A function of its own, so that the fast path needs no stack space for it.
#[inline(never)]
fn any_line(input: Input<'_>) -> Parsed<'_, SourceLineKind> {
    alt((
        value(SourceLineKind::Blank, blank_line),
        value(SourceLineKind::Comment, comment),
        value(SourceLineKind::Detail, indent),
        value(SourceLineKind::Heading, heading),
        value(SourceLineKind::Conflict, conflict),
        success(SourceLineKind::Header),
    ))
    .parse(input)
}

/// Recognizes an empty line, a detail behind two spaces, and a header that begins with a letter or a digit; `None` for
/// others.
const fn plain_line(letters: &str) -> Option<SourceLineKind> {
    match letters.as_bytes() {
        [] => Some(SourceLineKind::Blank),
        [b' ', b' ', b'a'..=b'z', ..] => Some(SourceLineKind::Detail),
        [b'0'..=b'9' | b'a'..=b'z', ..] => Some(SourceLineKind::Header),
        _ => None,
    }
}

/// `blank-line = [ blanks ] ;`
fn blank_line(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    terminated(blanks, eof).parse(input)
}

/// `comment = [ blanks ] , ";" , [ anything ] ;` without its text.
fn comment(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    preceded(blanks, tag(";")).parse(input)
}

/// `indent = blanks ;`
fn indent(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    take_while1(is_blank)(input)
}

/// `heading = "#" , { "#" } , ( " " , [ anything ] | [ blanks ] ) ;` without its text.
fn heading(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let end = alt((tag(" "), blank_line));
    terminated(take_while1(|byte| byte == b'#'), end).parse(input)
}

/// `conflict = ( "<<<<<<<" | "|||||||" | "=======" | ">>>>>>>" ) , [ anything ] ;` without its text.
fn conflict(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    alt((
        tag("<<<<<<<"),
        tag("|||||||"),
        tag("======="),
        tag(">>>>>>>"),
    ))
    .parse(input)
}

/// Splits a line before the `|` that opens free text; the second part is empty where there is none. These are plain
/// functions, because as nom rules they cost a hundredth more of all instructions: every header passes here.
#[inline]
pub fn split_at_bar(line: Input<'_>) -> (Input<'_>, Input<'_>) {
    line.split(find_bar(line.text).unwrap_or(line.text.len()))
}

/// `[ free-text ]`: where its text stands.
#[inline]
pub fn text_behind_bar(free: Input<'_>) -> Option<Span> {
    if free.text.is_empty() {
        return None;
    }
    let read = free_text(free.without_blanks_behind());
    read.ok().map(|(_, text)| text)
}

/// The arguments of a line without the blanks around them, and its free text where a bar opens one; nothing is judged,
/// as the formatter needs it.
pub fn split_free_text(line: Input<'_>) -> (Input<'_>, Option<Input<'_>>) {
    let line = line.trimmed();
    let (head, free) = split_at_bar(line);
    let text = text_behind_bar(free).map(|text| {
        let blanks = text.start.saturating_sub(free.place) as usize;
        free.split(blanks).1
    });
    (head.trimmed(), text)
}

/// `free-text = "|" , [ sp , text ] ;` where its text stands. The input ends without a blank.
fn free_text(input: Input<'_>) -> Parsed<'_, Span> {
    map(preceded((tag("|"), blanks), rest), Input::span).parse(input)
}

/// The offset of the `|` that opens free text. It stands between blanks, or between a blank and the end of the line.
///
/// ```
/// use tegoed::syntax::lines::find_bar;
/// assert_eq!(find_bar("a | b | c"), Some(2));
/// assert_eq!(find_bar("a|b |"), Some(4));
/// assert_eq!(find_bar("a|b"), None);
/// ```
pub fn find_bar(letters: &str) -> Option<usize> {
    let bytes = letters.as_bytes();
    memchr::memchr_iter(b'|', bytes).find(|at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let behind = bytes.get(at.saturating_add(1));
        before.is_none_or(|before| is_blank(*before))
            && behind.is_none_or(|behind| is_blank(*behind))
    })
}
