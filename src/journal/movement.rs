//! Entries that move money, but invoices.

use super::invoice::{check_lines, keep_line_rates};
use super::kinds;
use super::mentions::dated;
use super::model::{
    Component, CustomerIx, Designation, InvoiceIx, Movement, MovementKind, MovementMore, NumberUse,
};
use super::resolve::Resolver;
use crate::syntax::entry::{Entry, Text, Value};
use crate::syntax::kinds::MISSING_ARGUMENT;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use chrono::NaiveDate;

/// Takes down a movement.
pub fn resolve(
    resolver: &mut Resolver,
    entry: &Entry,
    date: NaiveDate,
    text: Text<'_>,
    sink: &mut Sink,
) {
    let Some(kind) = kind(entry.directive.word) else {
        return;
    };
    let customer = resolver.header_customer(entry, text);
    let mut more = None;
    if kind == MovementKind::Credit
        && !credit_number(resolver, entry, date, customer, text, &mut more, sink)
    {
        return;
    }
    let (invoice, further) = match kind {
        MovementKind::Credit | MovementKind::Apply => {
            let named = entry.clause("for").map(|argument| argument.span);
            let invoice = named.map(|span| resolver.invoice(span, text, customer));
            (invoice, Vec::new())
        }
        MovementKind::Void => void_numbers(resolver, entry, text),
        _ => resolver.header_invoices(entry, text, customer),
    };
    if !further.is_empty() {
        made(&mut more).further = further;
    }
    let nobody = customer.is_none() && invoice.is_none();
    if nobody && designations_missing(entry) {
        sink.push(nobody_named(entry));
        return;
    }
    let amount = entry.amount().map(|amount| amount.node);
    read_header(entry, &mut more);
    read_details(resolver, entry, text, customer, &mut more);
    let movement = resolver.journal.movements.push(Movement {
        kind,
        currency: amount.map_or(resolver.journal.currency, |amount| amount.currency),
        date,
        customer,
        invoice,
        origin: entry.span.origin(),
        amount: amount.map_or(0, |amount| amount.minor),
        more,
    });
    let unnamed = kind == MovementKind::Payment && invoice.is_none() && designations_missing(entry);
    if unnamed && let Some(reference) = entry.details("ref").next() {
        resolver
            .references
            .push((movement, text.slice(reference.value).into()));
    }
}

fn kind(word: &str) -> Option<MovementKind> {
    Some(match word {
        "payment" => MovementKind::Payment,
        "credit" => MovementKind::Credit,
        "apply" => MovementKind::Apply,
        "reversal" => MovementKind::Reversal,
        "refund" => MovementKind::Refund,
        "fee" => MovementKind::Fee,
        "costs" => MovementKind::Costs,
        "interest" => MovementKind::Interest,
        "waive" => MovementKind::Waive,
        "settle" => MovementKind::Settle,
        "writeoff" => MovementKind::Writeoff,
        "void" => MovementKind::Void,
        _ => return None,
    })
}

fn designations_missing(entry: &Entry) -> bool {
    entry.details("for").next().is_none()
}

fn nobody_named(entry: &Entry) -> crate::text::diagnostic::Diagnostic {
    let end = Span::new(entry.keyword.end, entry.keyword.end);
    let word = entry.directive.word;
    MISSING_ARGUMENT
        .at(
            end,
            format!("expected an invoice or a customer in `{word}`, found none"),
        )
        .help("say what it is for: `#2026-001`, or who it is from: `@jansen`")
}

/// Enters the number of a credit note; `false` when it is taken.
fn credit_number(
    resolver: &mut Resolver,
    entry: &Entry,
    date: NaiveDate,
    customer: Option<CustomerIx>,
    text: Text<'_>,
    more: &mut More,
    sink: &mut Sink,
) -> bool {
    let Some(span) = entry.invoices().next() else {
        return false;
    };
    let number = resolver.number(span, text);
    if !free(resolver, number, text.slice(span), span, sink) {
        return false;
    }
    let slot = &mut resolver.journal.invoices[number];
    slot.used = NumberUse::Credit;
    slot.customer = customer;
    slot.date = date;
    slot.origin = entry.span.origin();
    made(more).number = Some(number);
    if let Some(amount) = entry.amount() {
        slot.currency = amount.node.currency;
        slot.amount = Some(amount.node.minor);
        let rate = entry.clause("vat").and_then(|rate| rate.value.share());
        keep_line_rates(resolver, number, entry, rate);
        check_lines(entry, amount, rate, sink);
    }
    true
}

/// Whether a number is still free; says so where it is not.
pub fn free(
    resolver: &Resolver,
    number: InvoiceIx,
    written: &str,
    span: Span,
    sink: &mut Sink,
) -> bool {
    let taken = resolver.journal.invoices[number];
    if !matches!(taken.used, NumberUse::Invoice | NumberUse::Credit) {
        return true;
    }
    sink.push(
        kinds::DUPLICATE_INVOICE
            .at(
                span,
                format!("expected a number not used before, found {written} again"),
            )
            .related(dated(taken.origin), "first used here")
            .help("give it its own number; if the entry was pasted or merged twice, delete one"),
    );
    false
}

/// A void may explain a number that nobody issued, so its numbers are no mentions of invoices.
fn void_numbers(
    resolver: &mut Resolver,
    entry: &Entry,
    text: Text<'_>,
) -> (Option<InvoiceIx>, Vec<InvoiceIx>) {
    let mut numbers = entry.invoices().map(|span| resolver.number(span, text));
    let first = numbers.next();
    (first, numbers.collect())
}

/// Made where there is something to put in: most movements have nothing of it.
type More = Option<Box<MovementMore>>;

fn made(more: &mut More) -> &mut MovementMore {
    more.get_or_insert_default()
}

fn read_header(entry: &Entry, more: &mut More) {
    for argument in entry.header_arguments() {
        match (argument.clause, argument.value) {
            (Some("of"), Value::Date(date)) => made(more).of = Some(date),
            (Some("by"), Value::Date(date)) => made(more).by = Some(date),
            (Some("vat"), Value::Share(rate)) => made(more).vat = rate.hundredths(),
            (None, Value::Word("on-account")) => made(more).on_account = true,
            (None, Value::Word("costs")) => made(more).charge = Some(Component::Costs),
            (None, Value::Word("fee")) => made(more).charge = Some(Component::Fee),
            (None, Value::Word("interest")) => made(more).charge = Some(Component::Interest),
            _ => {}
        }
    }
}

fn read_details(
    resolver: &mut Resolver,
    entry: &Entry,
    text: Text<'_>,
    customer: Option<CustomerIx>,
    more: &mut More,
) {
    for detail in &entry.details {
        let arguments = entry.arguments_of(detail);
        let amount = || arguments.iter().find_map(|it| it.value.amount());
        match detail.key.word() {
            "for" => {
                let mut named = arguments.iter().filter(|it| it.value == Value::Invoice);
                if let (Some(invoice), Some(amount)) = (named.next(), amount()) {
                    let designation = Designation {
                        invoice: resolver.invoice(invoice.span, text, customer),
                        amount: amount.minor,
                        origin: detail.span.origin(),
                    };
                    made(more).designated.push(designation);
                }
            }
            "of" => made(more).of_id = Some(text.slice(detail.value).into()),
            "commission" => made(more).commission = amount().map_or(0, |amount| amount.minor),
            _ => {}
        }
    }
}
