//! Where in a journal a new entry belongs: behind the entries of its day, in the file of its neighbours.

use super::new_entry::NewEntry;
use crate::journal::model::Journal;
use crate::syntax::entry::SourceText;
use crate::syntax::entry_lines::{entry_lines_around, line_end, line_start};
use crate::syntax::lines::{SourceLineKind, lines};
use crate::syntax::table::Directive;
use crate::text::source::{Source, Sources};
use crate::text::span::Origin;
use chrono::{Datelike, NaiveDate};

/// Where a new entry belongs.
#[derive(Clone, Copy, Debug)]
pub struct Placement<'s> {
    /// The file.
    pub source: &'s Source,
    /// How many bytes stand before it.
    offset: usize,
    /// Whether an empty line comes between it and what stands before it, and between it and what follows.
    blank_lines: [bool; 2],
}

/// The text of a file with a new entry in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedText {
    /// The text.
    pub bytes: Vec<u8>,
    /// The line of the first header of the new entry, from 1.
    pub line: usize,
}

impl<'s> Placement<'s> {
    /// The place of an entry among those of a journal, whose texts are in memory: behind the last that is not later, in its
    /// file. Where the next one stands in another file and is nearer (of the same month, quarter or year), before that.
    /// A declaration follows the last of its keyword. `None` where there is no file.
    pub fn find(entry: &NewEntry, journal: &Journal, sources: &'s Sources) -> Option<Self> {
        if !entry.directive.kind.is_dated() {
            return Self::of_declaration(entry.directive, journal, sources);
        }
        let date = entry.date;
        let dated = || journal.dated_entries();
        let before = dated().filter(|(day, _)| *day <= date);
        let before = before.max_by_key(|(day, origin)| (*day, origin.0));
        let behind = dated().filter(|(day, _)| *day > date);
        let behind = behind.min_by_key(|(day, origin)| (*day, origin.0));
        match (before, behind) {
            (Some(before), Some(behind))
                if nearness(date, behind.0) > nearness(date, before.0)
                    && !is_one_file(sources, before.1, behind.1) =>
            {
                Self::before_entry(sources, behind.1)
            }
            (Some((_, before)), _) => Self::behind_entry(sources, before),
            (None, Some((_, behind))) => Self::before_entry(sources, behind),
            (None, None) => Self::at_end(sources.as_slice().first()?),
        }
    }

    /// The text of its file with entries in it, line ends as the text has them.
    pub fn insert(&self, entries: &str) -> PlacedText {
        let before = self.source.bytes();
        let is_windows = memchr::memmem::find(before, b"\r\n").is_some();
        let end: &[u8] = if is_windows { b"\r\n" } else { b"\n" };
        let (above, below) = before
            .split_at_checked(self.offset)
            .unwrap_or((before, b""));
        let [blank_above, blank_below] = self.blank_lines;
        let mut bytes = above.to_vec();
        if !above.is_empty() && !above.ends_with(b"\n") {
            bytes.extend_from_slice(end);
        }
        if blank_above {
            bytes.extend_from_slice(end);
        }
        let line = memchr::memchr_iter(b'\n', &bytes).count().saturating_add(1);
        for line in entries.lines() {
            bytes.extend_from_slice(line.as_bytes());
            bytes.extend_from_slice(end);
        }
        if blank_below {
            bytes.extend_from_slice(end);
        }
        bytes.extend_from_slice(below);
        PlacedText { bytes, line }
    }

    fn behind_entry(sources: &'s Sources, origin: Origin) -> Option<Self> {
        let (source, text, header) = located(sources, origin)?;
        let end = entry_end(text, header);
        let is_tight = !is_blank_at(text, end) || !is_apart_from_above(text, header);
        Some(Self {
            source,
            offset: end,
            blank_lines: [!is_tight, false],
        })
    }

    fn before_entry(sources: &'s Sources, origin: Origin) -> Option<Self> {
        let (source, text, header) = located(sources, origin)?;
        let is_apart = is_blank_at(text, entry_end(text, header));
        Some(Self {
            source,
            offset: block_start(text, header),
            blank_lines: [false, is_apart],
        })
    }

