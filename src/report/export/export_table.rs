//! Tables of the export: keys are their headings.

use crate::document::{Cell, Column, Table};
use crate::report::shared::page::column;

/// Rows under keys. Programs read these tables, so a key is heading enough.
pub fn export_table(keys: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table::new(plain_columns(keys), rows)
}

/// Columns whose headings are their keys.
pub fn plain_columns(keys: &[&str]) -> Vec<Column> {
    keys.iter().map(|key| column(key, key)).collect()
}
