//! V003: a credit note with another VAT rate than its invoice.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::vat_rates::format_rate;
use crate::journal::model::MovementKind;
use crate::syntax::clause::Clause;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "V003" "credit-vat-differs" Advice, needs Names, page "credit_vat_differs.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    for credit in journal.movements.as_slice() {
        if credit.kind != MovementKind::Credit {
            continue;
        }
        let rate = credit.extra.as_ref().and_then(|more| more.vat);
        let invoice = credit.invoice.map(|invoice| &journal.invoices[invoice]);
        if let (Some(rate), Some(invoice)) = (rate, invoice)
            && let Some(expected) = invoice.vat
            && expected != rate
        {
            let at = input.span_of(credit.origin, |entry| {
                entry
                    .clause_argument(Clause::Vat)
                    .map(|argument| argument.span)
            });
            sink.push(
                KIND.at(
                    at,
                    format!(
                        "expected {}, the rate of the invoice, found {}",
                        format_rate(expected),
                        format_rate(rate)
                    ),
                )
                .related(date_span(invoice.origin), "the invoice")
                .help("mend the rate: a credit note takes back the VAT that the invoice charged"),
            );
        }
    }
}
