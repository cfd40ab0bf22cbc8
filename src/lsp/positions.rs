//! Places as an editor counts them: lines from 0, and columns in units of UTF-8 or UTF-16.

use super::protocol::{Position, PositionEncodingKind, Range};

/// What an editor counts columns in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnUnit {
    /// Bytes of UTF-8.
    Byte,
    /// Units of UTF-16: what every editor knows.
    Utf16,
}

impl ColumnUnit {
    /// Bytes where the editor offers to count them, else units of UTF-16.
    pub fn from_offer(offered: Option<&[PositionEncodingKind]>) -> Self {
        let offers_bytes = offered.is_some_and(|all| all.contains(&PositionEncodingKind::UTF8));
        if offers_bytes {
            Self::Byte
        } else {
            Self::Utf16
        }
    }

    /// Its name in the protocol.
    pub const fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Byte => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Byte => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// Where the lines of a text start. Only the line of a place is looked at, so that places of a big text cost little.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    unit: ColumnUnit,
}

impl LineIndex {
    /// The lines of a text.
    pub fn new(text: &[u8], unit: ColumnUnit) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text);
        let behind = breaks.map(|at| at.saturating_add(1));
        Self {
            starts: std::iter::once(0).chain(behind).collect(),
            unit,
        }
    }

    /// A byte of the text as a place.
    pub fn position(&self, text: &[u8], offset: usize) -> Position {
        let offset = offset.min(text.len());
        let behind = self.starts.partition_point(|start| *start <= offset);
        let line = behind.saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let before = text.get(start..offset).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        let column: usize = before.chars().map(|c| self.unit.width(c)).sum();
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            character: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// A stretch of bytes as places.
    pub fn range(&self, text: &[u8], span: std::ops::Range<usize>) -> Range {
        Range {
            start: self.position(text, span.start),
            end: self.position(text, span.end),
        }
    }

    /// A place as a byte of the text. Behind the end of a line it is that end; inside a character, its start; below the
    /// last line, the end of the text.
    pub fn offset(&self, text: &[u8], position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else {
            return text.len();
        };
        let end = self.starts.get(line.saturating_add(1));
        let line = text.get(start..end.copied().unwrap_or(text.len()));
        let line = std::str::from_utf8(line.unwrap_or_default()).unwrap_or_default();
        let line = line.trim_end_matches(['\n', '\r']);
        let mut left = position.character as usize;
        let mut offset = start;
        for c in line.chars() {
            let width = self.unit.width(c);
            if left < width {
                break;
            }
            left = left.saturating_sub(width);
            offset = offset.saturating_add(c.len_utf8());
        }
        offset
    }
}
