//! Keywords, and whole entries with places to fill in.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::CompletionPlace;
use super::invoices::next_numbers;
use crate::syntax::keyword::Keyword;
use crate::syntax::table::{Directive, Slot};

/// A keyword, and its entry.
pub fn keyword_candidates(
    at: &CompletionPlace<'_, '_>,
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
fn entry_snippet(at: &CompletionPlace<'_, '_>, directive: &Directive) -> String {
    let mut snippet = directive.word().to_owned();
    let needed = directive.slots.iter();
    let needed = needed.filter(|slot| slot.cardinality.is_required());
    for (number, slot) in needed.enumerate() {
        snippet.push(' ');
        let next = if number == 0 && declares_number(directive.keyword) {
            next_numbers(at).into_iter().next()
        } else {
            None
        };
        let example = next.map_or_else(|| slot.example(), |next| next.label);
        snippet.push_str(&placeholder(number.saturating_add(1), slot, &example));
    }
    if directive.kind.is_dated() {
        snippet.push_str(" | ");
    }
    snippet.push_str("$0");
    snippet
}

/// Whether an entry begins with a number of its own.
const fn declares_number(keyword: Keyword) -> bool {
    matches!(keyword, Keyword::Invoice | Keyword::Credit)
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
