//! The figures of reports, to add up and to compare.

use super::shelf::{Book, examples};
use std::collections::BTreeMap;
use tegoed::document::{Cell, Table};
use tegoed::report::scope::Ask;
use tegoed::value::money::{Money, Totals};

/// Every example on the day it names, and on the last day of each month before.
pub fn books() -> Vec<(String, Book)> {
    let mut books = Vec::new();
    for name in examples() {
        let book = Book::example(&name);
        let last = book.outcome.ledger.as_of.0;
        for back in 1..=3 {
            let earlier = last - chrono::Days::new(back * 23);
            books.push((format!("{name} on {earlier}"), book.on(earlier)));
        }
        books.push((name, book));
    }
    books
}

pub fn table(book: &Book, report: &str, ask: &Ask) -> Table {
    let pages = book.pages(report, ask, "en").expect("a subject");
    pages[0].first_table().expect("a table").clone()
}

/// The money in a row, by column.
pub fn money<'r>(table: &'r Table, row: &'r [Cell]) -> BTreeMap<&'r str, Money> {
    let cells = table.columns.iter().zip(row);
    cells
        .filter_map(|(column, cell)| match cell {
            Cell::Money(amount) => Some((column.key.as_str(), amount.to_money())),
            _ => None,
        })
        .collect()
}

pub fn column(table: &Table, key: &str) -> Totals {
    let rows = table.rows.iter();
    rows.filter_map(|row| money(table, row).get(key).copied())
        .collect()
}
