//! `export`: everything as tables, for spreadsheets, databases and other programs.

pub mod allocations;
pub mod beancount;
pub mod contacts;
pub mod customers;
pub mod export_table;
pub mod hledger;
pub mod invoices;
pub mod items;
pub mod last_payments;
pub mod lines;
pub mod text_books;
pub mod transactions;
pub mod vat;

use super::shared::age_buckets;
use super::shared::page::{PageBasis, add_totals, start_page};
use super::shared::report_input::ReportInput;
use super::{ageing, invoices as invoice_list};
use crate::document::{Block, Document, Table};
use crate::language::phrases::Phrases;
use crate::ledger::ageing::AgeingBasis;
use export_table::with_headings;

/// A table of an export, drawn when its turn comes.
pub struct ExportTable {
    /// Its name, which is also that of its file.
    pub name: &'static str,
    /// Its title.
    pub title: fn(&Phrases) -> &'static str,
    /// Draws it.
    pub draw: fn(ReportInput<'_>) -> Table,
}

/// The tables, in the order in which they are written.
pub static TABLES: &[ExportTable] = &[
    ExportTable {
        name: "customers",
        title: |say| say.title.customers,
        draw: customers::table,
    },
    ExportTable {
        name: "invoices",
        title: |say| say.title.invoices,
        draw: invoices::table,
    },
    ExportTable {
        name: "items",
        title: |say| say.title.items,
        draw: items::table,
    },
    ExportTable {
        name: "transactions",
        title: |say| say.title.transactions,
        draw: transactions::table,
    },
    ExportTable {
        name: "allocations",
        title: |say| say.title.allocations,
        draw: allocations::table,
    },
    ExportTable {
        name: "contacts",
        title: |say| say.title.contacts,
        draw: contacts::table,
    },
    ExportTable {
        name: "vat",
        title: |say| say.export.vat_table,
        draw: vat::table,
    },
    ExportTable {
        name: "aging",
        title: |say| say.title.ageing,
        draw: ageing_table,
    },
    ExportTable {
        name: "lines",
        title: |say| say.title.lines,
        draw: lines::table,
    },
];

impl ExportTable {
    /// The page of this table.
    pub fn page(&self, input: ReportInput<'_>) -> Document {
        let title = (self.title)(&input.language.phrases);
        let basis = PageBasis::Ages(AgeingBasis::Due);
        Document {
            page_name: self.name,
            blocks: vec![Block::Table(with_headings(
                input.language,
                (self.draw)(input),
            ))],
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
                invoice_list::clear_partial_totals(table);
            }
        }
    }
    pages
}
