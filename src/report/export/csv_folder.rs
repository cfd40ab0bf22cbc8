//! `export csv`: a file a table, for databases, programs and spreadsheets.

use super::export_definition::{Export, ExportOption, ExportWriter};

/// Comma-separated values.
pub static CSV: Export = Export {
    name: "csv",
    about: "Spreadsheets and databases: one file a table",
    options: &[ExportOption::Dialect],
    writer: ExportWriter::Folder { medium: "csv" },
};
