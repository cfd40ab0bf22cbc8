//! V015: an invoice with VAT that was voided without a credit note.

use super::shared::check_input::CheckInput;
use crate::journal::model::{InvoiceIx, MovementKind, NumberUse};
use crate::ledger::vat_breakdown::VatPart;
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;

crate::check_rule! {
    "V015" "void-of-taxed-invoice" Advice, needs Figures, page "void_of_taxed_invoice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if !journal.is_vat_charged() {
        return;
    }
    let movements = journal.movements.as_slice().iter();
    for entry in movements.filter(|movement| movement.kind == MovementKind::Void) {
        for invoice in entry.invoices().filter(|it| is_issued(input, *it)) {
            let left = input
                .day
                .vat_breakdown()
                .uncredited_of_invoice(journal, invoice);
            let vat: Minor = left.iter().map(|part: &VatPart| part.vat).sum();
            if !vat.is_positive() {
                continue;
            }
            let currency = journal.invoices[invoice].currency;
            sink.push_with(&KIND, || {
                KIND.at(
                    input.mention_span(entry.origin, invoice),
                    format!(
                        "expected a credit note for {}, found a void of an invoice with {} of VAT",
                        input.format_invoice(invoice),
                        input.format_money(vat, currency)
                    ),
                )
                .help("if the invoice went out, take it back with `credit #NUMBER for #INVOICE AMOUNT`; if it never left, leave its entry out and keep `void`")
            });
        }
    }
}

fn is_issued(input: &CheckInput<'_>, number: InvoiceIx) -> bool {
    input.day.journal.invoices[number].number_use == NumberUse::Invoice
}
