//! What stands behind a line without being in the text: what is open of an invoice, how late it is, the due day that
//! follows from terms.

use super::journal_view::JournalView;
use super::mention::{MentionKind, mentions_in};
use crate::journal::model::{DueBasis, InvoiceIx, NumberUse};
use crate::syntax::entry::Entry;
use crate::syntax::keyword::Keyword;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::value::calendar::days_between;
use crate::value::money::Money;

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
        words: invoice_words(view, number)?,
    })
}

fn invoice_words(view: &JournalView<'_>, number: InvoiceIx) -> Option<String> {
    let (journal, ledger) = (&view.outcome.journal, &view.outcome.ledger);
    let invoice = &journal.invoices[number];
    if invoice.number_use != NumberUse::Invoice {
        return None;
    }
    let say = &view.language.phrases.editor;
    let open = ledger.open_principal(journal, number);
    if open.is_zero() {
        return Some(say.nothing_open.to_owned());
    }
    let money = view
        .language
        .format_money(Money::new(open, invoice.currency));
    let mut items = journal.items_of(number);
    let due = items
        .find(|item| !ledger.items[*item].open.is_zero())
        .and_then(|item| journal.items[item].due);
    let late = due.map(|due| match days_between(due, view.today) {
        late @ 1.. => (say.days_late)(late),
        early => (say.due_in)(early.saturating_neg()),
    });
    let is_written = matches!(invoice.due_basis, DueBasis::Written | DueBasis::Instalments);
    let day = due.filter(|_| !is_written).map(|due| due.to_string());
    let parts = [(say.open)(&money)].into_iter().chain(late).chain(day);
    Some(parts.collect::<Vec<_>>().join(", "))
}
