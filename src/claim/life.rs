//! Until when an invoice can be claimed, and what kept it alive (NL: BW 3:307, 3:316 to 3:319; 7:28).

use crate::journal::model::{Event, EventKind, InvoiceIx, Journal, Movement, MovementKind};
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::{Limitation, limitation};
use chrono::NaiveDate;

/// The life of what an invoice asks, from its first due date: a demand in writing renews it, and whatever the
/// debtor does to own up to the debt, such as a payment, a promise or a plan. `None` where it has no due date, or the
/// law has no term.
pub fn life(
    journal: &Journal,
    law: &Law,
    kind: ClaimKind,
    invoice: InvoiceIx,
    on: NaiveDate,
) -> Option<Limitation> {
    let items = journal.items_of(invoice);
    let due = items.filter_map(|item| journal.items[item].due).min()?;
    let letters = journal.events.iter();
    let letters = letters.filter(|event| {
        event.date <= on && renews(event) && event.invoices().any(|named| named == invoice)
    });
    let money = journal.movements.as_slice().iter();
    let money = money.filter(|movement| movement.date <= on && pays(movement, invoice));
    let days: Vec<NaiveDate> = letters
        .map(|event| event.date)
        .chain(money.map(|movement| movement.date))
        .collect();
    limitation(law, kind, due, &days)
}

/// A letter that came, or a debtor who owned up. A letter of before the due date demands nothing yet.
fn renews(event: &Event) -> bool {
    match event.kind {
        EventKind::Sent => event.more.as_ref().is_none_or(|more| !more.yes),
        EventKind::Promise | EventKind::Plan => true,
        _ => false,
    }
}

/// Money that names the invoice. A reversal of it takes nothing back: he owned up all the same.
fn pays(movement: &Movement, invoice: InvoiceIx) -> bool {
    let designated = movement.designations().iter();
    movement.kind == MovementKind::Payment
        && (movement.invoices().any(|named| named == invoice)
            || designated
                .map(|line| line.invoice)
                .any(|named| named == invoice))
}
