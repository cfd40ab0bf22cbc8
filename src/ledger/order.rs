//! The order of entries: by day, then by kind, customer, invoice and amount (larger first).
//!
//! Which file an entry stands in, and on which line, never decides: entries may be moved without changing a figure.
//! Customers do not touch one another, so it is enough that those of one customer stand together.

use crate::journal::model::{
    InvoiceIx, Journal, Movement, MovementIx, MovementKind, MovementMore, NumberUse,
};
use crate::value::register::Number;
use chrono::NaiveDate;
use std::cmp::Ordering;

/// The day from which a movement counts: its own, or that of an invoice it names when that is written later.
/// Money counts from its own day; it waits on account for its invoice.
pub fn day_of(journal: &Journal, movement: &Movement) -> NaiveDate {
    use MovementKind::{Credit, Payment, Refund, Reversal};
    if matches!(movement.kind, Payment | Credit | Reversal | Refund) {
        return movement.date;
    }
    movement
        .invoices()
        .map(|invoice| &journal.invoices[invoice])
        .filter(|invoice| invoice.used == NumberUse::Invoice)
        .fold(movement.date, |day, invoice| day.max(invoice.date))
}

/// The movements that count by a day, in the order in which they are carried out.
pub fn in_order(journal: &Journal, as_of: NaiveDate) -> Vec<MovementIx> {
    let movements = journal.movements.iter();
    let mut all: Vec<(NaiveDate, MovementIx)> = movements
        .map(|(ix, movement)| (day_of(journal, movement), ix))
        .filter(|(day, _)| *day <= as_of)
        .collect();
    // Most journals are written day by day, which a stable sort notices.
    all.sort_by_key(|(day, _)| *day);
    let mut keys = Vec::new();
    for day in all.chunk_by_mut(|(one, _), (other, _)| one == other) {
        arrange_day(journal, day, &mut keys);
    }
    all.into_iter().map(|(_, ix)| ix).collect()
}

/// Puts the entries of one day in order. Kind and customer decide nearly always, without looking at the entries.
fn arrange_day(
    journal: &Journal,
    day: &mut [(NaiveDate, MovementIx)],
    keys: &mut Vec<(u64, MovementIx)>,
) {
    if day.len() < 2 {
        return;
    }
    keys.clear();
    let keyed = day
        .iter()
        .map(|(_, ix)| (key(&journal.movements[*ix]), *ix));
    keys.extend(keyed);
    keys.sort_unstable_by(|(key_a, a), (key_b, b)| {
        key_a.cmp(key_b).then_with(|| ties(journal, *a, *b))
    });
    for ((_, slot), (_, ix)) in day.iter_mut().zip(keys.iter()) {
        *slot = *ix;
    }
}

fn key(movement: &Movement) -> u64 {
    let customer = movement.customer.map_or(u32::MAX, Number::place);
    (u64::from(movement.kind as u8) << 32) | u64::from(customer)
}

/// The order of two movements of one day.
pub fn within_day(journal: &Journal, a: MovementIx, b: MovementIx) -> Ordering {
    key(&journal.movements[a])
        .cmp(&key(&journal.movements[b]))
        .then_with(|| ties(journal, a, b))
}

/// The order of two entries of one day, kind and customer. (Their own dates differ only where one waited for its
/// invoice.) What names an invoice comes first, by its number; then the larger amount. What is left decides only so that two different entries never count as equal.
fn ties(journal: &Journal, a: MovementIx, b: MovementIx) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    let (one, other) = (&journal.movements[a], &journal.movements[b]);
    one.date
        .cmp(&other.date)
        .then_with(|| named(journal, one.invoice, other.invoice))
        .then_with(|| other.amount.cmp(&one.amount))
        .then_with(|| one.currency.cmp(&other.currency))
        .then_with(|| rare_ties(journal, one, other))
        .then_with(|| id(journal, one).cmp(&id(journal, other)))
}

fn rare_ties(journal: &Journal, one: &Movement, other: &Movement) -> Ordering {
    if one.more.is_none() && other.more.is_none() {
        return Ordering::Equal;
    }
    let nothing = MovementMore::default();
    let a = one.more.as_deref().unwrap_or(&nothing);
    let b = other.more.as_deref().unwrap_or(&nothing);
    list(journal, &a.further, &b.further)
        .then_with(|| list(journal, &designated(one), &designated(other)))
        .then_with(|| parts(one).cmp(&parts(other)))
        .then_with(|| (a.on_account, a.of, a.by).cmp(&(b.on_account, b.of, b.by)))
        .then_with(|| (&a.of_id, a.charge).cmp(&(&b.of_id, b.charge)))
        .then_with(|| named(journal, a.refers_to, b.refers_to))
        .then_with(|| named(journal, a.number, b.number))
}

fn designated(movement: &Movement) -> Vec<InvoiceIx> {
    let lines = movement.designations().iter();
    lines.map(|line| line.invoice).collect()
}

fn parts(movement: &Movement) -> Vec<i64> {
    let lines = movement.designations().iter();
    lines.map(|line| line.amount).collect()
}

/// The bank's reference of an entry, as far as it is kept: twins come in the same order wherever they stand.
fn id(journal: &Journal, movement: &Movement) -> Option<u32> {
    let ids = &journal.bank_ids;
    let place = ids.binary_search_by_key(&movement.origin, |id| id.origin);
    ids.get(place.ok()?).map(|id| id.hash)
}

/// The order of two invoices by number, without regard to capitals; a missing one comes last.
pub fn named(journal: &Journal, a: Option<InvoiceIx>, b: Option<InvoiceIx>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if a == b => Ordering::Equal,
        (Some(a), Some(b)) => {
            let letters = |invoice| {
                journal
                    .invoice_no(invoice)
                    .bytes()
                    .map(|byte| byte.to_ascii_lowercase())
            };
            letters(a).cmp(letters(b))
        }
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn list(journal: &Journal, a: &[InvoiceIx], b: &[InvoiceIx]) -> Ordering {
    let pairs = a.iter().zip(b);
    pairs
        .map(|(a, b)| named(journal, Some(*a), Some(*b)))
        .find(|order| order.is_ne())
        .unwrap_or_else(|| a.len().cmp(&b.len()))
}
