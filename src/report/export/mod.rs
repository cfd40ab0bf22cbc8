//! `export`: everything as seven tables, for spreadsheets, databases and other programs.

pub mod allocations;
pub mod contacts;
pub mod export_table;
pub mod hledger;
pub mod items;
pub mod transactions;

use super::shared::age_buckets;
use super::shared::page::{PageBasis, add_totals, start_page};
use super::shared::report_input::ReportInput;
use super::shared::source_column::quote_cells;
use super::{ageing, customers, invoices};
use crate::document::{Block, Cell, Document, Table};
use crate::ledger::ageing::AgeingBasis;
use export_table::export_columns;

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

/// The same, with sums below the tables in which every amount is of one kind.
pub fn pages_with_totals(input: ReportInput<'_>) -> Vec<Document> {
    let mut pages = pages(input);
    let summed = |page: &&mut Document| !matches!(page.page_name, "allocations" | "contacts");
    for page in pages.iter_mut().filter(summed) {
        for block in &mut page.blocks {
            if let Block::Table(table) = block {
                add_totals(input, table);
                invoices::clear_partial_totals(table);
            }
        }
    }
    pages
}

/// The table of invoices, with what was written and where.
fn invoice_table_with_text(input: ReportInput<'_>) -> Table {
    let mut table = invoices::table(input);
    table
        .columns
        .extend(export_columns(input.language, &["text", "file", "line"]));
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
