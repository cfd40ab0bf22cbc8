//! Tables of a letter, by columns.

use crate::document::letter::LetterTable;

/// A table of words: of each column its heading and whether it holds amounts, then the rows, and the last row where
/// it adds up to something.
pub fn build_table<const N: usize>(
    columns: [(&str, bool); N],
    rows: impl IntoIterator<Item = [String; N]>,
    total: Option<[String; N]>,
) -> LetterTable {
    LetterTable {
        headings: columns.map(|(heading, _)| heading.to_owned()).to_vec(),
        right_aligned: columns.map(|(_, holds_amounts)| holds_amounts).to_vec(),
        rows: rows.into_iter().map(|row| row.to_vec()).collect(),
        total: total.map_or_else(Vec::new, |total| total.to_vec()),
    }
}

/// A column of a table about some things: its heading, and what it says of each.
pub struct TableColumn<'t, T> {
    heading: String,
    holds_amounts: bool,
    cell: Box<dyn Fn(&T) -> String + 't>,
    total: String,
}

impl<'t, T> TableColumn<'t, T> {
    /// A column of words.
    pub fn words(heading: &str, cell: impl Fn(&T) -> String + 't) -> Self {
        Self {
            heading: heading.to_owned(),
            holds_amounts: false,
            cell: Box::new(cell),
            total: String::new(),
        }
    }

    /// A column of numbers or amounts.
    pub fn amounts(heading: &str, cell: impl Fn(&T) -> String + 't) -> Self {
        Self {
            holds_amounts: true,
            ..Self::words(heading, cell)
        }
    }

    /// The same column, with what stands in the last row.
    pub fn with_total(self, total: String) -> Self {
        Self { total, ..self }
    }
}

/// A table about some things, a row each; the last row has what they add up to.
pub fn build_table_of<T>(all: &[T], columns: &[TableColumn<'_, T>]) -> LetterTable {
    let row = |it: &T| columns.iter().map(|column| (column.cell)(it)).collect();
    LetterTable {
        headings: columns.iter().map(|it| it.heading.clone()).collect(),
        right_aligned: columns.iter().map(|it| it.holds_amounts).collect(),
        rows: all.iter().map(row).collect(),
        total: columns.iter().map(|it| it.total.clone()).collect(),
    }
}
