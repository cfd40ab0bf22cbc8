//! Tables of an accountant: keys for programs, and headings for people who open them as sheets.

use super::accountant_input::AccountantInput;
use crate::document::{Cell, Column, Table, TableRows};
use crate::report::export::export_table::{add_headings, plain_columns};
use crate::report::shared::page::add_totals;

/// Rows under keys.
pub fn accountant_table(input: &AccountantInput<'_>, keys: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    accountant_rows(input, keys, rows.into_iter()).into_table()
}

/// Rows under keys, each drawn when it is asked for.
pub fn accountant_rows<'a>(
    input: &AccountantInput<'_>,
    keys: &[&str],
    rows: impl Iterator<Item = Vec<Cell>> + 'a,
) -> TableRows<'a> {
    let mut columns = accountant_columns(input, keys);
    add_headings(input.asked.language, &mut columns);
    TableRows::new(columns, rows)
}

/// The same with a row of totals for each currency. Only for tables of which each amount counts once.
pub fn table_with_totals(
    input: &AccountantInput<'_>,
    keys: &[&str],
    rows: Vec<Vec<Cell>>,
) -> Table {
    let mut table = accountant_table(input, keys, rows);
    add_totals(input.closing, &mut table);
    table
}

/// Columns with these keys, under the headings of the language.
pub fn accountant_columns(input: &AccountantInput<'_>, keys: &[&str]) -> Vec<Column> {
    let mut columns = plain_columns(keys);
    for column in &mut columns {
        if let Some(heading) = input.words().heading(&column.key) {
            heading.clone_into(&mut column.heading);
        }
    }
    columns
}

/// The same table with a heading over each column that has none, and words for codes that have none.
pub fn with_all_words(input: &AccountantInput<'_>, mut table: Table) -> Table {
    let say = input.words();
    let bare = table.columns.iter_mut().filter(|it| it.heading.is_empty());
    for column in bare {
        let heading = say.heading(&column.key).unwrap_or_default();
        heading.clone_into(&mut column.heading);
    }
    for cell in table.rows.iter_mut().flatten() {
        if let Cell::Word(word) = cell
            && word.label.is_empty()
        {
            *cell = Cell::word(word.code.clone(), say.word(&word.code));
        }
    }
    table
}

/// A word of these tables: its code for programs, and what people call it.
pub fn word_cell(input: &AccountantInput<'_>, code: &'static str) -> Cell {
    Cell::word(code, input.words().word(code))
}
