//! What the words of a file are, for colours: as the reader took them.

use super::journal_view::JournalView;
use crate::syntax::entry::{ArgumentValue, Entry, SourceText};
use crate::syntax::lines::{SourceLineKind, lines};
use crate::text::source::Source;
use crate::text::span::Span;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HighlightKind {
    /// A keyword.
    Keyword,
    /// The key of a detail.
    Key,
    /// A day.
    Day,
    /// An amount, a rate, a length of time or another number.
    Number,
    /// The number of an invoice.
    Invoice,
    /// The id of a customer.
    Customer,
    /// A word of a closed list.
    Word,
    /// A name, a path or free text.
    Text,
    /// A comment.
    Comment,
    /// A heading.
    Heading,
}

/// Every kind, in the order of their numbers.
pub const HIGHLIGHT_KINDS: [HighlightKind; 10] = [
    HighlightKind::Keyword,
    HighlightKind::Key,
    HighlightKind::Day,
    HighlightKind::Number,
    HighlightKind::Invoice,
    HighlightKind::Customer,
    HighlightKind::Word,
    HighlightKind::Text,
    HighlightKind::Comment,
    HighlightKind::Heading,
];

/// What the words of a file are, in their order. Places count through all files. What could not be read has no token.
pub fn tokens(view: &JournalView<'_>, source: &Source) -> Vec<(Span, HighlightKind)> {
    let text = SourceText {
        str: JournalView::text(source),
        base: source.base,
    };
    let whole_lines = lines(text).filter_map(|line| match line.kind {
        SourceLineKind::Comment => Some((line.span(), HighlightKind::Comment)),
        SourceLineKind::Heading => Some((line.span(), HighlightKind::Heading)),
        _ => None,
    });
    let mut found: Vec<(Span, HighlightKind)> = whole_lines.collect();
    let entries = view.entries_of(source);
    found.extend(entries.iter().flat_map(entry_tokens));
    found.retain(|(span, _)| span.start < span.end);
    found.sort_by_key(|(span, _)| span.start);
    found.dedup_by_key(|(span, _)| span.start);
    found
}

fn entry_tokens(entry: &Entry) -> Vec<(Span, HighlightKind)> {
    let mut found = vec![(entry.keyword, HighlightKind::Keyword)];
    found.extend(entry.date.map(|date| (date.span, HighlightKind::Day)));
    found.extend(entry.text.map(|text| (text, HighlightKind::Text)));
    let arguments = entry.arguments.iter();
    found.extend(arguments.map(|it| (it.span, value_kind(&it.value))));
    for detail in &entry.details {
        found.push((detail.key_span, HighlightKind::Key));
        found.extend(detail.text.map(|text| (text, HighlightKind::Text)));
        if entry.arguments_of(detail).is_empty() {
            found.push((detail.value, HighlightKind::Text));
        }
    }
    found
}

const fn value_kind(value: &ArgumentValue) -> HighlightKind {
    match value {
        ArgumentValue::Invoice => HighlightKind::Invoice,
        ArgumentValue::Customer => HighlightKind::Customer,
        ArgumentValue::Date(_) | ArgumentValue::Period(_) => HighlightKind::Day,
        ArgumentValue::Word(_) => HighlightKind::Word,
        ArgumentValue::Name | ArgumentValue::Unit => HighlightKind::Text,
        ArgumentValue::Amount(_)
        | ArgumentValue::Duration(_)
        | ArgumentValue::Terms(_)
        | ArgumentValue::Share(_)
        | ArgumentValue::Vat(_)
        | ArgumentValue::Count(_)
        | ArgumentValue::Mark(_)
        | ArgumentValue::Currency(_)
        | ArgumentValue::Quantity(_)
        | ArgumentValue::Price(_) => HighlightKind::Number,
    }
}
