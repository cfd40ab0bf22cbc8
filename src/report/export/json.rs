//! `export json`: all tables in one file, for programs.

use super::export_definition::{Export, ExportWriter};
use super::table_definition::ExportTable;

/// JSON.
pub static JSON: Export = Export {
    name: "json",
    about: "Programs: one file",
    options: &[],
    writer: ExportWriter::OneFile {
        medium: "json",
        draw: ExportTable::page,
    },
};
