//! `payment unknown`: money of which nobody knows yet who paid it. It is nobody's until the word is replaced by a customer
//! or an invoice, or until it went back: `reversal unknown`, `refund unknown`.

use super::model::{Journal, UnknownPayment, UnknownReturn};
use super::resolver::Resolver;
use crate::syntax::directive::payment::PaymentEntry;
use crate::syntax::directive::refund::RefundEntry;
use crate::syntax::directive::reversal::ReversalEntry;
use crate::syntax::entry::Amount;
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::kinds::UNEXPECTED_ARGUMENT;
use crate::text::diagnostic::Sink;
use crate::text::span::{Span, Spanned};
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
    if let Some(contradiction) = find_contradiction(node) {
        report_contradiction(contradiction, sink);
        return;
    }
    resolver.journal.unknown_payments.push(UnknownPayment {
        date,
        amount: Money::from(node.amount.node),
        origin: fields.entry.span.origin(),
        returned: None,
    });
}

/// Takes down that the bank took such money back.
pub fn resolve_reversal(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: &ReversalEntry<'_>,
    date: NaiveDate,
    sink: &mut Sink,
) {
    match node.invoice {
        Some(invoice) => report_contradiction((invoice.span, "an invoice"), sink),
        None => add_return(resolver, fields, node.amount, (date, Some(node.of))),
    }
}

/// Takes down that such money was paid back.
pub fn resolve_refund(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: &RefundEntry<'_>,
    date: NaiveDate,
) {
    add_return(resolver, fields, node.amount, (date, node.of));
}

fn add_return(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    amount: Spanned<Amount>,
    (date, of): (NaiveDate, Option<NaiveDate>),
) {
    resolver.journal.unknown_returns.push(UnknownReturn {
        date,
        of,
        amount: Money::from(amount.node),
        origin: fields.entry.span.origin(),
        is_matched: false,
    });
}

/// Finds the payment of each return: of its day where it names one, else the oldest of just this amount.
pub fn match_returns(journal: &mut Journal) {
    let payments = &mut journal.unknown_payments;
    journal
        .unknown_returns
        .sort_by_key(|back| (back.date, back.origin));
    for back in &mut journal.unknown_returns {
        let candidates = payments.iter_mut().filter(|payment| {
            payment.returned.is_none()
                && payment.amount == back.amount
                && payment.date <= back.date
                && back.of.is_none_or(|day| day == payment.date)
        });
        if let Some(payment) = candidates.min_by_key(|payment| (payment.date, payment.origin)) {
            payment.returned = Some(back.date);
            back.is_matched = true;
        }
    }
}

fn report_contradiction((span, found): (Span, &'static str), sink: &mut Sink) {
    sink.unreadable.figures = true;
    sink.push(
        UNEXPECTED_ARGUMENT
            .at(
                span,
                format!(
                    "expected nothing beside `unknown` that says whose the money is, found {found}"
                ),
            )
            .help("take out `unknown` where it is known who paid, else what names somebody"),
    );
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
