//! Where entries stand: file and line for programs; for people the line alone, where there is but one file.

use super::page::column_visible;
use super::report_input::ReportInput;
use crate::document::{Cell, Column, ColumnVisibility};
use crate::journal::source_lookup::EntryQuote;
use crate::value::key_name::KeyName;
use std::sync::Arc;

/// A place of the archive for programs: its file and its line.
pub fn file_and_line_cells(place: Option<(Arc<str>, u32)>) -> [Cell; 2] {
    place.map_or([Cell::Empty, Cell::Empty], |(file, line)| {
        [Cell::Text(file), Cell::Number(line.into())]
    })
}

/// Where an entry stands, for programs: its file and its line; empty where that is not known.
pub fn quote_cells(quote: &EntryQuote) -> [Cell; 2] {
    let is_known = !quote.file.is_empty();
    file_and_line_cells(is_known.then(|| (Arc::clone(&quote.file), quote.line)))
}

/// What an entry says under a key, several values divided by `; `.
pub fn join_values(quote: &EntryQuote, key: KeyName) -> Cell {
    let values: Vec<&str> = quote.values(key).collect();
    Cell::text(&values.join("; "))
}

/// How places are shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceStyle {
    /// `43`: there is but one file.
    Line,
    /// `2026.tegoed:43`: no two files have the same name.
    Name,
    /// `clients/2026.tegoed:43`
    Path,
}

impl SourceStyle {
    /// Looks at the names of the files. Where every figure is to be explained, a place is whole by itself.
    pub fn for_files(input: ReportInput<'_>) -> Self {
        let volumes = input.day.source_lookup.source_files();
        let mut names: Vec<&str> = volumes
            .iter()
            .map(|volume| file_name(&volume.file))
            .collect();
        names.sort_unstable();
        let unlike = names.is_sorted_by(|one, other| one < other);
        match (names.len(), unlike) {
            (0 | 1, _) if !input.options.explain => Self::Line,
            (_, true) => Self::Name,
            (_, false) => Self::Path,
        }
    }

    /// The columns, in the order of [`SourceStyle::cells`].
    pub fn columns(self, input: ReportInput<'_>) -> [Column; 3] {
        let head = &input.language.phrases.heading;
        let heading = match self {
            Self::Line => head.line,
            Self::Name | Self::Path => head.source,
        };
        [
            column_visible("file", head.file, ColumnVisibility::Programs),
            column_visible("line", head.line, ColumnVisibility::Programs),
            column_visible("place", heading, ColumnVisibility::People),
        ]
    }

    /// A place in running text: `line 43`, or `2026.tegoed:43` where there are several files.
    pub fn format_source(self, input: ReportInput<'_>, quote: &EntryQuote) -> String {
        match self {
            Self::Line => {
                let line = input.language.phrases.heading.line.to_lowercase();
                format!("{line} {}", quote.line)
            }
            Self::Name | Self::Path => self.file_and_line(quote),
        }
    }

    fn file_and_line(self, quote: &EntryQuote) -> String {
        match self {
            Self::Line | Self::Name => format!("{}:{}", file_name(&quote.file), quote.line),
            Self::Path => file_and_line(quote),
        }
    }

    /// File, line, and what people read.
    pub fn cells(self, quote: &EntryQuote) -> [Cell; 3] {
        let [file, line] = quote_cells(quote);
        let place = match self {
            _ if quote.file.is_empty() => Cell::Empty,
            Self::Line => line.clone(),
            Self::Name | Self::Path => Cell::text(&self.file_and_line(quote)),
        };
        [file, line, place]
    }
}

/// `clients/2026.tegoed:43`; empty where it is not known.
pub fn file_and_line(quote: &EntryQuote) -> String {
    if quote.file.is_empty() {
        return String::new();
    }
    format!("{}:{}", quote.file, quote.line)
}

/// `clients/2026.tegoed:43` as a cell; empty where it is not known.
pub fn full_source_cell(quote: &EntryQuote) -> Cell {
    if quote.file.is_empty() {
        return Cell::Empty;
    }
    Cell::text(&file_and_line(quote))
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
