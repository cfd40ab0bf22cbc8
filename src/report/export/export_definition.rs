//! What an export is: its name, for whom it is, what it can be asked, and how it is written.

use super::table_definition::ExportTable;
use crate::document::Document;
use crate::report::shared::report_input::ReportInput;

/// An export, as a word behind `tegoed export`.
pub struct Export {
    /// The word.
    pub name: &'static str,
    /// For whom it is, one line.
    pub about: &'static str,
    /// What it can be asked, beside what every export can. The others are refused.
    pub options: &'static [ExportOption],
    /// How it is written.
    pub writer: ExportWriter,
}

/// What some exports can be asked, and others not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportOption {
    /// `--output-format`: another form than its own.
    OutputFormat,
    /// `--dialect`: comma-separated values for a spreadsheet.
    Dialect,
    /// `--period`.
    Period,
    /// `--provision`.
    Provision,
    /// `--layout`: files for a program too.
    Layout,
    /// `--since-entry`: without the entries of earlier exports.
    SinceEntry,
}

impl ExportOption {
    /// Every option.
    pub const ALL: &[Self] = &[
        Self::OutputFormat,
        Self::Dialect,
        Self::Period,
        Self::Provision,
        Self::Layout,
        Self::SinceEntry,
    ];

    /// As it is typed.
    pub const fn flag(self) -> &'static str {
        match self {
            Self::OutputFormat => "--output-format",
            Self::Dialect => "--dialect",
            Self::Period => "--period",
            Self::Provision => "--provision",
            Self::Layout => "--layout",
            Self::SinceEntry => "--since-entry",
        }
    }

    /// Whether other commands have it too.
    pub const fn is_of_every_command(self) -> bool {
        matches!(self, Self::OutputFormat | Self::Dialect)
    }
}

/// Draws a page of a table.
pub type TablePageFn = fn(&ExportTable, ReportInput<'_>) -> Document;

/// How an export is written. A medium is that of the name in the list of media.
pub enum ExportWriter {
    /// All tables as comma-separated values, a file each in a folder, and a file that tells a database of them.
    Folder,
    /// All tables in one file of JSON, row by row.
    Json,
    /// All tables in one file.
    OneFile {
        /// The name of the medium.
        medium: &'static str,
        /// Draws each.
        draw: TablePageFn,
    },
    /// Text that a program reads.
    Text {
        /// The extension of its file.
        extension: &'static str,
        /// Writes all of it.
        write: fn(ReportInput<'_>) -> String,
    },
    /// The tables of a period, checked against each other first.
    Accountant,
}
