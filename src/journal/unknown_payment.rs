//! `payment unknown`: money of which nobody knows yet who paid it. It is nobody's until the word is replaced by a customer
//! or an invoice.

use super::model::UnknownPayment;
use super::resolver::Resolver;
use crate::syntax::directive::payment::PaymentEntry;
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::kinds::UNEXPECTED_ARGUMENT;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Takes down such a payment; says so where it names somebody all the same.
pub fn resolve(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: &PaymentEntry<'_>,
    date: NaiveDate,
    sink: &mut Sink,
) {
    if let Some((span, found)) = find_contradiction(node) {
        sink.unreadable.figures = true;
        sink.push(
            UNEXPECTED_ARGUMENT
                .at(
                    span,
                    format!("expected nothing beside `unknown` that says whose the money is, found {found}"),
                )
                .help("take out `unknown` where it is known who paid, else what names somebody"),
        );
        return;
    }
    resolver.journal.unknown_payments.push(UnknownPayment {
        date,
        amount: Money::from(node.amount.node),
        origin: fields.entry.span.origin(),
    });
}

fn find_contradiction(node: &PaymentEntry<'_>) -> Option<(Span, &'static str)> {
    let invoice = node.invoices.iter().next();
    let named = invoice.map(|invoice| (invoice.span, "an invoice"));
    let designated = node.designations.first();
    let designated = designated.map(|line| (line.span.span, "a `for:` line"));
    let kept = node
        .on_account
        .then_some((node.amount.span, "`on-account`"));
    named.or(designated).or(kept)
}
