//! Cuts text into lines, losing no byte: the line in column 1 is where reading starts afresh after a mistake.

use super::blank;
use super::entry::Text;
use super::input::Input;
use super::mistakes::unusual_char::plain_bytes;
use crate::text::span::Span;

/// What kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
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
pub struct Line<'t> {
    /// What kind.
    pub kind: LineKind,
    /// Its letters without the line end.
    pub text: &'t str,
    /// The same with the line end: `\n`, `\r\n`, or nothing at the end of the file.
    whole: &'t str,
    /// The place of its first byte.
    pub place: u32,
    /// How many bytes from its first one on, be it into the lines behind, are printable ASCII or end a line: nothing
    /// in them is hidden or looks like something else.
    plain: usize,
}

impl<'t> Line<'t> {
    /// The line end.
    pub fn end(&self) -> &'t str {
        self.whole.get(self.text.len()..).unwrap_or_default()
    }

    /// Whether its first letters, so many of them, are printable ASCII.
    pub const fn is_plain_to(&self, length: usize) -> bool {
        length <= self.plain
    }

    /// Whether all of its letters are.
    pub const fn is_plain(&self) -> bool {
        self.is_plain_to(self.text.len())
    }

    /// Its letters from the first one on that is not printable ASCII, and where they stand.
    pub fn strange(&self) -> Input<'t> {
        self.input().split(self.plain.min(self.text.len())).1
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
        Span::of(self.place, self.text.len())
    }
}

/// The lines of a text. Joined again they are the text.
///
/// ```
/// use tegoed::syntax::{entry::Text, lines::{lines, LineKind}};
/// let text = Text { str: "; hi\r\n2026-01-01 note | x\n  > y", base: 0 };
/// let kinds: Vec<_> = lines(text).map(|line| line.kind).collect();
/// assert_eq!(kinds, [LineKind::Comment, LineKind::Header, LineKind::Detail]);
/// let joined: String = lines(text).flat_map(|line| [line.text, line.end()]).collect();
/// assert_eq!(joined, text.str);
/// ```
pub fn lines(text: Text<'_>) -> impl Iterator<Item = Line<'_>> {
    let mut rest = text.str;
    let mut place = text.base;
    let mut plain = plain_bytes(rest);
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
        let line = Line {
            kind: kind(letters),
            text: letters,
            place,
            whole,
            plain,
        };
        rest = behind;
        plain = plain
            .checked_sub(length)
            .unwrap_or_else(|| plain_bytes(behind));
        place = Span::of(place, length).end;
        Some(line)
    })
}

/// Whether a line that begins with this byte ends the entry before it: it is neither blank, nor a comment, nor a detail.
pub const fn ends_entry(first: u8) -> bool {
    !matches!(first, b' ' | b'\t' | b'\n' | b'\r' | b';')
}

/// The first seven letters of what git leaves behind.
const CONFLICTS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

fn kind(letters: &str) -> LineKind {
    let start = blank::behind_blanks(letters);
    let indented = start.len() < letters.len();
    match start.as_bytes().first() {
        None => LineKind::Blank,
        Some(b';') => LineKind::Comment,
        Some(_) if indented => LineKind::Detail,
        Some(b'#') if start.trim_start_matches('#').starts_with(' ') => LineKind::Heading,
        Some(b'<' | b'|' | b'=' | b'>') if CONFLICTS.iter().any(|mark| start.starts_with(mark)) => {
            LineKind::Conflict
        }
        Some(_) => LineKind::Header,
    }
}

/// Where the `|` that opens free text stands: between blanks, or between a blank and the line's end.
///
/// ```
/// use tegoed::syntax::lines::bar;
/// assert_eq!(bar("a | b | c"), Some(2));
/// assert_eq!(bar("a|b |"), Some(4));
/// assert_eq!(bar("a|b"), None);
/// ```
pub fn bar(letters: &str) -> Option<usize> {
    let bytes = letters.as_bytes();
    memchr::memchr_iter(b'|', bytes).find(|at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let behind = bytes.get(at.saturating_add(1));
        before.is_none_or(|b| matches!(b, b' ' | b'\t'))
            && behind.is_none_or(|b| matches!(b, b' ' | b'\t'))
    })
}
