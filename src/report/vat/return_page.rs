//! How a page about a VAT return begins.

use crate::document::{Cell, Document};
use crate::report::shared::page::{PageBasis, fact, start_page};
use crate::report::shared::report_input::ReportInput;
use crate::value::vocabulary::VatBasis;
use crate::vat::vat_return::VatReturn;

/// A page about the return, with the day on which VAT is owed.
pub fn start_return_page(input: ReportInput<'_>, title: &str, found: &VatReturn) -> Document {
    let say = &input.language.phrases.vat.vat_return;
    let mut page = start_page(input, "vat", title, PageBasis::Entries);
    let (code, words) = match found.basis {
        VatBasis::Invoice => ("invoice", say.by_invoice),
        VatBasis::Cash => ("cash", say.by_receipt),
    };
    page.basis
        .push(fact("vat_basis", say.basis, Cell::word(code, words)));
    page
}
