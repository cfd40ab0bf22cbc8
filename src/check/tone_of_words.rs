//! C017: words of the journal that somebody else reads, and that call names, threaten or shout.

use crate::letter::tone::{ToneFault, ToneFaultKind, find_tone_faults_in_any_language};
use crate::syntax::entry::{DetailKey, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::syntax::table::DirectiveKind;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use std::collections::BTreeSet;

crate::check_rule! {
    "C017" "tone-of-words" Advice, needs None, page "tone_of_words.md", Entry(run)
}

fn run(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    let keyword = entry.directive.keyword;
    let contact = entry.directive.kind == DirectiveKind::Contact;
    let invoice = matches!(keyword, Keyword::Invoice | Keyword::Credit);
    if !contact && !invoice {
        return;
    }
    // What letters print: the words of an invoice, of a complaint that is confirmed, and who collects.
    let printed = invoice || matches!(keyword, Keyword::Dispute | Keyword::Handover);
    let free = entry.text.into_iter();
    let words = entry.details.iter();
    let words = words.filter(|detail| matches!(detail.key, DetailKey::Words));
    for span in free.chain(words.map(|detail| detail.value)) {
        let faults = faults_that_count(text.slice(span), printed);
        if let Some((_, place)) = faults.first() {
            let start = |at: usize| span.start.saturating_add(u32::try_from(at).unwrap_or(0));
            let at = Span::new(start(place.start), start(place.end));
            let mut kinds: Vec<&str> = faults.iter().map(|(kind, _)| kind.words().0).collect();
            let mut seen = BTreeSet::new();
            kinds.retain(|kind| seen.insert(*kind));
            let reader = if printed {
                "the customer"
            } else {
                "an agency or a judge"
            };
            sink.push(
                KIND.at(
                    at,
                    format!(
                        "expected words that {reader} may read, found {}",
                        kinds.join(", and ")
                    ),
                )
                .help("write what happened, and leave out what one thinks of it"),
            );
        }
    }
}

/// The faults that count here, in any language: nobody says in which one a line is written. Of what goes into a dossier
/// exclamation marks are none.
fn faults_that_count(text: &str, printed: bool) -> Vec<ToneFault> {
    let counts = |kind: ToneFaultKind| match kind {
        ToneFaultKind::Insult | ToneFaultKind::Threat | ToneFaultKind::Capitals => true,
        ToneFaultKind::ExclamationMarks => printed,
        ToneFaultKind::Escalation => false,
    };
    let faults = find_tone_faults_in_any_language(text).into_iter();
    faults.filter(|(kind, _)| counts(*kind)).collect()
}
