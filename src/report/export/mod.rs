//! `export`: everything as seven tables, for spreadsheets, databases and other programs.

pub mod allocations;
pub mod contacts;
pub mod hledger;
pub mod items;
pub mod transactions;

use super::shared::page::{PageBasis, column, start_page};
use super::shared::report_input::ReportInput;
use super::{ageing, customers, invoices};
use crate::document::{Block, Cell, Column, Document, Table};
use crate::journal::source_lookup::EntryQuote;

/// The seven pages; the part of each names its file.
pub fn pages(scope: ReportInput<'_>) -> Vec<Document> {
    let say = &scope.language.phrases.title;
    let all = scope.journal.customers_by_id();
    let put = |part: &'static str, title: &str, table: Table| Document {
        page_name: part,
        blocks: vec![Block::Table(table)],
        ..start_page(scope, "export", title, PageBasis::Due)
    };
    vec![
        put("customers", say.customers, customers::table(scope)),
        put("invoices", say.invoices, invoice_table_with_text(scope)),
        put("items", say.items, items::table(scope)),
        put("transactions", say.transactions, transactions::table(scope)),
        put("allocations", say.allocations, allocations::table(scope)),
        put("contacts", say.contacts, contacts::table(scope)),
        put(
            "aging",
            say.ageing,
            ageing::table(scope, &ageing::ageing_rows(scope, &all)),
        ),
    ]
}

/// The table of invoices, with what was written and where.
fn invoice_table_with_text(scope: ReportInput<'_>) -> Table {
    let mut table = invoices::table(scope);
    table
        .columns
        .extend(plain_columns(&["text", "file", "line"]));
    for (row, number) in table
        .rows
        .iter_mut()
        .zip(invoices::invoices_by_number(scope))
    {
        let quote = scope
            .source_lookup
            .quote_entry(scope.journal.invoices[number].origin);
        row.push(Cell::text(&quote.text));
        row.extend(source_cells(&quote));
    }
    table
}

/// Rows under keys. Programs read these tables, so a key is heading enough.
pub fn export_table(keys: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table {
        columns: plain_columns(keys),
        rows,
        totals: Vec::new(),
    }
}

fn plain_columns(keys: &[&str]) -> Vec<Column> {
    keys.iter().map(|key| column(key, key)).collect()
}

/// File and line.
pub fn source_cells(quote: &EntryQuote) -> [Cell; 2] {
    if quote.file.is_empty() {
        return [Cell::Empty, Cell::Empty];
    }
    [Cell::text(&quote.file), Cell::Number(quote.line.into())]
}

/// `1/3`; an undivided invoice has `1/1`.
pub fn instalment_cell(place: usize, count: u16) -> Cell {
    Cell::text(&format!("{}/{count}", place.saturating_add(1)))
}
