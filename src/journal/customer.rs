//! `customer @id` and its keys.

use super::fields::Fields;
use super::model::{Customer, CustomerKind};
use super::resolve::Resolver;
use super::{kinds, limits};
use crate::syntax::entry::{Entry, Text, Value};
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::channel::Exclusion;

/// Declares a customer.
pub fn resolve(resolver: &mut Resolver, entry: &Entry, text: Text<'_>, sink: &mut Sink) {
    let Some(span) = entry.customer() else {
        return;
    };
    let customer = resolver.id(span, text);
    if let Some(first) = resolver.journal.customers[customer].origin {
        let first = Span::new(first.0, first.0.saturating_add(8));
        sink.push(
            kinds::DUPLICATE_DECLARATION
                .at(
                    span,
                    format!(
                        "expected each customer once, found {} again",
                        text.slice(span)
                    ),
                )
                .related(first, "first declared here")
                .help("put the keys of both under one of the two"),
        );
        return;
    }
    let declared = declare(resolver, entry, text);
    resolver.journal.customers[customer] = declared;
    resolver.declared[customer] = true;
}

fn declare(resolver: &mut Resolver, entry: &Entry, text: Text<'_>) -> Customer {
    let own = |key| entry.detail_value(key).map(|argument| argument.value);
    let kind = match own("kind") {
        Some(Value::Word("business")) => Some(CustomerKind::Business),
        Some(Value::Word("consumer")) => Some(CustomerKind::Consumer),
        Some(Value::Word("government")) => Some(CustomerKind::Government),
        _ => None,
    };
    let policy = entry.detail_value("policy").map(|argument| argument.span);
    if let Some(span) = policy {
        resolver.mentions.policy(text.slice(span), span);
    }
    Customer {
        origin: Some(entry.span.origin()),
        kind,
        exclusions: exclusions(entry, text),
        terms: own("terms").and_then(|value| value.duration()),
        policy: policy.map(|span| text.slice(span).into()),
        limits: limits::read(entry),
        fields: Fields::read(entry, text),
    }
}

/// The words of `no:` lines; several stand on one line with commas between.
fn exclusions(entry: &Entry, text: Text<'_>) -> Box<[Exclusion]> {
    let lines = entry.details("no").map(|detail| text.slice(detail.value));
    let words = lines.flat_map(|line| line.split(','));
    words
        .filter_map(|word| Exclusion::from_word(word.trim()))
        .collect()
}
