//! The finding at an entry that names neither a customer nor an invoice.

use crate::syntax::entry_fields::EntryFields;
use crate::syntax::kinds::MISSING_ARGUMENT;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;

/// An entry names nobody: what was expected, and how to mend it.
pub fn missing_party(
    fields: EntryFields<'_, '_>,
    expected: &str,
    help: &'static str,
) -> Diagnostic {
    let end = fields.entry.keyword.end;
    let word = fields.entry.directive.word();
    MISSING_ARGUMENT
        .at(
            Span::new(end, end),
            format!("expected {expected} in `{word}`, found none"),
        )
        .help(help)
}
