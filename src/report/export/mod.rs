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
pub fn pages(input: ReportInput<'_>) -> Vec<Document> {
    let say = &input.language.phrases.title;
    let all = input.day.journal.customers_by_id();
    let put = |part: &'static str, title: &str, table: Table| Document {
        page_name: part,
        blocks: vec![Block::Table(table)],
        ..start_page(input, "export", title, PageBasis::Ages(AgeingBasis::Due))
    };
    vec![
        put("customers", say.customers, customers::table(input)),
        put("invoices", say.invoices, invoice_table_with_text(input)),
        put("items", say.items, items::table(input)),
        put("transactions", say.transactions, transactions::table(input)),
        put("allocations", say.allocations, allocations::table(input)),
        put("contacts", say.contacts, contacts::table(input)),
        put(
            "aging",
            say.ageing,
            ageing::table(input, &age_buckets::ageing_rows(input, &all)),
        ),
    ]
}

/// The table of invoices, with what was written and where.
fn invoice_table_with_text(input: ReportInput<'_>) -> Table {
    let mut table = invoices::table(input);
    table
        .columns
        .extend(plain_columns(&["text", "file", "line"]));
    for (row, number) in table
        .rows
        .iter_mut()
        .zip(invoices::invoices_by_number(input))
    {
        let quote = input
            .day
            .source_lookup
            .quote_entry(input.day.journal.invoices[number].origin);
        row.push(Cell::text(&quote.text));
        row.extend(quote_cells(&quote));
    }
    table
}
