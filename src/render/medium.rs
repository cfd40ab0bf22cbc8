//! What a medium is, and what it needs beside the pages.

use crate::document::Document;
use crate::document::csv_form::CsvForm;
use crate::language::LANGUAGES;
use crate::language::phrases::{ExcelDialect, Language};
use std::io::{self, Write};

/// A way to write pages: its name, the extension of its files, and the function that writes.
pub struct Medium {
    /// What `--output-format` calls it.
    pub name: &'static str,
    /// The extension of its files, without the point.
    pub extension: &'static str,
    /// Who reads it: columns for the others are left out.
    pub audience: Audience,
    /// Writes the pages.
    pub write: fn(&[Document], RenderOptions, &mut dyn Write) -> io::Result<()>,
}

/// Who reads what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// People: page by page, where it is long.
    People,
    /// Programs: as it is.
    Programs,
    /// Programs with windows, which open a file: it is no text, and never goes to a terminal.
    Applications,
}

/// What a medium needs beside the pages. Each reads the fields it knows.
#[derive(Clone, Copy, Debug)]
pub struct RenderOptions {
    /// Marks in figures, and the few words a medium says itself.
    pub language: &'static Language,
    /// How many characters fit on a line; `None` where there is no edge.
    pub width: Option<usize>,
    /// Whether bold may be used.
    pub style: TerminalStyle,
    /// The punctuation of comma-separated values.
    pub csv_dialect: CsvDialect,
}

/// Whether bold and colour may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TerminalStyle {
    /// Characters only.
    #[default]
    Plain,
    /// Escape sequences of a terminal too.
    Ansi,
}

/// The punctuation of comma-separated values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvDialect {
    /// As RFC 4180 has it: comma between fields, point before decimals.
    #[default]
    Plain,
    /// As the Excel of a language opens it by double click: its separator and decimal mark, and a byte order mark.
    Excel(&'static ExcelDialect, &'static Language),
    /// As one program reads it: its separator, decimal mark, headings and encoding.
    Layout(CsvForm),
}

impl CsvDialect {
    /// Those that can be asked for instead of the usual one, by their names.
    pub fn excel_dialects() -> impl Iterator<Item = (&'static ExcelDialect, Self)> {
        LANGUAGES.iter().filter_map(|language| {
            let excel = language.excel.as_ref()?;
            Some((excel, Self::Excel(excel, language)))
        })
    }
}
