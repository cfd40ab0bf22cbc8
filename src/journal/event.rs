//! Entries that move no money: letters, calls, promises, plans, disputes, holds.

use super::model::{Event, EventKind, EventMore};
use super::resolve::Resolver;
use super::told;
use crate::syntax::entry::{Entry, Text, Value};
use crate::syntax::kinds::MISSING_ARGUMENT;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
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

/// What few events have; `None` for the many calls and notes that only say something.
fn more(
    entry: &Entry,
    text: Text<'_>,
    further: Vec<super::model::InvoiceIx>,
) -> Option<Box<EventMore>> {
    let mut more = EventMore {
        further,
        ..EventMore::default()
    };
    let mut used = !more.further.is_empty();
    for argument in entry.header_arguments() {
        match (argument.clause, argument.value) {
            (None | Some("policy" | "to"), Value::Name | Value::Word(_)) => {
                more.word = Some(text.slice(argument.span).into());
            }
            (Some("via"), Value::Word(channel)) => more.channels.push(channel),
            (Some("by" | "until"), Value::Date(date)) => more.until = Some(date),
            (None, Value::Amount(amount)) => {
                more.amount = Some(Money::new(amount.minor.into(), amount.currency));
            }
            _ => continue,
        }
        used = true;
    }
    for detail in &entry.details {
        let Some(argument) = entry.arguments_of(detail).first() else {
            continue;
        };
        match (detail.key.word(), argument.value) {
            ("deadline", Value::Date(date)) => more.until = Some(date),
            ("received", Value::Date(date)) => more.received = Some(date),
            ("costs", Value::Amount(amount)) => {
                more.amount = Some(Money::new(amount.minor.into(), amount.currency));
            }
            ("bounced" | "accelerate", Value::Word(word)) => more.yes = word == "yes",
            ("due", Value::Amount(amount)) => {
                let on = entry
                    .arguments_of(detail)
                    .iter()
                    .find_map(|term| term.value.date());
                let amount = Money::new(amount.minor.into(), amount.currency);
                more.terms.extend(on.map(|day| (amount, day)));
            }
            _ => continue,
        }
        used = true;
    }
    used.then(|| Box::new(more))
}