    fn at_end(source: &'s Source) -> Option<Self> {
        let offset = text_of(source)?.len();
        Some(Self {
            source,
            offset,
            blank_lines: [offset > 0, false],
        })
    }

    fn of_declaration(
        directive: &Directive,
        journal: &Journal,
        sources: &'s Sources,
    ) -> Option<Self> {
        let alike = sources.as_slice().iter().rev().find_map(|source| {
            let text = text_of(source)?;
            let headers = lines(SourceText { str: text, base: 0 });
            let alike = headers.filter(|line| {
                line.kind == SourceLineKind::Header
                    && line.text.split([' ', '\t']).next() == Some(directive.word())
            });
            Some((source, text, alike.last()?.place as usize))
        });
        if let Some((source, text, header)) = alike {
            return Some(Self {
                source,
                offset: entry_end(text, header),
                blank_lines: [!directive.keys.is_empty(), false],
            });
        }
        let root = sources.as_slice().first()?;
        let dated = journal.dated_entries().map(|(_, origin)| origin.0);
        let first = dated
            .filter(|place| (root.base..root.end()).contains(place))
            .min();
        match first {
            Some(first) => {
                let (source, text, header) = located(sources, Origin(first))?;
                Some(Self {
                    source,
                    offset: block_start(text, header),
                    blank_lines: [false, true],
                })
            }
            None => Self::at_end(root),
        }
    }
}

/// How near a day is to another: 3 in one month, 2 in one quarter, 1 in one year.
fn nearness(one: NaiveDate, other: NaiveDate) -> u8 {
    if one.year() != other.year() {
        0
    } else if one.month() == other.month() {
        3
    } else if one.month().div_ceil(3) == other.month().div_ceil(3) {
        2
    } else {
        1
    }
}

fn is_one_file(sources: &Sources, one: Origin, other: Origin) -> bool {
    let base = |origin| sources.source(origin).map(|source| source.base);
    base(one) == base(other)
}

/// The text of a file; `None` where it is no UTF-8.
fn text_of(source: &Source) -> Option<&str> {
    std::str::from_utf8(source.bytes()).ok()
}

/// The file of an entry, its text, and where its header begins in it.
fn located(sources: &Sources, origin: Origin) -> Option<(&Source, &str, usize)> {
    let source = sources.source(origin)?;
    let text = text_of(source)?;
    let place = origin.0.saturating_sub(source.base) as usize;
    Some((source, text, line_start(text, place)))
}

/// Behind the last line that belongs to an entry. Comments and blank lines below that belong to what follows.
fn entry_end(text: &str, header: usize) -> usize {
    let around = entry_lines_around(text, header);
    let start = around.start;
    let own = text.get(around).unwrap_or_default();
    let own = lines(SourceText { str: own, base: 0 });
    let own =
        own.filter(|line| matches!(line.kind, SourceLineKind::Header | SourceLineKind::Detail));
    let last = own.last().map_or(0, |line| line.place as usize);
    line_end(text, start.saturating_add(last))
}

/// The first of the comments right above an entry; the entry where there are none.
fn block_start(text: &str, header: usize) -> usize {
    let mut start = header;
    while start > 0 {
        let above = line_start(text, start.saturating_sub(1));
        let line = text.get(above..start).unwrap_or_default();
        if !line.trim_start().starts_with(';') {
            break;
        }
        start = above;
    }
    start
}

/// Whether nothing, or an empty line, begins at a place.
fn is_blank_at(text: &str, place: usize) -> bool {
    let line = text.get(place..line_end(text, place)).unwrap_or_default();
    line.trim().is_empty()
}

/// Whether an empty line or a heading stands above an entry and its comments.
fn is_apart_from_above(text: &str, header: usize) -> bool {
    let start = block_start(text, header);
    let above = line_start(text, start.saturating_sub(1));
    let line = text.get(above..start).unwrap_or_default();
    line.trim().is_empty() || line.starts_with('#')
}
