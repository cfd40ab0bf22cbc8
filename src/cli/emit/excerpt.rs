//! A few lines of the user's text around a place, safe to show: hidden characters visible, long lines cut.

use crate::render::escape_controls::{is_hidden, push_escaped};
use crate::text::source::{Source, Sources};
use crate::text::span::{Origin, Span};
use std::fmt::Write;
use std::ops::Range;

/// How much of a line is kept before and behind a place.
const MAX_CONTEXT: usize = 200;
/// How much of a place itself is shown.
const MAX_SPAN: usize = 1_000;

/// Text cut out of a source, and where each of its bytes went.
pub struct Excerpt {
    /// The text to draw.
    pub text: String,
    /// The number of its first line.
    pub line: usize,
    /// The byte of the source where it begins.
    start: usize,
    /// For each byte of the source from there: its place in `text`.
    text_offsets: Vec<usize>,
}

impl Excerpt {
    /// The lines that hold these spans; all must lie in `source`. `None` when its text is out of reach.
    pub fn from_source(sources: &Sources, source: &Source, spans: &[Span]) -> Option<Self> {
        let bytes = source.bytes();
        let start = spans.iter().map(|span| span.start).min()?;
        let end = spans.iter().map(|span| span.end).max()?;
        let (_, position) = sources.locate(Origin(start))?;
        let (start, end) = (source_offset(source, start), source_offset(source, end));
        let widest = bytes.get(start..end.min(start.saturating_add(MAX_SPAN)).max(start))?;
        let end = start.saturating_add(widest.trim_ascii_end().len());
        let (from, to) = (line_start(bytes, start), line_end(bytes, end));
        let cut_from = from.max(character_start(bytes, start.saturating_sub(MAX_CONTEXT)));
        let cut_to = to.min(character_start(bytes, end.saturating_add(MAX_CONTEXT)));
        let kept = bytes.get(cut_from..cut_to)?;
        let mut excerpt = Self {
            text: String::with_capacity(kept.len()),
            line: position.line as usize,
            start: cut_from,
            text_offsets: Vec::with_capacity(kept.len()),
        };
        excerpt.append_bytes(kept, cut_from > from, cut_to < to);
        Some(excerpt)
    }

    /// Where a span of the source stands in the drawn text.
    pub fn range_of(&self, source: &Source, span: Span) -> Range<usize> {
        let start = self.text_offset(source_offset(source, span.start));
        let end = self.text_offset(source_offset(source, span.end)).max(start);
        let words = self.text.get(start..end).unwrap_or_default();
        start..start.saturating_add(words.trim_end_matches('\n').len())
    }

    /// The column that a drawing of this excerpt takes a place for.
    pub fn displayed_column(&self, place: usize) -> usize {
        let before = self.text.get(..place).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars().count().saturating_add(1)
    }

    fn text_offset(&self, at: usize) -> usize {
        let at = at.saturating_sub(self.start);
        self.text_offsets
            .get(at)
            .copied()
            .unwrap_or(self.text.trim_end_matches('\n').len())
    }

    fn append_bytes(&mut self, bytes: &[u8], cut_before: bool, cut_behind: bool) {
        if cut_before {
            self.text.push('…');
        }
        for chunk in bytes.utf8_chunks() {
            let mut characters = chunk.valid().chars().peekable();
            while let Some(character) = characters.next() {
                self.record_offsets(character.len_utf8());
                let ends_line = matches!(characters.peek(), None | Some('\n'));
                if !(character == '\r' && ends_line) {
                    self.push_character(character);
                }
            }
            for byte in chunk.invalid() {
                self.record_offsets(1);
                // Writing to a string cannot fail.
                let _done = write!(self.text, "\\x{byte:02X}");
            }
        }
        self.record_offsets(1);
        if cut_behind {
            self.text.push('…');
        }
    }

    fn record_offsets(&mut self, length: usize) {
        let place = self.text.len();
        self.text_offsets.extend(std::iter::repeat_n(place, length));
    }

    fn push_character(&mut self, character: char) {
        match character {
            '\n' | '\t' => self.text.push(character),
            // The first mark of a file says how it is coded, and has no column.
            '\u{feff}' if self.start == 0 && self.text.is_empty() => {}
            hidden if is_hidden(hidden) => push_escaped(hidden, &mut self.text),
            plain => self.text.push(plain),
        }
    }
}

fn source_offset(source: &Source, place: u32) -> usize {
    place.saturating_sub(source.base) as usize
}

fn line_start(bytes: &[u8], at: usize) -> usize {
    let before = bytes.get(..at).unwrap_or_default();
    memchr::memrchr(b'\n', before).map_or(0, |newline| newline.saturating_add(1))
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    let behind = bytes.get(at..).unwrap_or_default();
    memchr::memchr(b'\n', behind).map_or(bytes.len(), |newline| at.saturating_add(newline))
}

/// The first byte of the character that a byte belongs to.
fn character_start(bytes: &[u8], mut at: usize) -> usize {
    let goes_on = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80);
    let furthest = at.saturating_sub(3);
    while at > furthest && goes_on(at) {
        at = at.saturating_sub(1);
    }
    at
}
