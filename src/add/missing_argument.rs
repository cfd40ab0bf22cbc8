//! What an entry still lacks, told so that the next try can give it.

use super::entry_words::customer_of;
use super::known_name::{named, open_invoices};
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use super::new_entry_error::NewEntryError;
use crate::syntax::keyword_page::slot_form;
use crate::syntax::table::{ArgumentForm, Slot};

/// The first argument that an entry lacks; `None` where it has all that the grammar asks for.
pub fn missing_argument(entry: &NewEntry, context: &NewEntryContext<'_>) -> Option<NewEntryError> {
    let (_, slot) = entry.missing_slots().next()?;
    let keyword = entry.directive.word();
    let message = format!("`{keyword}` lacks {}", slot_form(slot));
    Some(match open_numbers(entry, slot, context) {
        Some(numbers) => NewEntryError::wrong(message, format!("open: {}", numbers.join(", "))),
        None => NewEntryError::wrong(
            message,
            format!(
                "`tegoed add {keyword} --help` shows what it takes, `tegoed add {keyword}` asks for it"
            ),
        ),
    })
}

/// The open invoices of the customer that an entry names, where it lacks one.
fn open_numbers(
    entry: &NewEntry,
    slot: &Slot,
    context: &NewEntryContext<'_>,
) -> Option<Vec<String>> {
    let wants_invoice = slot.forms.contains(&ArgumentForm::Invoice);
    let customer = customer_of(entry, context).filter(|_| wants_invoice)?;
    let numbers = named(context.journal, &open_invoices(context, customer));
    (!numbers.is_empty()).then_some(numbers)
}
