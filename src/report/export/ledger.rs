//! `export ledger`: the books as text that Ledger reads.

use super::export_definition::{Export, ExportWriter};
use super::hledger::write_for_ledger;

/// For Ledger.
pub static LEDGER: Export = Export {
    name: "ledger",
    about: "Ledger: the same",
    options: &[],
    writer: ExportWriter::Text {
        extension: "ledger",
        write: write_for_ledger,
    },
};
