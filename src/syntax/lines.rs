//! Cuts text into lines, losing no byte. After a line that cannot be read, reading resumes at the next line that starts
//! in column 1.

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

/// What kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceLineKind {
    /// Nothing but blanks.
    Blank,
    /// First non-blank is `;`.
    Comment,
    /// Column 1 is `#`, then a blank: editors fold by it.
    Heading,
    /// Column 1 is anything else.
    Header,
    /// Indented.
    Detail,
    /// What git leaves behind where a merge failed.
    Conflict,
}

/// A line of a text.
#[derive(Clone, Copy, Debug)]
pub struct SourceLine<'t> {
    /// What kind.
    pub kind: SourceLineKind,
    /// Its letters without the line end.
    pub text: &'t str,
    /// The same with the line end: `\n`, `\r\n`, or nothing at the end of the file.
    text_with_end: &'t str,
    /// The place of its first byte.
    pub place: u32,
    /// How many bytes from the start of the line are printable ASCII or line ends, which may reach past this line. In
    /// those, nothing is hidden or looks like something else.
    plain_bytes: usize,
}

impl<'t> SourceLine<'t> {
    /// The line end.
    pub fn line_end(&self) -> &'t str {
        self.text_with_end
            .get(self.text.len()..)
            .unwrap_or_default()
    }

    /// Whether its first letters, so many of them, are printable ASCII.
    pub const fn is_plain_to(&self, length: usize) -> bool {
        length <= self.plain_bytes
    }

    /// Whether all of its letters are.
    pub const fn is_plain(&self) -> bool {
        self.is_plain_to(self.text.len())
    }

    /// Its letters from the first one on that is not printable ASCII, and where they stand.
    pub fn from_first_unusual_char(&self) -> Input<'t> {
        self.input().split(self.plain_bytes.min(self.text.len())).1
    }

    /// Its letters, to be read.
    pub const fn input(&self) -> Input<'t> {
        Input {
            text: self.text,
            place: self.place,
        }
    }

    /// Where its letters stand.
    pub fn span(&self) -> Span {
        Span::from_length(self.place, self.text.len())
    }
}

/// `journal = { line , line-end } , [ line ] ;` Joined again they are the text.
///
/// ```
/// use tegoed::syntax::{entry::SourceText, lines::{lines, SourceLineKind}};
/// let text = SourceText { str: "; hi\r\n2026-01-01 note | x\n  > y", base: 0 };
/// let diagnostic_kinds: Vec<_> = lines(text).map(|line| line.kind).collect();
/// assert_eq!(diagnostic_kinds, [SourceLineKind::Comment, SourceLineKind::Header, SourceLineKind::Detail]);
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

/// Whether a line that begins with this byte ends the entry before it: it is neither blank, nor a comment, nor a detail.
pub const fn is_entry_boundary(first: u8) -> bool {
    !matches!(first, b' ' | b'\t' | b'\n' | b'\r' | b';')
}

/// `line = blank-line | comment | detail | heading | conflict | header ;` told by the first letters.
#[inline]
fn line(input: Input<'_>) -> Parsed<'_, SourceLineKind> {
    // Nearly every line of a big journal, by one look: a fifteenth of the whole program's instructions.
    match plain_line(input.text) {
        Some(kind) => Ok((input, kind)),
        None => any_line(input),
    }
}

/// A line of any kind. A function of its own, so that plain ones need not make room for it.
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

/// An empty line, a detail behind two spaces, or a header that begins with a letter or a digit.
const fn plain_line(letters: &str) -> Option<SourceLineKind> {
    match letters.as_bytes() {
        [] => Some(SourceLineKind::Blank),
        [b' ', b' ', b'a'..=b'z', ..] => Some(SourceLineKind::Detail),
        [b'0'..=b'9' | b'a'..=b'z', ..] => Some(SourceLineKind::Header),
        _ => None,
    }
}

/// `blank-line = [ sp ] ;`
fn blank_line(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    terminated(blanks, eof).parse(input)
}

/// `comment = [ sp ] , ";" , [ text ] ;` without its text.
fn comment(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    preceded(blanks, tag(";")).parse(input)
}

/// `indent = sp ;`
fn indent(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    take_while1(is_blank)(input)
}

/// `heading = "#" , { "#" } , " " , [ text ] ;` without its text.
fn heading(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    terminated(take_while1(|byte| byte == b'#'), tag(" ")).parse(input)
}

/// `conflict = ( "<<<<<<<" | "|||||||" | "=======" | ">>>>>>>" ) , [ text ] ;` without its text.
fn conflict(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    alt((
        tag("<<<<<<<"),
        tag("|||||||"),
        tag("======="),
        tag(">>>>>>>"),
    ))
    .parse(input)
}

/// What stands before the `|` that opens free text, and the rest from it on: all and nothing, where there is none. Plain
/// functions here: as rules of nom they take a hundredth of all instructions more, for every header has them.
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

/// The arguments of a line without the blanks around them, and its free text where a bar opens one: for whoever moves
/// them without judging.
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

/// Where the `|` that opens free text stands: between blanks, or between a blank and the line's end.
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
