//! A line that begins in the wrong column: a detail at the left edge, an entry that is indented.

use crate::syntax::directive::{COMMON, DIRECTIVES};
use crate::syntax::kinds;
use crate::syntax::lines::Line;
use crate::syntax::token;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::hint::Help;
use crate::text::problem::{Found, Wanted};
use crate::text::span::Span;

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(0)
}

/// A detail that stands in column 1, by its first word.
pub fn detail_in_column_1(word: &str, span: Span) -> Option<Diagnostic> {
    let key = word.strip_suffix(':')?;
    let mut keys = DIRECTIVES.iter().flat_map(|directive| directive.keys);
    let known = keys.any(|known| known.word == key) || COMMON.iter().any(|known| known.word == key);
    known.then(|| {
        kinds::UNKNOWN_KEYWORD
            .at(span, Wanted::Keyword.found(Found::Key(word.into())))
            .help(Help::Indent)
            .suggested_fix(vec![Edit::replace(Span::new(span.start, span.start), "  ")])
    })
}

/// A header that stands indented: what it is that begins here, and the mend.
pub fn indented_header(line: &Line<'_>) -> Option<Diagnostic> {
    let header = line.text.trim_start_matches([' ', '\t']);
    let mut words = header.split([' ', '\t']).filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next().unwrap_or_default());
    let dated = token::date(first.into()).is_ok_and(|(rest, _)| rest.text.is_empty());
    let keyword = if dated { second } else { first };
    let known = DIRECTIVES
        .iter()
        .find(|directive| directive.word == keyword)?;
    let begins = if dated {
        known.place.is_dated()
    } else {
        known.word == "customer" && second.starts_with('@')
    };
    let indent = line.text.len().saturating_sub(header.len());
    let start = line.place.saturating_add(length(indent));
    begins.then(|| {
        kinds::UNKNOWN_KEY
            .at(
                Span::new(start, start.saturating_add(length(first.len()))),
                Wanted::Detail.found(Found::Entry(known.word)),
            )
            .help(Help::BeginEntryInColumn1)
            .suggested_fix(vec![Edit::replace(Span::new(line.place, start), "")])
    })
}
