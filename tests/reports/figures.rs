//! The figures of reports, to add up and to compare.

use super::shelf::{TestJournal, example_names};
use std::collections::BTreeMap;
use tegoed::document::{Cell, Table};
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::money::{Money, Totals};

/// Every example on the day it names, and on the last day of each month before.
pub fn example_journals() -> Vec<(String, TestJournal)> {
    let mut books = Vec::new();
    for name in example_names() {
        let book = TestJournal::from_example(&name);
        let last = book.outcome.ledger.as_of;
        for back in 1..=3 {
            let earlier = last - chrono::Days::new(back * 23);
            books.push((format!("{name} on {earlier}"), book.on_day(earlier)));
        }
        books.push((name, book));
    }
    books
}

pub fn report_table(book: &TestJournal, report: &str, ask: &ReportOptions) -> Table {
    let pages = book.report_pages(report, ask, "en").expect("a subject");
    pages[0].first_table().expect("a table").clone()
}

/// The money in a row, by column.
pub fn row_money<'r>(table: &'r Table, row: &'r [Cell]) -> BTreeMap<&'r str, Money> {
    let cells = table.columns.iter().zip(row);
    cells
        .filter_map(|(column, cell)| match cell {
            Cell::Money(amount) => Some((column.key.as_str(), amount.to_money())),
            _ => None,
        })
        .collect()
}

pub fn column_totals(table: &Table, key: &str) -> Totals {
    let rows = table.rows.iter();
    rows.filter_map(|row| row_money(table, row).get(key).copied())
        .collect()
}
