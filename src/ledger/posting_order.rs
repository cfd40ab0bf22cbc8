//! The order of entries: by day, then by kind, customer, invoice and amount (larger first).
//!
//! Which file an entry stands in, and on which line, never decides: entries may be moved without changing a figure.
//! Customers do not touch one another, so it is enough that those of one customer stand together.

use crate::journal::model::{
    InvoiceIx, Journal, Movement, MovementExtra, MovementIx, MovementKind, NumberUse,
};
use crate::value::index_vec::Idx;
use crate::value::money::Minor64;
use chrono::NaiveDate;
use std::cmp::Ordering;

/// The day from which a movement counts: its own, or that of an invoice it names when that is written later.
/// Money counts from its own day; it waits on account for its invoice.
pub fn posting_day(journal: &Journal, movement: &Movement) -> NaiveDate {
    use MovementKind::{Credit, Payment, Refund, Reversal};
    if matches!(movement.kind, Payment | Credit | Reversal | Refund) {
        return movement.date;
    }
    movement
        .invoices()
        .map(|invoice| &journal.invoices[invoice])
        .filter(|invoice| invoice.number_use == NumberUse::Invoice)
        .fold(movement.date, |day, invoice| day.max(invoice.date))
}

/// The movements that count by a day, in the order in which they are carried out.
pub fn sort_movements(journal: &Journal, as_of: NaiveDate) -> Vec<MovementIx> {
    let movements = journal.movements.iter();
    let mut all: Vec<(NaiveDate, MovementIx)> = movements
        .map(|(ix, movement)| (posting_day(journal, movement), ix))
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
        .map(|(_, ix)| (sort_key(&journal.movements[*ix]), *ix));
    keys.extend(keyed);
    keys.sort_unstable_by(|(key_a, a), (key_b, b)| {
        key_a.cmp(key_b).then_with(|| compare_ties(journal, *a, *b))
    });
    for ((_, slot), (_, ix)) in day.iter_mut().zip(keys.iter()) {
        *slot = *ix;
    }
}

fn sort_key(movement: &Movement) -> u64 {
    let customer = movement.customer.map_or(u32::MAX, Idx::index);
    (u64::from(movement.kind as u8) << 32) | u64::from(customer)
}

/// The order of two movements of one day.
pub fn compare_within_day(journal: &Journal, a: MovementIx, b: MovementIx) -> Ordering {
    sort_key(&journal.movements[a])
        .cmp(&sort_key(&journal.movements[b]))
        .then_with(|| compare_ties(journal, a, b))
}

/// The order of two entries of one day, kind and customer. (Their own dates differ only where one waited for its
/// invoice.) What names an invoice comes first, by its number; then the larger amount. What is left decides only so that two different entries never count as equal.
fn compare_ties(journal: &Journal, a: MovementIx, b: MovementIx) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    let (one, other) = (&journal.movements[a], &journal.movements[b]);
    one.date
        .cmp(&other.date)
        .then_with(|| compare_invoice_numbers(journal, one.invoice, other.invoice))
        .then_with(|| other.amount.cmp(&one.amount))
        .then_with(|| one.currency.cmp(&other.currency))
        .then_with(|| rare_ties(journal, one, other))
        .then_with(|| bank_id_hash(journal, one).cmp(&bank_id_hash(journal, other)))
}

fn rare_ties(journal: &Journal, one: &Movement, other: &Movement) -> Ordering {
    if one.extra.is_none() && other.extra.is_none() {
        return Ordering::Equal;
    }
    let nothing = MovementExtra::default();
    let a = one.extra.as_deref().unwrap_or(&nothing);
    let b = other.extra.as_deref().unwrap_or(&nothing);
    compare_invoice_lists(journal, &a.further_invoices, &b.further_invoices)
        .then_with(|| {
            compare_invoice_lists(
                journal,
                &designated_invoices(one),
                &designated_invoices(other),
            )
        })
        .then_with(|| designated_amounts(one).cmp(&designated_amounts(other)))
        .then_with(|| {
            (a.on_account, a.of_date, a.settlement_deadline).cmp(&(
                b.on_account,
                b.of_date,
                b.settlement_deadline,
            ))
        })
        .then_with(|| (&a.of_bank_id, a.waived_component).cmp(&(&b.of_bank_id, b.waived_component)))
        .then_with(|| compare_invoice_numbers(journal, a.referenced_invoice, b.referenced_invoice))
        .then_with(|| compare_invoice_numbers(journal, a.credit_number, b.credit_number))
}

fn designated_invoices(movement: &Movement) -> Vec<InvoiceIx> {
    let lines = movement.designations().iter();
    lines.map(|line| line.invoice).collect()
}

fn designated_amounts(movement: &Movement) -> Vec<Minor64> {
    let lines = movement.designations().iter();
    lines.map(|line| line.amount).collect()
}

/// The bank's reference of an entry, as far as it is kept: two entries that are otherwise alike come in the same order in whichever file they stand.
fn bank_id_hash(journal: &Journal, movement: &Movement) -> Option<u64> {
    let ids = &journal.bank_ids;
    let place = ids.binary_search_by_key(&movement.origin, |id| id.origin);
    ids.get(place.ok()?).map(|id| id.hash())
}

/// The order of two invoices by number, without regard to capitals; a missing one comes last.
pub fn compare_invoice_numbers(
    journal: &Journal,
    a: Option<InvoiceIx>,
    b: Option<InvoiceIx>,
) -> Ordering {
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

fn compare_invoice_lists(journal: &Journal, a: &[InvoiceIx], b: &[InvoiceIx]) -> Ordering {
    let pairs = a.iter().zip(b);
    pairs
        .map(|(a, b)| compare_invoice_numbers(journal, Some(*a), Some(*b)))
        .find(|order| order.is_ne())
        .unwrap_or_else(|| a.len().cmp(&b.len()))
}
