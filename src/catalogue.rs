//! All kinds of findings of all rooms, by code. `explain` looks them up here.

use crate::check;
use crate::journal;
use crate::load;
use crate::syntax;
use crate::text::diagnostic::DiagnosticKind;

/// Every kind of finding, sorted by code and without repetitions.
///
/// ```
/// let all_kinds = tegoed::catalogue::all_kinds();
/// assert!(all_kinds.windows(2).all(|pair| pair[0].code < pair[1].code));
/// ```
pub fn all_kinds() -> Vec<&'static DiagnosticKind> {
    let rules = check::RULES.iter().map(|rule| rule.kind);
    let mut all: Vec<&'static DiagnosticKind> = [
        syntax::kinds::KINDS,
        load::kinds::KINDS,
        journal::kinds::KINDS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .chain(rules)
    .chain([&check::unused_allow::KIND])
    .collect();
    all.sort_by_key(|kind| kind.code);
    // Two checks may report the same kind, each from what it looks at.
    all.dedup();
    all
}

/// The kind with this code or this name; `None` where there is none.
pub fn find_kind(name: &str) -> Option<&'static DiagnosticKind> {
    all_kinds()
        .into_iter()
        .find(|kind| kind.code.eq_ignore_ascii_case(name) || kind.name == name)
}
