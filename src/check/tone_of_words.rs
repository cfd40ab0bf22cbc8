//! C017: words of the journal that somebody else reads, and that call names or threaten; and in what goes into letters,
//! that shout.

use crate::letter::tone::{ToneFault, ToneFaultKind, find_tone_faults_in_any_language};
use crate::syntax::entry::{DetailKey, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::syntax::table::DirectiveKind;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;

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
        if let Some((kind, place)) = first_fault(text.slice(span), printed) {
            let start = |at: usize| span.start.saturating_add(u32::try_from(at).unwrap_or(0));
            let at = Span::new(start(place.start), start(place.end));
            let (what, _) = kind.words();
            let reader = if printed {
                "the customer"
            } else {
                "an agency or a judge"
            };
            sink.push(
                KIND.at(
                    at,
                    format!("expected words that {reader} may read, found {what}"),
                )
                .help("write what happened, and leave out what one thinks of it"),
            );
        }
    }
}

/// The first fault that counts here, in any language: nobody says in which one a line is written.
fn first_fault(text: &str, printed: bool) -> Option<ToneFault> {
    let counts = |kind: ToneFaultKind| match kind {
        ToneFaultKind::Insult => true,
        ToneFaultKind::Threat | ToneFaultKind::Capitals | ToneFaultKind::ExclamationMarks => {
            printed
        }
        ToneFaultKind::Escalation => false,
    };
    let mut faults = find_tone_faults_in_any_language(text).into_iter();
    faults.find(|(kind, _)| counts(*kind))
}
