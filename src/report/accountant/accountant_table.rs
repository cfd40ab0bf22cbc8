//! Tables of an accountant: keys for programs, and headings for people who open them as sheets.

use super::accountant_input::AccountantInput;
use crate::document::{Cell, Column, Table};
use crate::report::export::export_table::{plain_columns, with_headings};

/// Rows under keys.
pub fn accountant_table(input: &AccountantInput<'_>, keys: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let table = Table::new(accountant_columns(input, keys), rows);
    with_headings(input.asked.language, table)
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
