//! Entries that move no money: letters, calls, promises, plans, disputes, holds.

use super::model::{Event, EventKind, EventMore, InvoiceIx};
use super::resolve::Resolver;
use super::told;
use crate::syntax::entry::{Amount, Argument, Detail, Entry, Text, Value};
use crate::syntax::kinds::MISSING_ARGUMENT;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::channel::Channel;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Takes down an event.
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
    let (invoice, further) = resolver.header_invoices(entry, text, customer);
    if kind != EventKind::Note && customer.is_none() && invoice.is_none() {
        let end = Span::new(entry.keyword.end, entry.keyword.end);
        sink.push(
            MISSING_ARGUMENT
                .at(
                    end,
                    format!(
                        "expected a customer or an invoice in `{}`, found none",
                        entry.directive.word
                    ),
                )
                .help("say whom or what it is about: `@jansen` or `#2026-001`"),
        );
        return;
    }
    if let Some(policy) = entry.clause("policy") {
        resolver
            .mentions
            .policy(text.slice(policy.span), policy.span);
    }
    resolver.journal.events.push(Event {
        kind,
        date,
        customer,
        invoice,
        origin: entry.span.origin(),
        follow_up: entry.detail_date("follow-up"),
        told: told::read(entry),
        more: more(entry, text, further),
    });
}

fn kind(word: &str) -> Option<EventKind> {
    Some(match word {
        "phone" => EventKind::Phone,
        "email" => EventKind::Email,
        "note" => EventKind::Note,
        "agreed" => EventKind::Agreed,
        "dispute" => EventKind::Dispute,
        "resolve" => EventKind::Resolve,
        "hold" => EventKind::Hold,
        "release" => EventKind::Release,
        "promise" => EventKind::Promise,
        "plan" => EventKind::Plan,
        "insolvent" => EventKind::Insolvent,
        "sent" => EventKind::Sent,
        "skip" => EventKind::Skip,
        "letter" => EventKind::Letter,
        "visit" => EventKind::Visit,
        "chat" => EventKind::Chat,
        "handover" => EventKind::Handover,
        "return" => EventKind::Return,
        _ => return None,
    })
}

/// Made where there is something to put in: the many calls and notes only say something.
type More = Option<Box<EventMore>>;

fn made(more: &mut More) -> &mut EventMore {
    more.get_or_insert_default()
}

fn more(entry: &Entry, text: Text<'_>, further: Vec<InvoiceIx>) -> More {
    let mut more = None;
    if !further.is_empty() {
        made(&mut more).further = further;
    }
    for argument in entry.header_arguments() {
        match (argument.clause, argument.value) {
            (None | Some("policy" | "to"), Value::Name | Value::Word(_)) => {
                made(&mut more).word = Some(text.slice(argument.span).into());
            }
            (Some("via"), Value::Word(channel)) => {
                made(&mut more).channels.extend(Channel::from_word(channel));
            }
            (Some("by" | "until"), Value::Date(date)) => made(&mut more).until = Some(date),
            (None, Value::Amount(amount)) => made(&mut more).amount = Some(money(amount)),
            _ => {}
        }
    }
    for detail in &entry.details {
        read_detail(detail, entry.arguments_of(detail), &mut more);
    }
    more
}

fn read_detail(detail: &Detail, arguments: &[Argument], more: &mut More) {
    let Some(argument) = arguments.first() else {
        return;
    };
    match (detail.key.word(), argument.value) {
        ("deadline", Value::Date(date)) => made(more).until = Some(date),
        ("received", Value::Date(date)) => made(more).received = Some(date),
        ("costs", Value::Amount(amount)) => made(more).amount = Some(money(amount)),
        ("bounced" | "accelerate", Value::Word(word)) => made(more).yes = word == "yes",
        ("due", Value::Amount(amount)) => {
            let on = arguments.iter().find_map(|term| term.value.date());
            let term = on.map(|day| (money(amount), day));
            made(more).terms.extend(term);
        }
        _ => {}
    }
}

fn money(amount: Amount) -> Money {
    Money::new(amount.minor.into(), amount.currency)
}
