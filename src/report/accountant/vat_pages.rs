//! `vat-return` and `icp`: the pages of `vat` about the period, as they are there.

use super::accountant_input::AccountantInput;
use super::accountant_table::with_all_words;
use crate::document::{Block, Document, Table};
use crate::report::shared::report_input::ReportInput;
use crate::report::vat::VAT;

/// The return, box by box.
pub fn return_table(input: &AccountantInput<'_>) -> Table {
    with_all_words(input, first_table(draw_page(input.asked)))
}

/// The listing of supplies within the European Union.
pub fn listing_table(input: &AccountantInput<'_>) -> Table {
    let page = draw_page(ReportInput {
        options: input.listing_options,
        ..input.asked
    });
    with_all_words(input, first_table(page))
}

/// The page of the return, with what it says of amounts in no box.
pub fn return_page(input: &AccountantInput<'_>) -> Option<Document> {
    draw_page(input.asked)
}

fn draw_page(input: ReportInput<'_>) -> Option<Document> {
    let pages = VAT.write_pages(input).ok()?;
    pages.into_iter().next()
}

fn first_table(page: Option<Document>) -> Table {
    let tables = page.into_iter().flat_map(|page| page.blocks);
    let mut tables = tables.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.next().unwrap_or_default()
}
