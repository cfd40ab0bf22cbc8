//! What keeps a claim alive: letters that came, promises and plans, payments (NL: BW 3:316 to 3:319).

use crate::journal::history::EventHistory;
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
    let letters = letters.filter(|event| is_interruption(event));
    let days = letters.map(|event| event.date);
    days.chain(payments.get(invoice).iter().copied()).collect()
}

/// Whether an event is a letter that arrived or an acknowledgement. A letter before the due date is no demand yet.
const fn is_interruption(event: &Event) -> bool {
    event.is_delivered_letter() || event.is_arrangement()
}
