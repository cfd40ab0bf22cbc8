//! Where something is declared, and where it is spoken of.

use super::journal_view::{JournalView, MentionTarget};
use super::mention::{Mention, mentions_in};
use crate::syntax::entry::Entry;
use crate::syntax::keyword::Keyword;
use crate::text::span::{Origin, Span};

/// Where a name stands, and whether it is declared there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamePlace {
    /// The name, with places that count through all files.
    pub mention: Mention,
    /// Whether the entry declares it.
    pub is_declaration: bool,
}

/// Where what stands at a place is declared. A policy has a place for each of its versions.
pub fn find_declarations(view: &JournalView<'_>, place: Origin) -> Vec<Span> {
    let Some((target, _)) = view.target_at(place) else {
        return Vec::new();
    };
    let journal = &view.outcome.journal;
    let origins: Vec<Origin> = match &target {
        MentionTarget::Invoice(number) => vec![journal.invoices[*number].origin],
        MentionTarget::Customer(customer) => {
            journal.customers[*customer].origin.into_iter().collect()
        }
        MentionTarget::Policy(name) => {
            let versions = journal.policies.as_slice().iter();
            let versions = versions.filter(|policy| *policy.name == **name);
            versions.filter_map(|policy| policy.origin).collect()
        }
    };
    let places = origins.into_iter().filter_map(|origin| {
        let entry = view.entry_at(origin)?;
        let mut names = mentions_in(&entry).into_iter();
        let name = names.find(|mention| is_target(view, *mention, &target));
        name.map(|mention| mention.span)
    });
    places.collect()
}

/// Every place at which what stands at a place is named, in the order of the files.
pub fn find_references(view: &JournalView<'_>, place: Origin) -> Vec<NamePlace> {
    let Some((target, _)) = view.target_at(place) else {
        return Vec::new();
    };
    find_names(view, &target)
}

/// Every place at which something is named, in the order of the files.
pub fn find_names(view: &JournalView<'_>, target: &MentionTarget) -> Vec<NamePlace> {
    let places = view.entries().flat_map(|entry| {
        let names = mentions_in(&entry);
        let declares = declared_name(&entry);
        let places = names
            .into_iter()
            .filter(|mention| is_target(view, *mention, target))
            .map(move |mention| NamePlace {
                mention,
                is_declaration: declares == Some(mention.span),
            });
        places.collect::<Vec<_>>()
    });
    places.collect()
}

fn is_target(view: &JournalView<'_>, mention: Mention, target: &MentionTarget) -> bool {
    let name = view.slice(mention.name_span());
    view.target_of(mention.kind, name).as_ref() == Some(target)
}

/// The name that an entry declares: the number of an invoice or a credit note, a customer, a policy.
pub fn declared_name(entry: &Entry) -> Option<Span> {
    let first = mentions_in(entry).first()?.span;
    let declares = matches!(
        entry.directive.keyword,
        Keyword::Invoice | Keyword::Credit | Keyword::Customer | Keyword::Policy
    );
    declares.then_some(first)
}
