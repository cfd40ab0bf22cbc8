//! V003: a credit note with another VAT rate than its invoice.

use super::shared::rule::{CheckFn, CheckInput, CheckRule, date_span};
use super::shared::vat_rates::format_rate;
use crate::journal::model::MovementKind;
use crate::syntax::clause::Clause;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "V003",
    name: "credit-vat-differs",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("credit_vat_differs.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for credit in subject.journal.movements.as_slice() {
        if credit.kind != MovementKind::Credit {
            continue;
        }
        let rate = credit.extra.as_ref().and_then(|more| more.vat);
        let invoice = credit
            .invoice
            .map(|invoice| &subject.journal.invoices[invoice]);
        if let (Some(rate), Some(invoice)) = (rate, invoice)
            && let Some(expected) = invoice.vat
            && expected != rate
        {
            let at = subject.span_of(credit.origin, |entry| {
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
