//! V003: a credit note with another VAT rate than its invoice.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{InvoiceIx, Journal, MovementKind};
use crate::syntax::entry::Entry;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::vat_code::VatCode;

crate::check_rule! {
    "V003" "credit-vat-differs" Advice, needs Names, page "credit_vat_differs.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    for credit in journal.movements.as_slice() {
        let Some(number) = credit
            .invoice
            .filter(|_| credit.kind == MovementKind::Credit)
        else {
            continue;
        };
        let own = credit.extra.as_ref();
        let charged = own.map_or_else(Vec::new, |own| rates(journal, own.credit_number, own.vat));
        let invoice = &journal.invoices[number];
        let invoiced = rates(journal, Some(number), invoice.vat);
        let strange = charged.iter().find(|rate| !invoiced.contains(rate));
        let Some(rate) = strange.filter(|_| !invoiced.is_empty()) else {
            continue;
        };
        // Of a rate that does not exist V002 tells.
        let exists = |code: &VatCode, day| {
            let law = journal.home_law();
            law.is_none_or(|law| law.is_vat_rate_on(code.rate(), day))
        };
        if !exists(rate, credit.date) || !invoiced.iter().all(|rate| exists(rate, invoice.date)) {
            continue;
        }
        let at = input.span_of(credit.origin, |entry| rate_span(entry, *rate));
        let expected: Vec<String> = invoiced.iter().map(VatCode::to_string).collect();
        sink.push(
            KIND.at(
                at,
                format!(
                    "expected {}, the {} of the invoice, found {}",
                    expected.join(" or "),
                    if expected.len() == 1 { "rate" } else { "rates" },
                    rate
                ),
            )
            .related(date_span(invoice.origin), "the invoice")
            .help("mend the rate: a credit note takes back the VAT that the invoice charged"),
        );
    }
}

/// The rates of an invoice or a credit note: of its lines where they differ from its header, else of that.
fn rates(journal: &Journal, number: Option<InvoiceIx>, header: Option<VatCode>) -> Vec<VatCode> {
    let parts = journal.vat_subtotals.iter();
    let parts = parts.filter(|part| Some(part.number) == number);
    let unnamed = VatCode::Rate(0);
    let mut rates: Vec<VatCode> = parts.map(|part| part.code.unwrap_or(unnamed)).collect();
    if rates.is_empty() {
        rates.extend(header);
    }
    rates
}

/// Where a rate stands: in the header, else in a line.
fn rate_span(entry: &Entry, rate: VatCode) -> Option<Span> {
    let mut all = entry.arguments.iter();
    let found = all.find(|argument| argument.value.vat() == Some(rate));
    found.map(|argument| argument.span)
}
