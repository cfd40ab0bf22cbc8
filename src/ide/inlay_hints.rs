//! What stands behind a line without being in the text: what is open of an invoice, how late it is, the due day that
//! follows from terms.

use super::invoice_words::{InvoiceBalance, invoice_words};
use super::journal_view::JournalView;
use super::mention::{MentionKind, mentions_in};
use crate::journal::model::{DueBasis, InvoiceIx, NumberUse};
use crate::syntax::entry::Entry;
use crate::syntax::keyword::Keyword;
use crate::text::source::Source;
use crate::text::span::Span;

/// Words behind a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineHint {
    /// The end of the line.
    pub place: u32,
    /// The words.
    pub words: String,
}

/// The hints of the invoices whose headers are in a span of a file.
pub fn inlay_hints(view: &JournalView<'_>, source: &Source, shown: Span) -> Vec<LineHint> {
    let entries = view.entries_of(source);
    let invoices = entries.iter().filter(|entry| {
        let header = entry.header;
        let is_shown = header.start <= shown.end && shown.start <= header.end;
        entry.directive.keyword == Keyword::Invoice && is_shown
    });
    invoices
        .filter_map(|entry| invoice_hint(view, entry))
        .collect()
}

fn invoice_hint(view: &JournalView<'_>, entry: &Entry) -> Option<LineHint> {
    let names = mentions_in(entry);
    let name = names.iter().find(|it| it.kind == MentionKind::Invoice)?;
    let name = view.slice(name.name_span());
    let number: InvoiceIx = view.outcome.journal.invoice_numbers.index_of(name)?;
    Some(LineHint {
        place: entry.header.end,
        words: hint_words(view, number)?,
    })
}

fn hint_words(view: &JournalView<'_>, number: InvoiceIx) -> Option<String> {
    let invoice = &view.outcome.journal.invoices[number];
    if invoice.number_use != NumberUse::Invoice {
        return None;
    }
    let balance = InvoiceBalance::new(view, number);
    let is_written = matches!(invoice.due_basis, DueBasis::Written | DueBasis::Instalments);
    let day = balance.due.filter(|_| !is_written);
    let words = invoice_words(view, number, balance).into_iter();
    let parts = words.chain(day.map(|due| due.to_string()));
    Some(parts.collect::<Vec<_>>().join(", "))
}
