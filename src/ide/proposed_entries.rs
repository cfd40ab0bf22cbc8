//! Entries that may come next where something stands: the payment of what is open, the payment placed on invoices.

use super::editor_action::{ActionKind, EditorAction};
use super::journal_view::{JournalView, MentionTarget};
use crate::journal::model::{InvoiceIx, NumberUse};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::payment::PaymentEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::{Origin, Span, Spanned};
use crate::value::money::Money;

/// The entries that may be added about what stands at a place, each as an action that adds it to this file in the order
/// of days.
pub fn proposed_entries<'a>(
    view: &JournalView<'a>,
    source: &Source,
    place: Origin,
) -> Vec<EditorAction<'a>> {
    let Some((MentionTarget::Invoice(number), _)) = view.target_at(place) else {
        return Vec::new();
    };
    payment_action(view, source, number).into_iter().collect()
}

/// The payment of what is open of an invoice, today.
fn payment_action<'a>(
    view: &JournalView<'a>,
    source: &Source,
    number: InvoiceIx,
) -> Option<EditorAction<'a>> {
    let (journal, ledger) = (&view.outcome.journal, &view.outcome.ledger);
    let invoice = &journal.invoices[number];
    let open = ledger.open_principal(journal, number);
    if invoice.number_use != NumberUse::Invoice || !open.is_positive() {
        return None;
    }
    let open = Money::new(open, invoice.currency);
    let id = Spanned::without_span(journal.invoice_no(number));
    let payment = PaymentEntry {
        invoices: InvoiceIds::one(id),
        customer: None,
        is_payer_unknown: false,
        amount: Spanned::without_span(open.into()),
        on_account: false,
        designations: Vec::new(),
        method: None,
        reference: None,
        iban: None,
        commission: None,
    };
    let entry = JournalEntry::new(Some(view.today), TypedEntry::Payment(payment));
    Some(EditorAction {
        title: format!(
            "Record the payment of {} on #{}",
            journal.format_money(open),
            journal.invoice_no(number)
        ),
        kind: ActionKind::Entry,
        edits: vec![insert_by_date(
            view,
            source,
            &entry.print(journal.dialect()),
        )],
        finding: None,
        is_certain: false,
    })
}

/// The edit that adds entries of today to a file: before the first entry that is dated later, else at its end.
fn insert_by_date(view: &JournalView<'_>, source: &Source, entries: &str) -> Edit {
    let text = JournalView::text(source);
    let dated = view.outcome.journal.dated_entries();
    let later = dated.filter(|(day, origin)| {
        *day > view.today && (source.base..source.end()).contains(&origin.0)
    });
    let place = later.map(|(_, origin)| origin.0).min();
    let place = place.unwrap_or(source.end());
    let ended = text.is_empty() || text.ends_with('\n');
    let lead = if place == source.end() && !ended {
        "\n"
    } else {
        ""
    };
    Edit::replace(Span::new(place, place), format!("{lead}{entries}"))
}
