//! C006: a note that holds what should not be kept.

use super::shared::sensitive_words::{SensitiveKind, find_sensitive};
use crate::syntax::entry::{DetailKey, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::syntax::table::DirectiveKind;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C006" "sensitive-note" Advice, needs None, page "sensitive_note.md", Entry(run)
}

fn run(entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
    let contact = entry.directive.kind == DirectiveKind::Contact;
    if !contact && entry.directive.keyword != Keyword::Customer {
        return;
    }
    let free = entry.text.into_iter();
    let details = entry.details.iter().filter(|detail| {
        matches!(detail.key, DetailKey::Words | DetailKey::Own)
            || matches!(detail.key.name(), Some(KeyName::Note | KeyName::With))
    });
    for span in free.chain(details.map(|detail| detail.value)) {
        if let Some((what, start, length)) = find_sensitive(text.slice(span)) {
            let start = span.start.saturating_add(start);
            let at = Span::new(start, start.saturating_add(length));
            let name = match what {
                SensitiveKind::CitizenNumber => "what looks like a citizen service number (BSN)",
                SensitiveKind::Card => "what looks like the number of a payment card",
                SensitiveKind::Health => "a word about somebody's health",
            };
            sink.push(
                KIND.at(at, format!("expected a note without personal details, found {name}"))
                    .help("leave it out: \"unable to pay until May\" says as much; the journal is kept for years, with every old version"),
            );
        }
    }
}
