//! What keeps a claim alive: letters that came, promises and plans, payments (NL: BW 3:316 to 3:319).

use crate::journal::history::EventHistory;
use crate::journal::ladder::{COURTESY_STAGE, REMINDER_STAGE};
use crate::journal::ladder_policy::letter_stage;
use crate::journal::model::{Event, InvoiceIx, Journal, MovementKind};
use crate::value::index_lists::IndexLists;
use chrono::NaiveDate;

/// The days up to a day of payments, by the invoices that they name. A reversal takes none back: the debtor owned up
/// all the same.
pub fn payment_days(journal: &Journal, as_of: NaiveDate) -> IndexLists<InvoiceIx, NaiveDate> {
    let money = journal.movements.as_slice().iter();
    let money = money.filter(|it| it.kind == MovementKind::Payment && it.date <= as_of);
    let named = money.flat_map(|it| it.all_invoices().map(|invoice| (invoice, it.date)));
    IndexLists::from_pairs(journal.invoices.len(), &named.collect::<Vec<_>>())
}

/// The days on which the limitation of an invoice was interrupted: by entries of the history, and by payments.
pub fn interruptions_of(
    history: &EventHistory<'_>,
    payments: &IndexLists<InvoiceIx, NaiveDate>,
    invoice: InvoiceIx,
) -> Vec<NaiveDate> {
    let letters = history.of_invoice(invoice);
    let letters = letters.filter(|event| is_interruption(history.journal, event, invoice));
    let days = letters.map(|event| event.date);
    days.chain(payments.get(invoice).iter().copied()).collect()
}

/// Whether an event is a written demand that did not come back, or an acknowledgement. A letter before the due date is
/// no demand yet, a call is not in writing, and a friendly reminder does not reserve the right to performance (NL: BW
/// 3:317 lid 1; SPEC.md 12).
fn is_interruption(journal: &Journal, event: &Event, invoice: InvoiceIx) -> bool {
    event.is_arrangement()
        || (event.is_written_letter() && !is_friendly_letter(journal, event, invoice))
}

/// Whether a letter is a courtesy or a reminder, by the template of its step, else by the name of the step.
fn is_friendly_letter(journal: &Journal, event: &Event, invoice: InvoiceIx) -> bool {
    let stage = letter_stage(journal, event, invoice);
    let template = stage.and_then(|stage| stage.letter.as_deref());
    let said = template.or_else(|| event.named_stage());
    matches!(said, Some(COURTESY_STAGE | REMINDER_STAGE))
}
