//! Names that policies give: their own, and those of their stages.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::CompletionPlace;
use crate::journal::ladder::Stage;
use crate::journal::model::Policy;
use crate::syntax::keyword::Keyword;
use std::collections::BTreeSet;

/// What a name at this place may be.
pub fn names(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    if at.line_key() == Some("policy") || at.header().contains(" policy ") {
        return policies(at);
    }
    let takes_stage = matches!(at.keyword(), Some(Keyword::Sent | Keyword::Skip));
    if takes_stage && !at.is_below_header() {
        return stages(at);
    }
    Vec::new()
}

/// The policies that the journal declares.
fn policies(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let declared = at.view.outcome.journal.policies.as_slice().iter();
    let declared = declared.filter(|policy| policy.origin.is_some());
    let names: BTreeSet<&str> = declared.map(|policy| &*policy.name).collect();
    let each = names.into_iter();
    each.map(|name| Candidate::word(CandidateKind::Policy, name, &at.typed))
        .collect()
}

/// The stages of all policies, in the order of the first that has them.
fn stages(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let policies = at.view.outcome.journal.policies.as_slice().iter();
    let ladders = policies.flat_map(Policy::ladder);
    let mut names: Vec<&str> = Vec::new();
    for Stage { name, .. } in ladders {
        if !names.contains(&&**name) {
            names.push(name);
        }
    }
    let each = names.into_iter();
    each.map(|name| Candidate::word(CandidateKind::Stage, name, &at.typed))
        .collect()
}
