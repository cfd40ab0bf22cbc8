//! `policy NAME` and its keys.

use super::kinds;
use super::model::Policy;
use super::policy_lines::{to_cost_terms, to_interest_terms, to_stage};
use super::resolver::Resolver;
use crate::syntax::directive::is_reserved_name;
use crate::syntax::directive::policy::{InterestLine, PolicyDeclaration};
use crate::syntax::entry::EntryState;
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::kinds::{BAD_VALUE, MISSING_ARGUMENT};
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::money::Money;
use std::collections::btree_map::Entry::{Occupied, Vacant};

/// Takes down one version of a policy.
pub fn resolve(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: &PolicyDeclaration<'_>,
    sink: &mut Sink,
) {
    require_yearly(node, sink);
    refuse_reserved_names(node, sink);
    let policy = build_policy(fields, node);
    match resolver.policies.entry((policy.name.clone(), policy.from)) {
        Occupied(twin) => {
            let first = twin.get().origin.unwrap_or(fields.entry.span.origin());
            let first = Span::new(first.0, first.0.saturating_add(6));
            sink.push(
                kinds::DUPLICATE_DECLARATION
                    .at(
                        node.name.span,
                        format!(
                            "expected one version of `{}` a day, found another",
                            policy.name
                        ),
                    )
                    .related(first, "first declared here")
                    .help("give one of the two another `from`"),
            );
        }
        Vacant(place) => {
            resolver.journal.has_documents |= !policy.documents.is_empty();
            place.insert(policy);
        }
    }
}

fn build_policy(fields: EntryFields<'_, '_>, node: &PolicyDeclaration<'_>) -> Policy {
    let documents = node.documents.iter();
    Policy {
        name: node.name.node.into(),
        from: node.from,
        terms: node.terms,
        discount: node.discount,
        unreferenced: node.unreferenced.unwrap_or_default(),
        interest: to_interest_terms(node.interest),
        costs: to_cost_terms(node.costs),
        stages: node.stages.iter().map(to_stage).collect(),
        bank_buffer: node.bank_buffer,
        bank_stale: node.bank_stale,
        minimum: node.minimum.map(Money::from),
        tolerance: node.tolerance.map(Money::from),
        plan_grace: node.plan_grace,
        restart_gap: node.restart_gap,
        invoice_within: node.invoice_within,
        self_below: node.self_below.map(Money::from),
        plan_longest: node.plan_longest,
        plan_most: node.plan_most,
        workdays: node.workdays == Some(true),
        on_invoices: node.on_invoices == Some(true),
        documents: documents.map(|path| path.node.into()).collect(),
        incomplete: fields.entry.state == EntryState::DetailMissing,
        origin: Some(fields.entry.span.origin()),
    }
}

/// Names of policies and stages stand among other words, so they may not be such words themselves.
fn refuse_reserved_names(node: &PolicyDeclaration<'_>, sink: &mut Sink) {
    let stages = node.stages.iter().map(|stage| stage.name);
    for name in std::iter::once(node.name).chain(stages) {
        let word = name.node;
        if is_reserved_name(word) {
            sink.push(
                BAD_VALUE
                    .at(
                        name.span,
                        format!("expected a name, found `{word}`, which is a word of the language"),
                    )
                    .help("choose another name"),
            );
        }
    }
}

/// Interest named as a share is a share a year, and says so.
fn require_yearly(node: &PolicyDeclaration<'_>, sink: &mut Sink) {
    if let Some(InterestLine::Share {
        share,
        is_yearly: false,
    }) = node.interest
    {
        let end = Span::new(share.span.end, share.span.end);
        sink.push(
            MISSING_ARGUMENT
                .at(
                    end,
                    "expected `yearly` after the share, found the end of the line",
                )
                .help(format!("write `{}% yearly`", share.node.0.normalize())),
        );
    }
}
