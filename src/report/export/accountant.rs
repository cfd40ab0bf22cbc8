//! `export accountant`: what a bookkeeper needs of a period. The tables stand in a room of their own.

use super::export_definition::{Export, ExportOption, ExportWriter};

/// For a bookkeeper.
pub static ACCOUNTANT: Export = Export {
    name: "accountant",
    about: "A bookkeeper: a period, one file a table",
    options: &[
        ExportOption::OutputFormat,
        ExportOption::Dialect,
        ExportOption::Period,
        ExportOption::Provision,
        ExportOption::Layout,
    ],
    writer: ExportWriter::Accountant,
};
