//! Keywords, and whole entries with places to fill in.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::CompletionPlace;
use crate::journal::model::NumberUse;
use crate::journal::number_series::next_numbers;
use crate::syntax::keyword::Keyword;
use crate::syntax::table::{Directive, Slot};

/// A keyword, and its entry.
pub fn keyword_candidates(
    at: &CompletionPlace<'_, '_, '_>,
    directive: &'static Directive,
) -> Vec<Candidate> {
    let word = directive.word();
    let keyword = Candidate::word(CandidateKind::Keyword, word, &at.typed)
        .inserting(format!("{word} "))
        .about(directive.about)
        .found_by(directive.dutch.iter().copied());
    let entry = Candidate::word(CandidateKind::Snippet, &format!("{word} …"), &at.typed)
        .inserting(entry_snippet(at, directive))
        .about(directive.about)
        .found_by(directive.dutch.iter().copied());
    vec![keyword, entry]
}

/// The keyword with a place for each argument that it needs, and for its words.
fn entry_snippet(at: &CompletionPlace<'_, '_, '_>, directive: &Directive) -> String {
    let mut snippet = directive.word().to_owned();
    let needed = directive.slots.iter();
    let needed = needed.filter(|slot| slot.cardinality.is_required());
    for (number, slot) in needed.enumerate() {
        snippet.push(' ');
        let declared = declared_number(directive.keyword).filter(|_| number == 0);
        let next = declared.and_then(|number_use| {
            let next = next_numbers(&at.view.outcome.journal, Some(number_use));
            next.into_iter().next()
        });
        let example = next.unwrap_or_else(|| slot.example());
        snippet.push_str(&placeholder(number.saturating_add(1), slot, &example));
    }
    if directive.kind.is_dated() {
        snippet.push_str(" | ");
    }
    snippet.push_str("$0");
    snippet
}

/// What an entry begins with a number of its own for.
const fn declared_number(keyword: Keyword) -> Option<NumberUse> {
    match keyword {
        Keyword::Invoice => Some(NumberUse::Invoice),
        Keyword::Credit => Some(NumberUse::Credit),
        _ => None,
    }
}

fn placeholder(number: usize, slot: &Slot, example: &str) -> String {
    let example = example.replace(['$', '}'], "");
    match slot.clause {
        Some(clause) => {
            let value = example.strip_prefix(clause.word()).unwrap_or(&example);
            format!("{} ${{{number}:{}}}", clause.word(), value.trim_start())
        }
        None => format!("${{{number}:{example}}}"),
    }
}
