//! `findings`: what the check of the journal warns of and advises.

use super::accountant_input::{AccountantInput, FindingRow};
use super::accountant_table::accountant_table;
use crate::document::{Cell, Table};
use crate::report::shared::source_column::file_and_line_cells;

/// One row a finding, by place.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let keys = [
        "file", "line", "severity", "code", "name", "message", "mend",
    ];
    accountant_table(input, &keys, input.findings.rows.iter().map(row).collect())
}

fn row(finding: &FindingRow) -> Vec<Cell> {
    let [file, line] = file_and_line_cells(finding.place.clone());
    vec![
        file,
        line,
        Cell::text(finding.severity),
        Cell::text(finding.code),
        Cell::text(finding.name),
        Cell::text(&finding.message),
        Cell::text(&finding.mend),
    ]
}
