//! The table of lines that `export` writes: every line of every invoice and credit note that has lines, as written.

use super::export_table::export_table;
use crate::document::{Cell, Table};
use crate::report::shared::invoice_line_rows::{LINE_KEYS, line_rows};
use crate::report::shared::report_input::ReportInput;

/// In the order of days and of the journal.
pub fn table(input: ReportInput<'_>) -> Table {
    let rows: Vec<Vec<Cell>> = line_rows(input, |day| day <= input.day.as_of());
    export_table(&LINE_KEYS, rows)
}
