//! The table of lines that `export` writes: every line of every invoice and credit note that has lines, as written.

use super::export_table::export_rows;
use crate::document::TableRows;
use crate::report::shared::invoice_line_rows::{LINE_KEYS, line_rows};
use crate::report::shared::report_input::ReportInput;

/// In the order of days and of the journal.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let rows = line_rows(input, |day| day <= input.day.as_of());
    export_rows(&LINE_KEYS, rows)
}
