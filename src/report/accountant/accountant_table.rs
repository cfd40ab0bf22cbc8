//! Tables of an accountant: keys for programs, and headings for people who open them as sheets.

use super::accountant_input::AccountantInput;
use crate::document::{Cell, Column, Table};
use crate::report::export::export_table::export_columns;

/// Rows under keys.
pub fn accountant_table(input: &AccountantInput<'_>, keys: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table::new(accountant_columns(input, keys), rows)
}

/// Columns with these keys, under the headings of the language.
pub fn accountant_columns(input: &AccountantInput<'_>, keys: &[&str]) -> Vec<Column> {
    let mut columns = export_columns(input.asked.language, keys);
    for column in &mut columns {
        if let Some(heading) = input.words().heading(&column.key) {
            heading.clone_into(&mut column.heading);
        }
    }
    columns
}
