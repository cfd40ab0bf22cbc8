//! `balance`: what each customer owes.

use super::shared::age_buckets;
use super::shared::customer_cells;
use super::shared::page::{PageBasis, add_table, add_totals, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use super::shared::unknown_payers::push_unknown_payers;
use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::journal::model::CustomerIx;
use crate::ledger::ageing::AgeingRow;
use crate::value::money::{Minor, Money};

/// What each customer owes.
pub static BALANCE: Report = Report {
    name: "balance",
    aliases: &["bal"],
    about: "what each customer owes: open invoices and charges, less money on account",
    flags: &[],
    columns: "",
    write: ReportFn::Customers(write),
};

fn write(input: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let say = &input.language.phrases;
    let mut page = start_page(input, "balance", say.title.balance, PageBasis::Entries);
    let rows = age_buckets::ageing_rows(input, customers);
    if rows.is_empty() {
        let nothing = (say.sentence.nothing_open)(input.day.as_of());
        page.push_paragraph(nothing);
    }
    let mut table = table(input, &rows);
    add_totals(input, &mut table);
    add_table(input, &mut page, table);
    push_unknown_payers(input, &mut page);
    vec![page]
}

/// One row per customer and currency.
pub fn table(input: ReportInput<'_>, rows: &[AgeingRow]) -> Table {
    let head = &input.language.phrases.heading;
    Table::new(
        vec![
            column("customer", head.customer),
            column_visible("name", head.name, ColumnVisibility::WhenRoom),
            column("currency", head.currency),
            column("open", head.open),
            column_visible("charges", head.charges, ColumnVisibility::WhenUsed),
            column_visible("unallocated", head.unallocated, ColumnVisibility::WhenUsed),
            column("balance", head.balance),
        ],
        rows.iter().map(|row| cells(input, row)),
    )
}

fn cells(input: ReportInput<'_>, row: &AgeingRow) -> Vec<Cell> {
    let money = |minor: Minor| Cell::from(Money::new(minor, row.currency));
    let mut open = Minor::ZERO;
    row.buckets.iter().for_each(|bucket| open += *bucket);
    let [id, name] = customer_cells::customer_cells(input.day.journal, Some(row.customer));
    vec![
        id,
        name,
        Cell::Currency(row.currency),
        money(open),
        money(row.charges),
        money(row.unallocated),
        money(row.balance),
    ]
}
