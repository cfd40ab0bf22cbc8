//! `export`: everything for other programs, as tables or as books of plain text accounting.

pub mod accountant;
pub mod allocations;
pub mod beancount;
pub mod contacts;
pub mod csv_folder;
pub mod customers;
pub mod export_definition;
pub mod export_table;
pub mod hledger;
pub mod invoices;
pub mod items;
pub mod json;
pub mod last_payments;
pub mod ledger;
pub mod lines;
pub mod table_definition;
pub mod text_books;
pub mod transactions;
pub mod vat;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use super::ageing;
use super::shared::age_buckets;
use super::shared::report_input::ReportInput;
use crate::document::{Document, Table};
use export_definition::Export;
use table_definition::ExportTable;

/// Every export, in the order of the help. A new one is a file beside this one, and a line here.
pub static EXPORTS: &[&Export] = &[
    &csv_folder::CSV,
    &json::JSON,
    #[cfg(feature = "xlsx")]
    &xlsx::XLSX,
    &hledger::HLEDGER,
    &ledger::LEDGER,
    &beancount::BEANCOUNT,
    &accountant::ACCOUNTANT,
];

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

/// All pages, for a medium that has them in one file.
pub fn pages(input: ReportInput<'_>) -> Vec<Document> {
    TABLES.iter().map(|table| table.page(input)).collect()
}

fn ageing_table(input: ReportInput<'_>) -> Table {
    let all = input.day.journal.customers_by_id();
    ageing::table(input, &age_buckets::ageing_rows(input, &all))
}
