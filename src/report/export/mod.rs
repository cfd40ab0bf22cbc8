//! `export`: everything as seven tables, for spreadsheets, databases and other programs.

pub mod allocations;
pub mod beancount;
pub mod contacts;
pub mod export_table;
pub mod hledger;
pub mod items;
pub mod text_books;
pub mod transactions;

use super::shared::age_buckets;
use super::shared::page::{PageBasis, add_totals, start_page};
use super::shared::report_input::ReportInput;
use super::shared::source_column::quote_cells;
use super::{ageing, customers, invoices};
use crate::document::{Block, Cell, Document, Table};
use crate::language::phrases::Titles;
use crate::ledger::ageing::AgeingBasis;
use export_table::export_columns;

/// A table of an export, drawn when its turn comes.
pub struct ExportTable {
    /// Its name, which is also that of its file.
    pub name: &'static str,
    /// Its title.
    pub title: fn(&Titles) -> &'static str,
    /// Draws it.
    pub draw: fn(ReportInput<'_>) -> Table,
}

/// The tables, in the order in which they are written.
pub static TABLES: &[ExportTable] = &[
    ExportTable {
        name: "customers",
        title: |say| say.customers,
        draw: customers::table,
    },
    ExportTable {
        name: "invoices",
        title: |say| say.invoices,
        draw: invoice_table_with_text,
    },
    ExportTable {
        name: "items",
        title: |say| say.items,
        draw: items::table,
    },
    ExportTable {
        name: "transactions",
        title: |say| say.transactions,
        draw: transactions::table,
    },
    ExportTable {
        name: "allocations",
        title: |say| say.allocations,
        draw: allocations::table,
    },
    ExportTable {
        name: "contacts",
        title: |say| say.contacts,
        draw: contacts::table,
    },
    ExportTable {
        name: "aging",
        title: |say| say.ageing,
        draw: ageing_table,
    },
];

impl ExportTable {
    /// The page of this table.
    pub fn page(&self, input: ReportInput<'_>) -> Document {
        let title = (self.title)(&input.language.phrases.title);
        let basis = PageBasis::Ages(AgeingBasis::Due);
        Document {
            page_name: self.name,
            blocks: vec![Block::Table((self.draw)(input))],
            ..start_page(input, "export", title, basis)
        }
    }
}

/// All pages, for a medium that has them in one file.
pub fn pages(input: ReportInput<'_>) -> Vec<Document> {
    TABLES.iter().map(|table| table.page(input)).collect()
}

fn ageing_table(input: ReportInput<'_>) -> Table {
    let all = input.day.journal.customers_by_id();
    ageing::table(input, &age_buckets::ageing_rows(input, &all))
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
