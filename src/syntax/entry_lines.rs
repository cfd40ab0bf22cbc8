//! The lines of one entry in the text of a file: one entry of a big journal can be read alone.

use super::entry::SourceText;
use super::lines::{SourceLineKind, lines};
use std::ops::Range;

/// The bytes from the header of the entry that a place is in to the header of the next one. Before the first header: from
/// the start of the text.
///
/// ```
/// use tegoed::syntax::entry_lines::entry_lines_around;
/// let text = "format 1\n2026-01-05 note #1 | x\n  > words\n; why\n2026-01-06 note #1 | y\n";
/// let around = |word| entry_lines_around(text, text.find(word).unwrap());
/// assert_eq!(&text[around("words")], "2026-01-05 note #1 | x\n  > words\n; why\n");
/// assert_eq!(&text[around("| y")], "2026-01-06 note #1 | y\n");
/// ```
pub fn entry_lines_around(text: &str, place: usize) -> Range<usize> {
    let mut start = line_start(text, place);
    while start > 0 && !begins_something(text, start) {
        start = line_start(text, start.saturating_sub(1));
    }
    let mut end = line_end(text, start);
    while end < text.len() && !begins_something(text, end) {
        end = line_end(text, end);
    }
    start..end
}

/// The first byte of the line that a place is on.
pub fn line_start(text: &str, place: usize) -> usize {
    let before = text.as_bytes().get(..place).unwrap_or_default();
    memchr::memrchr(b'\n', before).map_or(0, |at| at.saturating_add(1))
}

/// The first byte of the line behind the one that a place is on; the end of the text where there is none.
pub fn line_end(text: &str, place: usize) -> usize {
    let behind = text.as_bytes().get(place..).unwrap_or_default();
    let length = memchr::memchr(b'\n', behind).map_or(behind.len(), |at| at.saturating_add(1));
    place.saturating_add(length)
}

/// Whether an entry ends before the line that starts at a place.
fn begins_something(text: &str, place: usize) -> bool {
    let line = text.get(place..line_end(text, place)).unwrap_or_default();
    let line = lines(SourceText { str: line, base: 0 }).next();
    line.is_some_and(|line| {
        matches!(
            line.kind,
            SourceLineKind::Header | SourceLineKind::Heading | SourceLineKind::Conflict
        )
    })
}
