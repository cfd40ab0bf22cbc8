//! Until when an invoice can be claimed, and what kept it alive (NL: BW 3:307, 3:316 to 3:319; 7:28).

use super::claim_index::ClaimIndex;
use crate::journal::model::{Event, InvoiceIx, Journal, Movement, MovementKind};
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::{Limitation, compute_limitation};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The life of what an invoice asks, from its first due date: a demand in writing renews it, and whatever the
/// debtor does to own up to the debt, such as a payment, a promise or a plan. `None` where it has no due date, or the
/// law has no term.
pub fn limitation_of_invoice(
    docket: &ClaimIndex<'_>,
    law: &Law,
    kind: ClaimKind,
    invoice: InvoiceIx,
) -> Option<Limitation> {
    let due = first_due_date(docket.journal, invoice)?;
    compute_limitation(law, kind, due, docket.interruptions_of(invoice))
}

/// The day on which the first part of an invoice is due.
pub fn first_due_date(journal: &Journal, invoice: InvoiceIx) -> Option<NaiveDate> {
    let items = journal.items_of(invoice);
    items.filter_map(|item| journal.items[item].due).min()
}

/// The days up to one that renewed the life of some invoices, found in one walk through the journal.
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

/// A letter that came, or a debtor who owned up. A letter of before the due date demands nothing yet.
const fn is_interruption(event: &Event) -> bool {
    event.is_delivered_letter() || event.is_arrangement()
}

/// The invoices that money names. A reversal of it takes nothing back: he owned up all the same.
fn invoices_paid(movement: &Movement) -> impl Iterator<Item = InvoiceIx> + '_ {
    let designated = movement.designations().iter().map(|line| line.invoice);
    movement.invoices().chain(designated)
}
