//! A007: money in another currency than the invoice it is for, or a `for:` line in another currency than its payment.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::rule::{CheckFn, CheckRule};
use crate::journal::model::{InvoiceIx, Movement};
use crate::ledger::model::FaultKind;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "A007" "currency-mix" Error, needs Figures, page "currency_mix.md", Journal(run)
}

/// The check of the `for:` lines, which one entry is enough for.
pub static RULE_OF_PARTS: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Entry(check_parts),
};

const HELP: &str = "currencies never pay each other: write what the bank made of it, in the currency of the invoice";

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::CurrencyMix { invoice } => Some(invoice),
        _ => None,
    });
    for (_, movement, invoice) in faults {
        let known = &input.day.journal.invoices[invoice];
        sink.push(
            KIND.at(
                amount_span(input, movement, invoice),
                format!(
                    "expected {}, the currency of {}, found {}",
                    known.currency.code(),
                    input.format_invoice(invoice),
                    movement.currency.code()
                ),
            )
            .related(
                date_span(known.origin),
                format!("an invoice in {}", known.currency.code()),
            )
            .help(HELP),
        );
    }
}

/// The amount of the `for:` line that names the invoice, else that of the header.
fn amount_span(input: &CheckInput<'_>, movement: &Movement, invoice: InvoiceIx) -> Span {
    let lines = movement.designations();
    let line = lines.iter().find(|line| line.invoice == invoice);
    input.span_of(movement.origin, |entry| {
        let detail = line.and_then(|line| {
            let mut lines = entry.details(KeyName::For);
            lines.find(|detail| detail.span.origin() == line.origin)
        });
        let of_line = detail.and_then(|detail| {
            let mut arguments = entry.arguments_of(detail).iter();
            arguments.find(|argument| argument.value.amount().is_some())
        });
        of_line
            .map(|argument| argument.span)
            .or_else(|| entry.amount().map(|amount| amount.span))
    })
}

/// Finds `for:` lines in another currency than their payment.
fn check_parts(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    if entry.details.is_empty() || entry.directive.keyword != Keyword::Payment {
        return;
    }
    let parts = entry.details(KeyName::For);
    for argument in parts.flat_map(|detail| entry.arguments_of(detail)) {
        let Some(whole) = entry.amount() else {
            return;
        };
        if let Some(part) = argument.value.amount()
            && part.currency != whole.node.currency
        {
            sink.push(
                KIND.at(
                    argument.span,
                    format!(
                        "expected a part in {}, the currency of the payment, found {}",
                        whole.node.currency.code(),
                        part.currency.code()
                    ),
                )
                .related(whole.span, "the payment")
                .help(HELP),
            );
        }
    }
}
