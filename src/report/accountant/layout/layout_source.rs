//! The tables whose columns a layout may name.

use super::layout_model::{LayoutSource, VatLines};
use crate::document::Table;
use crate::report::accountant::accountant_input::AccountantInput;
use crate::report::accountant::{customers, journal, open_items};

/// Columns of words, which may be cut. What names something may not: two could become one.
pub const WORD_COLUMNS: &[&str] = &["account_name", "address", "attn", "name", "reason", "text"];

/// The keys of the columns of a table.
pub const fn column_keys(source: LayoutSource) -> &'static [&'static str] {
    match source {
        LayoutSource::Journal => &journal::KEYS,
        LayoutSource::OpenItems => &open_items::KEYS,
        LayoutSource::Customers => &customers::KEYS,
    }
}

/// The table of a period.
pub fn draw_source(input: &AccountantInput<'_>, source: LayoutSource, vat: VatLines) -> Table {
    match (source, vat) {
        (LayoutSource::Journal, VatLines::OnTurnover) => {
            journal::moving_rows(journal::rows_with_vat_on_turnover(input)).into_table()
        }
        (LayoutSource::Journal, VatLines::OwnLines) => {
            journal::moving_rows(journal::rows(input)).into_table()
        }
        (LayoutSource::OpenItems, _) => open_items::table(input),
        (LayoutSource::Customers, _) => customers::table(input),
    }
}
