//! `export`: everything as seven tables, for spreadsheets, databases and other programs.

pub mod allocations;
pub mod contacts;
pub mod export_table;
pub mod hledger;
pub mod items;
pub mod transactions;

use super::shared::age_buckets;
use super::shared::page::{PageBasis, start_page};
use super::shared::report_input::ReportInput;
use super::shared::source_column::quote_cells;
use super::{ageing, customers, invoices};
use crate::document::{Block, Cell, Document, Table};
use crate::ledger::ageing::AgeingBasis;
use export_table::plain_columns;

/// The seven pages; the part of each names its file.
pub fn pages(scope: ReportInput<'_>) -> Vec<Document> {
    let say = &scope.language.phrases.title;
    let all = scope.day.journal.customers_by_id();
    let put = |part: &'static str, title: &str, table: Table| Document {
        page_name: part,
        blocks: vec![Block::Table(table)],
        ..start_page(scope, "export", title, PageBasis::Ages(AgeingBasis::Due))
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
            ageing::table(scope, &age_buckets::ageing_rows(scope, &all)),
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
            .day
            .source_lookup
            .quote_entry(scope.day.journal.invoices[number].origin);
        row.push(Cell::text(&quote.text));
        row.extend(quote_cells(&quote));
    }
    table
}
