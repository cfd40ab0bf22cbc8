//! The declaration of a customer that entries name and nothing declares.

use super::editor_action::EditorAction;
use super::inserted_entries::insert_below;
use super::journal_view::{JournalView, MentionTarget};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::customer::CustomerDeclaration;
use crate::syntax::entry::Entry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};

/// Declares a customer below the last one that is declared; where there is none, above the entry that names it.
pub fn declare_customer<'a>(
    view: &JournalView<'a>,
    entry: &Entry,
    target: &MentionTarget,
) -> Option<EditorAction<'a>> {
    let MentionTarget::Customer(customer) = *target else {
        return None;
    };
    let journal = &view.outcome.journal;
    if journal.customers[customer].origin.is_some() {
        return None;
    }
    let id = journal.customer_id(customer);
    let declaration = CustomerDeclaration::new(Spanned::without_span(id));
    let declaration = JournalEntry::new(None, TypedEntry::Customer(declaration));
    let declaration = declaration.print(journal.dialect());
    let declared = journal.customers.iter();
    let last = declared.filter_map(|(_, it)| it.origin).max();
    let below = last.and_then(|origin| {
        let source = view.outcome.sources.source(origin)?;
        let last = view.entry_at(origin)?;
        Some(insert_below(source, &last, &format!("\n{declaration}")))
    });
    let edit = below.unwrap_or_else(|| {
        let start = entry.span.start;
        Edit::replace(Span::new(start, start), format!("{declaration}\n"))
    });
    Some(EditorAction::entry(
        format!("Declare the customer @{id}"),
        vec![edit],
    ))
}
