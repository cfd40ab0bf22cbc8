//! The rates of VAT that invoices and credit notes name, with their places.

use super::check_input::CheckInput;
use crate::journal::model::InvoiceIx;
use crate::text::span::{Origin, Span};
use crate::value::vat_code::VatCode;

/// A rate that an invoice or a credit note names, once for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedVatCode {
    /// The number of the invoice or the credit note.
    pub number: InvoiceIx,
    /// The rate.
    pub code: VatCode,
    /// Where the entry stands.
    pub origin: Origin,
}

/// All rates of a journal, in the order of numbers.
pub fn named_vat_codes(input: &CheckInput<'_>) -> Vec<NamedVatCode> {
    let journal = input.day.journal;
    let named = |number: InvoiceIx, code: VatCode| NamedVatCode {
        number,
        code,
        origin: journal.invoices[number].origin,
    };
    let headers = journal.invoices.iter();
    let headers = headers.filter_map(|(number, record)| Some(named(number, record.vat?)));
    let credits = journal.movements.as_slice().iter().filter_map(|movement| {
        let extra = movement.extra.as_ref()?;
        Some(named(extra.credit_number?, extra.vat?))
    });
    let parts = journal.vat_subtotals.iter();
    let parts = parts.filter_map(|part| Some(named(part.number, part.code?)));
    let mut all: Vec<NamedVatCode> = headers.chain(credits).chain(parts).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Where a rate stands in its entry; the keyword where it is not written.
pub fn code_span(input: &CheckInput<'_>, named: &NamedVatCode) -> Span {
    input.span_of(named.origin, |entry| {
        let mut all = entry.arguments.iter();
        let found = all.find(|argument| argument.value.vat() == Some(named.code));
        found.map(|argument| argument.span)
    })
}
