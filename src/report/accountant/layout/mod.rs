//! Files for the program of a bookkeeper: columns of the tables, under the names and in the forms that it takes in.

pub mod layout_difference;
pub mod layout_model;
pub mod layout_source;
pub mod layout_table;

use super::accountant_input::AccountantInput;
use super::start_accountant_page;
use crate::document::{Block, Document};
use layout_model::{Layout, LayoutFile};
use layout_table::LayoutTable;

/// The page of a file.
pub fn draw_page(input: &AccountantInput<'_>, layout: &Layout, file: &LayoutFile) -> Document {
    let drawn = LayoutTable::draw(input, layout, file);
    Document {
        page_name: "layout",
        blocks: vec![Block::Table(drawn.table)],
        ..start_accountant_page(input, &layout.program)
    }
}
