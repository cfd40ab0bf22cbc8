//! What VAT an amount bears, in a cell.

use crate::document::Cell;
use crate::language::phrases::Language;
use crate::value::vat_code::VatCode;

/// For programs as the journal writes it (`0% export`), for people in their words (`0% (export)`); empty where the journal
/// does not say.
pub fn vat_code_cell(language: &Language, code: Option<VatCode>) -> Cell {
    code.map_or(Cell::Empty, |code| {
        Cell::word(code.to_string(), language.format_vat_code(Some(code)))
    })
}
