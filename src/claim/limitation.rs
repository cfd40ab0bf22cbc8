//! The limitation of an invoice, and what interrupts it (NL: BW 3:307, 3:316 to 3:319; 7:28).

use super::claim_index::ClaimIndex;
use crate::journal::model::{Event, InvoiceIx, Journal, Movement, MovementKind};
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::{Limitation, compute_limitation};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The limitation of the claim for an invoice, from its first due date. A written demand interrupts it, and so does any
/// acknowledgement by the debtor, such as a payment, a promise or a plan. `None` where the invoice has no due date, or
/// the law has no period for this kind of claim.
pub fn limitation_of_invoice(
    docket: &ClaimIndex<'_>,
    law: &Law,
    kind: ClaimKind,
    invoice: InvoiceIx,
) -> Option<Limitation> {
    let due = first_due_date(docket.journal, invoice)?;
    compute_limitation(law, kind, due, docket.interruptions_of(invoice))
}

/// The due date of the first item of an invoice; `None` where it has none.
pub fn first_due_date(journal: &Journal, invoice: InvoiceIx) -> Option<NaiveDate> {
    let items = journal.items_of(invoice);
    items.filter_map(|item| journal.items[item].due).min()
}

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
    let money = journal.movements.as_slice().iter();
    let money =
        money.filter(|movement| movement.date <= on && movement.kind == MovementKind::Payment);
    let money =
        money.flat_map(|movement| invoices_paid(movement).map(|named| (named, movement.date)));
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

/// The invoices that a payment names. A reversal does not undo the acknowledgement that the payment was.
fn invoices_paid(movement: &Movement) -> impl Iterator<Item = InvoiceIx> + '_ {
    let designated = movement.designations().iter().map(|line| line.invoice);
    movement.invoices().chain(designated)
}
