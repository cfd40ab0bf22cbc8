//! `export xlsx`: all tables in a workbook, with sums below those in which every amount is of one kind.

use super::export_definition::{Export, ExportWriter};
use super::table_definition::ExportTable;
use crate::document::{Block, Document};
use crate::report::invoices::clear_partial_totals;
use crate::report::shared::page::add_totals;
use crate::report::shared::report_input::ReportInput;

/// A workbook.
pub static XLSX: Export = Export {
    name: "xlsx",
    about: "Spreadsheets: one workbook, a sheet a table",
    options: &[],
    writer: ExportWriter::OneFile {
        medium: "xlsx",
        draw: page_with_totals,
    },
};

/// Tables whose amounts are of several kinds: a sum of them says nothing.
const WITHOUT_TOTALS: [&str; 2] = ["allocations", "contacts"];

/// The page of a table, with its sums.
pub fn page_with_totals(table: &ExportTable, input: ReportInput<'_>) -> Document {
    let mut page = table.page(input);
    if !WITHOUT_TOTALS.contains(&table.name) {
        for block in &mut page.blocks {
            if let Block::Table(table) = block {
                add_totals(input, table);
                clear_partial_totals(table);
            }
        }
    }
    page
}
