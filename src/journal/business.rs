//! `business` and its keys.

use super::fields::Fields;
use super::model::Business;
use super::resolver::Resolver;
use crate::syntax::directive::business::BusinessDeclaration;
use crate::syntax::entry_fields::EntryFields;

/// Takes down who writes the invoices.
pub fn resolve(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: &BusinessDeclaration<'_>,
) {
    resolver.mention_policy(node.policy);
    resolver.journal.business = Some(Business {
        fields: Fields::from_entry(fields),
        policy: node.policy.map(|name| name.node.into()),
        vat_scheme: node.vat_scheme,
        vat_basis: node.vat_basis.unwrap_or_default(),
        collector: node.collector,
        size: node.size,
        reference: node.reference,
        origin: Some(fields.entry.span.origin()),
    });
}
