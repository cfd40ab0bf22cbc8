//! `customer @id` and its keys.

use super::fields::Fields;
use super::kinds;
use super::limits::Limits;
use super::model::Customer;
use super::resolver::Resolver;
use crate::syntax::directive::customer::CustomerDeclaration;
use crate::syntax::entry_fields::EntryFields;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;

/// Declares a customer.
pub fn resolve(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: CustomerDeclaration<'_>,
    sink: &mut Sink,
) {
    let customer = resolver.intern_customer(node.customer);
    if let Some(first) = resolver.journal.customers[customer].origin {
        let first = Span::new(first.0, first.0.saturating_add(8));
        let id = node.customer;
        sink.push(
            kinds::DUPLICATE_DECLARATION
                .at(
                    id.span,
                    format!("expected each customer once, found @{} again", id.node),
                )
                .related(first, "first declared here")
                .help("put the keys of both under one of the two"),
        );
        return;
    }
    resolver.mention_policy(node.policy);
    let limits = Limits::from_declaration(&node);
    resolver.journal.customers[customer] = Customer {
        origin: Some(fields.entry.span.origin()),
        kind: node.kind,
        exclusions: node.exclusions.into(),
        size: node.size,
        terms: node.terms,
        policy: node.policy.map(|name| name.node.into()),
        limits,
        fields: Fields::from_entry(fields),
    };
    resolver.is_declared[customer] = true;
}
