//! What a column is called in a spreadsheet, where all columns stand beside each other and each needs a name of its own.

use crate::document::{Column, ColumnVisibility};

/// The heading of a column among others: where one for people has the same, or one before it, its key stands behind it.
pub fn column_heading(column: &Column, all: &[&Column]) -> String {
    let mut same = all.iter().filter(|it| it.heading == column.heading);
    let for_people = |it: &&&Column| it.visibility != ColumnVisibility::Programs;
    let first = same.clone().find(for_people).or_else(|| same.next());
    match column.heading.as_str() {
        "" => column.key.clone(),
        heading if first.is_none_or(|first| first.key == column.key) => heading.to_owned(),
        heading => format!("{heading} ({})", column.key),
    }
}
