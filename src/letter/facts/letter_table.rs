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
