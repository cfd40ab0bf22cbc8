//! What may be written at a place. What fits there is asked of the reader ([`crate::syntax::offer`]); this room finds the
//! words for it in the journal: who owes what, which number is next, which day it is.

pub mod candidate;
mod closed_words;
mod completion_place;
mod customers;
mod days;
mod invoices;
mod paths;
mod policies;
mod snippets;
mod typed_word;

use super::journal_view::JournalView;
use crate::syntax::offer::{CompletionItem, complete_at_end};
use crate::syntax::table::ArgumentForm;
use crate::text::span::Origin;
use candidate::{Candidate, CandidateKind};
use completion_place::CompletionPlace;

/// What may be written at a place, the likeliest first.
pub fn complete(view: &JournalView<'_>, place: Origin) -> Vec<Candidate> {
    let at = CompletionPlace::new(view, place);
    at.map_or_else(Vec::new, |at| candidates(&at))
}

/// What may be written at the end of the text of an entry that is in no file yet. Spans count from its first byte.
pub fn complete_entry(view: &JournalView<'_>, entry: &str) -> Vec<Candidate> {
    candidates(&CompletionPlace::at_end(view, entry))
}

fn candidates(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    if at.is_first_word() {
        found.extend(days::entry_days(at));
    }
    for item in complete_at_end(at.before) {
        add_item(at, item, &mut found);
    }
    match at.line_key() {
        Some("document") => found.extend(paths::paths(at)),
        Some("outcome") => found.extend(closed_words::outcomes(at)),
        Some("allow") => found.extend(closed_words::finding_codes(at)),
        _ => {}
    }
    let typed = at.typed.text.to_lowercase();
    found.retain(|candidate| candidate.fits(&typed));
    found
}

/// Adds the words for something that fits.
fn add_item(at: &CompletionPlace<'_, '_, '_>, item: CompletionItem, found: &mut Vec<Candidate>) {
    match item {
        CompletionItem::Keyword(directive) => {
            found.extend(snippets::keyword_candidates(at, directive));
        }
        CompletionItem::Clause(clause) => {
            found.push(Candidate::word(
                CandidateKind::Clause,
                clause.word(),
                &at.typed,
            ));
        }
        CompletionItem::Word(word) => {
            found.push(Candidate::word(CandidateKind::Word, word, &at.typed));
        }
        CompletionItem::Key(key) => {
            let colon = format!("{}: ", key.word());
            let candidate = Candidate::word(CandidateKind::Key, key.word(), &at.typed);
            found.push(candidate.inserting(colon).about(key.about));
        }
        CompletionItem::Form(ArgumentForm::Date) => found.extend(days::days(at)),
        CompletionItem::Form(ArgumentForm::Invoice) => found.extend(invoices::invoices(at)),
        CompletionItem::Form(ArgumentForm::Customer) => found.extend(customers::customers(at)),
        CompletionItem::Form(ArgumentForm::Vat) => found.extend(closed_words::vat_codes(at)),
        CompletionItem::Form(ArgumentForm::Mark) => found.extend(closed_words::decimal_marks(at)),
        CompletionItem::Form(ArgumentForm::Name) => found.extend(policies::names(at)),
        CompletionItem::Form(_) => {}
    }
}
