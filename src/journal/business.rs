//! `business` and its keys.

use super::fields::Fields;
use super::model::Business;
use super::resolve::Resolver;
use crate::syntax::entry::{Entry, Text};

/// Takes down who writes the invoices.
pub fn resolve(resolver: &mut Resolver, entry: &Entry, text: Text<'_>) {
    let policy = entry.detail_value("policy").map(|argument| argument.span);
    if let Some(span) = policy {
        resolver.mentions.policy(text.slice(span), span);
    }
    resolver.journal.business = Some(Business {
        fields: Fields::read(entry, text),
        policy: policy.map(|span| text.slice(span).into()),
        origin: Some(entry.span.origin()),
    });
}
