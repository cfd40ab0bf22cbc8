//! V003: a credit note with another VAT rate than its invoice, or with more of one.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{InvoiceIx, Journal, Movement, MovementIx, MovementKind};
use crate::ledger::vat_breakdown::VatPart;
use crate::syntax::entry::Entry;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::money::Minor;
use crate::value::vat_code::VatCode;
use std::collections::BTreeMap;

crate::check_rule! {
    "V003" "credit-vat-differs" Advice, needs Names, page "credit_vat_differs.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    report_strange_rates(input, sink);
    report_exceeded_rates(input, sink);
}

/// A credit note takes more back at a rate than its invoice has at it.
fn report_exceeded_rates(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let all = journal.movements.iter();
    let mut notes: Vec<(MovementIx, &Movement, InvoiceIx)> = all
        .filter(|(_, it)| it.kind == MovementKind::Credit)
        .filter_map(|(ix, note)| Some((ix, note, note.invoice?)))
        .collect();
    notes.sort_by_key(|(ix, note, _)| (note.date, *ix));
    let mut credited: BTreeMap<(InvoiceIx, VatCode), Minor> = BTreeMap::new();
    for (ix, note, number) in notes {
        let invoiced = input.day.vat_breakdown().of_invoice(journal, number);
        let parts = input.day.vat_breakdown().of_credit_note(journal, ix);
        for part in parts {
            let Some(code) = part.code else { continue };
            let so_far = credited.entry((number, code)).or_default();
            *so_far += part.gross();
            let own = note.extra.as_ref();
            let named = own.map_or_else(Vec::new, |own| rates(journal, own.credit_number, own.vat));
            let whole = invoiced.iter().find(|it| it.code == Some(code));
            // Of an invoice with one rate P021 tells.
            let whole = whole.filter(|_| invoiced.len() > 1 && named.contains(&code));
            let Some(whole) = whole.map(VatPart::gross).filter(|most| *so_far > *most) else {
                continue;
            };
            let currency = journal.invoices[number].currency;
            sink.push_with(&KIND, || {
                KIND.at(
                    input.span_of(note.origin, |entry| rate_span(entry, code)),
                    format!(
                        "expected at most {} credited at {code} of {}, found {}",
                        input.format_money(whole, currency),
                        input.format_invoice(number),
                        input.format_money(*so_far, currency)
                    ),
                )
                .related(date_span(journal.invoices[number].origin), "the invoice")
                .help("divide the credit note over the rates of the invoice, with a `vat:` line for each, or leave the rate out")
            });
        }
    }
}

fn report_strange_rates(input: &CheckInput<'_>, sink: &mut Sink) {
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
