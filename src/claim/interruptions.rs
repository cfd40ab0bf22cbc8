//! What keeps a claim alive: letters that came, promises and plans, payments (NL: BW 3:316 to 3:319).

use crate::journal::model::{Event, InvoiceIx, Journal, MovementKind};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The days up to a day on which the limitation of some invoices was interrupted, found in one pass through the
/// journal.
pub fn collect_interruptions(
    journal: &Journal,
    wanted: impl Fn(InvoiceIx) -> bool,
    on: NaiveDate,
) -> BTreeMap<InvoiceIx, Vec<NaiveDate>> {
    let mut found: BTreeMap<InvoiceIx, Vec<NaiveDate>> = BTreeMap::new();
    let letters = journal.events.iter();
    let letters = letters.filter(|event| event.date <= on && is_interruption(event));
    let letters = letters.flat_map(|event| event.invoices().map(|named| (named, event.date)));
    // A reversal takes nothing back: the debtor owned up all the same.
    let money = journal.movements.as_slice().iter();
    let money =
        money.filter(|movement| movement.date <= on && movement.kind == MovementKind::Payment);
    let money =
        money.flat_map(|movement| movement.all_invoices().map(|named| (named, movement.date)));
    for (invoice, day) in letters.chain(money) {
        if wanted(invoice) {
            found.entry(invoice).or_default().push(day);
        }
    }
    found
}

/// Whether an event is a letter that arrived or an acknowledgement. A letter before the due date is no demand yet.
const fn is_interruption(event: &Event) -> bool {
    event.is_delivered_letter() || event.is_arrangement()
}
