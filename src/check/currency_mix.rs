//! A007: money, or an amount of a promise, plan or dispute, in another currency than the invoice it is for, or a `for:` line in another currency than its payment.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::rule::{CheckFn, CheckRule};
use crate::journal::model::{InvoiceIx, Movement};
use crate::ledger::model::FaultKind;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::Span;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Money;

crate::check_rule! {
    "A007" "currency-mix" Error, needs Figures, page "currency_mix.md", Journal(run)
}

/// The check of the `for:` lines, which one entry is enough for.
pub static RULE_OF_PARTS: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Entry(check_parts),
};

const HELP: &str = "currencies never pay each other: write what the bank made of it, in the currency of the invoice";

const HELP_OF_EVENTS: &str = "write it in the currency of the invoice, and for invoices in several currencies an entry each; until then no amount counts here";

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::CurrencyMix { invoice } => Some(invoice),
        _ => None,
    });
    for (_, movement, invoice) in faults {
        let span = amount_span(input, movement, invoice);
        sink.push(describe_mix(input, span, invoice, movement.currency).help(HELP));
    }
    for fault in &input.day.journal.currency_faults {
        let span = input.span_of(fault.origin, |entry| find_amount(entry, fault.amount));
        let found = describe_mix(input, span, fault.invoice, fault.amount.currency);
        sink.push(found.help(HELP_OF_EVENTS));
    }
}

fn describe_mix(
    input: &CheckInput<'_>,
    span: Span,
    invoice: InvoiceIx,
    found: Currency,
) -> Diagnostic {
    let known = &input.day.journal.invoices[invoice];
    let message = format!(
        "expected {}, the currency of {}, found {}",
        known.currency.code(),
        input.format_invoice(invoice),
        found.code()
    );
    let note = format!("an invoice in {}", known.currency.code());
    KIND.at(span, message)
        .related(date_span(known.origin), note)
}

/// Where an amount stands in an entry: in its header, or in a line below it.
fn find_amount(entry: &Entry, wanted: Money) -> Option<Span> {
    let mut arguments = entry.arguments.iter();
    let found = arguments.find(|it| it.value.amount().map(Money::from) == Some(wanted));
    found.map(|argument| argument.span)
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
