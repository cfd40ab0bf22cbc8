//! `findings`: what the check of the journal warns of and advises.

use super::accountant_input::{AccountantInput, FindingRow};
use super::accountant_table::{accountant_table, word_cell};
use crate::document::{Cell, Table};
use crate::report::shared::source_column::file_and_line_cells;

/// One row a finding, by place.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let keys = [
        "file", "line", "severity", "code", "name", "message", "mend",
    ];
    let rows = input.findings.rows.iter().map(|it| row(input, it));
    accountant_table(input, &keys, rows.collect())
}

fn row(input: &AccountantInput<'_>, finding: &FindingRow) -> Vec<Cell> {
    let [file, line] = file_and_line_cells(finding.place.clone());
    vec![
        file,
        line,
        word_cell(input, finding.severity),
        Cell::text(finding.code),
        Cell::text(finding.name),
        Cell::text(&finding.message),
        Cell::text(&finding.mend),
    ]
}
