//! The payment of what is open of an invoice.

use super::editor_action::EditorAction;
use super::inserted_entries::insert_by_date;
use super::journal_view::{JournalView, MentionTarget};
use crate::journal::model::NumberUse;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::payment::PaymentEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::source::Source;
use crate::text::span::Spanned;
use crate::value::money::Money;

/// The payment of what is open of an invoice, today.
pub fn payment_action<'a>(
    view: &JournalView<'a>,
    source: &Source,
    target: &MentionTarget,
) -> Option<EditorAction<'a>> {
    let MentionTarget::Invoice(number) = *target else {
        return None;
    };
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
    let title = format!(
        "Record the payment of {} on #{}",
        journal.format_money(open),
        journal.invoice_no(number)
    );
    let edit = insert_by_date(view, source, &entry.print(journal.dialect()));
    Some(EditorAction::entry(title, vec![edit]))
}
