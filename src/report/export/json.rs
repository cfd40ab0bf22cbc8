//! `export json`: all tables in one file, for programs.

use super::export_definition::{Export, ExportWriter};

/// JSON.
pub static JSON: Export = Export {
    name: "json",
    about: "Programs: one file",
    options: &[],
    writer: ExportWriter::Json,
};
