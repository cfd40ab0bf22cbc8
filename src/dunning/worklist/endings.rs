//! What the ladder does not finish: its end without money, charges left alone, cents, a settlement that lapsed.

use super::letters::About;
use super::morning::Morning;
use super::task::{Action, Reason, Task};
use crate::dunning::arrangement::{later, next};
use crate::dunning::gate::Gate;
use crate::dunning::position::Position;
use crate::journal::model::{InvoiceIx, Movement, MovementKind};
use crate::ledger::model::Status;
use crate::value::money::Money;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Finds what waits for a decision.
pub fn find<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    for positions in by_invoice(morning).values() {
        tasks.extend(exhausted(morning, positions));
        tasks.extend(cents(morning, positions));
    }
    only_charges(morning, tasks);
    lapsed_settlements(morning, tasks);
}

fn by_invoice<'d, 'j>(morning: &'d Morning<'_, 'j>) -> BTreeMap<InvoiceIx, Vec<&'d Position<'j>>> {
    let mut invoices: BTreeMap<InvoiceIx, Vec<&Position<'j>>> = BTreeMap::new();
    for position in morning.positions() {
        let standing = &position.standing;
        if standing.next.is_none() || position.gates.contains(&Gate::Tolerance) {
            invoices.entry(position.invoice).or_default().push(position);
        }
    }
    invoices
}

/// The last step was done, its time has run out, and the item is open.
fn exhausted<'j>(morning: &Morning<'_, 'j>, positions: &[&Position<'j>]) -> Option<Task<'j>> {
    let on = morning.dunning.on();
    let ended = |position: &&&Position<'j>| {
        let standing = &position.standing;
        standing.next.is_none()
            && standing.done.is_some()
            && !standing.standing_holds(on).any(|held| held.whole)
    };
    let ended: Vec<&Position<'j>> = positions.iter().filter(ended).copied().collect();
    let standing = &ended.first()?.standing;
    let done = standing.done?;
    let given = done.deadline.unwrap_or(done.event.date);
    let held = standing.holds.iter().filter(|held| held.whole);
    let held = held.filter_map(|held| held.through).max();
    let since = next(later(given, standing.policy.bank_buffer)).max(held.map_or(given, next));
    (since <= on).then(|| {
        let reason = Reason::Exhausted(done.event);
        task(morning, &ended, since, Action::Decide, reason)
    })
}

fn cents<'j>(morning: &Morning<'_, 'j>, positions: &[&Position<'j>]) -> Option<Task<'j>> {
    let tolerated = |position: &&&Position<'j>| position.gates.contains(&Gate::Tolerance);
    let few: Vec<&Position<'j>> = positions.iter().filter(tolerated).copied().collect();
    let due = morning.dunning.journal.items[few.first()?.item].due?;
    (due < morning.dunning.on())
        .then(|| task(morning, &few, next(due), Action::Close, Reason::Cents))
}

fn task<'j>(
    morning: &Morning<'_, 'j>,
    positions: &[&Position<'j>],
    since: NaiveDate,
    action: Action,
    reason: Reason<'j>,
) -> Task<'j> {
    let about = About::of(morning.dunning, positions);
    Task {
        since,
        action,
        customer: positions.first().and_then(|first| first.customer),
        stage: None,
        channels: Vec::new(),
        amount: Some(about.amount),
        days: Some(about.days),
        reason,
        origin: about
            .invoices
            .first()
            .map(|it| morning.dunning.journal.invoices[*it].origin),
        invoices: about.invoices,
    }
}

/// The principal is closed, charges are not: to be claimed further, waived or written off.
fn only_charges<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let dunning = morning.dunning;
    for (invoice, charges) in &dunning.ledger.charges {
        let record = &dunning.journal.invoices[*invoice];
        let states = || {
            dunning
                .journal
                .items_of(*invoice)
                .map(|item| dunning.ledger.items[item])
        };
        let handed_over = dunning.tracks.invoice(*invoice);
        let elsewhere = handed_over.handover.is_some() && handed_over.back.is_none();
        if charges.sum().is_positive() && !elsewhere && states().all(|it| it.status != Status::Open)
        {
            let since = states().filter_map(|state| state.closed).max();
            tasks.push(Task {
                since: since.unwrap_or(record.date),
                action: Action::Decide,
                customer: record.customer,
                invoices: vec![*invoice],
                stage: None,
                channels: Vec::new(),
                amount: Some(Money::new(charges.sum(), record.currency)),
                days: None,
                reason: Reason::OnlyCharges,
                origin: Some(record.origin),
            });
        }
    }
}

/// Settlements whose day and bank buffer have passed, until an entry names the invoice or another is offered.
fn lapsed_settlements<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let mut last: BTreeMap<InvoiceIx, &'j Movement> = BTreeMap::new();
    let on = morning.dunning.on();
    for movement in morning.dunning.journal.movements.as_slice() {
        if let (MovementKind::Settle, Some(invoice)) = (movement.kind, movement.invoice)
            && movement.date <= on
        {
            let known = last.entry(invoice).or_insert(movement);
            if movement.date >= known.date {
                *known = movement;
            }
        }
    }
    for position in morning.positions() {
        let Some(settle) = last.remove(&position.invoice) else {
            continue;
        };
        let by = settle
            .extra
            .as_ref()
            .and_then(|more| more.settlement_deadline);
        let Some(by) = by else { continue };
        let since = next(later(by, position.standing.policy.bank_buffer));
        if since <= on && !morning.last_words.about(position.invoice, next(by)) {
            let reason = Reason::Lapsed(settle, by);
            let mut task = task(
                morning,
                &[position],
                since,
                Action::SettlementLapsed,
                reason,
            );
            task.origin = Some(settle.origin);
            tasks.push(task);
        }
    }
}
