//! What the ladder does not finish: its end without money, a step that may not be taken, charges left alone, cents, what is
//! too little for a letter, a settlement that lapsed.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::arrangement_status::{add_duration, next_day};
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{Event, InvoiceIx};
use crate::value::calendar::Duration;
use crate::value::money::Money;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Finds what waits for a decision.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    for positions in positions_by_invoice(day).values() {
        tasks.extend(exhausted_ladder(day, positions));
        tasks.extend(below_tolerance(day, positions));
        tasks.extend(barred_step(day, positions));
        tasks.extend(below_minimum(day, positions));
    }
    add_charges_only(day, tasks);
    add_lapsed_settlements(day, tasks);
}

fn positions_by_invoice<'d, 'j>(
    day: &'d Day<'j>,
) -> BTreeMap<InvoiceIx, Vec<&'d ItemPosition<'j>>> {
    let mut invoices: BTreeMap<InvoiceIx, Vec<&ItemPosition<'j>>> = BTreeMap::new();
    for position in day.positions() {
        let standing = &position.ladder_position;
        let is_barred = position.blockers.iter().any(|blocker| {
            matches!(
                blocker,
                Blocker::BelowTolerance
                    | Blocker::BelowMinimum
                    | Blocker::NoAgency
                    | Blocker::SelfBelow
                    | Blocker::NoChannel
            )
        });
        if standing.next_step.is_none() || is_barred {
            invoices.entry(position.invoice).or_default().push(position);
        }
    }
    invoices
}

/// The last step was done, its time has run out, and the item is open.
fn exhausted_ladder<'j>(day: &Day<'j>, positions: &[&ItemPosition<'j>]) -> Option<Task<'j>> {
    let as_of = day.as_of();
    let ended = |position: &&&ItemPosition<'j>| {
        let standing = &position.ladder_position;
        standing.next_step.is_none()
            && standing.done_step.is_some()
            && !standing
                .active_holds(as_of)
                .any(|held| held.covers_whole_invoice)
    };
    let ended: Vec<&ItemPosition<'j>> = positions.iter().filter(ended).copied().collect();
    let standing = &ended.first()?.ladder_position;
    let done = standing.done_step?;
    let given = done.deadline.unwrap_or(done.event.date);
    let held = standing
        .holds
        .iter()
        .filter(|held| held.covers_whole_invoice);
    let held = held.filter_map(|held| held.through).max();
    let since = next_day(add_duration(given, standing.policy.bank_buffer))
        .max(held.map_or(given, next_day));
    (since <= as_of).then(|| {
        let reason = TaskReason::LadderExhausted(done.event);
        Task::new(since, Action::Decide, reason).about(day, &ended)
    })
}

fn below_tolerance<'j>(day: &Day<'j>, positions: &[&ItemPosition<'j>]) -> Option<Task<'j>> {
    let tolerated =
        |position: &&&ItemPosition<'j>| position.blockers.contains(&Blocker::BelowTolerance);
    let few: Vec<&ItemPosition<'j>> = positions.iter().filter(tolerated).copied().collect();
    let due = day.journal.items[few.first()?.item].due?;
    (due < day.as_of()).then(|| {
        Task::new(next_day(due), Action::Close, TaskReason::BelowTolerance).about(day, &few)
    })
}

/// The next step could be taken by now, but `no:` leaves no way to take it.
fn barred_step<'j>(day: &Day<'j>, positions: &[&ItemPosition<'j>]) -> Option<Task<'j>> {
    let barred = |position: &&&ItemPosition<'j>| {
        let only = position.blockers.iter().all(|it| {
            matches!(
                it,
                Blocker::NoAgency | Blocker::SelfBelow | Blocker::NoChannel
            )
        });
        let since = possible_since(position);
        only && !position.blockers.is_empty() && since.is_some_and(|since| since <= day.as_of())
    };
    let barred: Vec<&ItemPosition<'j>> = positions.iter().filter(barred).copied().collect();
    let first = barred.first()?;
    let stage = first.ladder_position.next_stage()?;
    let reason = TaskReason::StepBarred(stage, *first.blockers.first()?);
    let task = Task::new(possible_since(first)?, Action::Decide, reason);
    Some(task.about(day, &barred))
}

fn possible_since(position: &ItemPosition<'_>) -> Option<NaiveDate> {
    position.ladder_position.next_step.as_ref()?.possible_from()
}

/// Too little for a letter: asked about once a quarter, since nothing else ever would. A contact or a note about the
/// invoice is an answer for a quarter.
fn below_minimum<'j>(day: &Day<'j>, positions: &[&ItemPosition<'j>]) -> Option<Task<'j>> {
    let small =
        |position: &&&ItemPosition<'j>| position.blockers.as_slice() == [Blocker::BelowMinimum];
    let small: Vec<&ItemPosition<'j>> = positions.iter().filter(small).copied().collect();
    let first = small.first()?;
    let due = day.journal.items[first.item].due?;
    let mut latest_first = day.history().of_invoice(first.invoice).rev();
    let looked_at = latest_first.find(|it| it.is_contact_or_note() && !it.is_failed_attempt());
    let last = looked_at.map_or(due, |event| event.date.max(due));
    let since = Duration::Months(3).date_after(last)?;
    (since <= day.as_of()).then(|| {
        let task = Task::new(since, Action::Decide, TaskReason::BelowMinimum(due));
        task.about(day, &small)
    })
}

/// The principal is closed, charges are not: to be claimed further, waived or written off.
fn add_charges_only<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let dunning = day.dunning();
    for (invoice, charges) in &dunning.ledger.charges {
        let record = &dunning.journal.invoices[*invoice];
        let handed_over = dunning.history_of_invoice(*invoice);
        let elsewhere = handed_over.handover.is_some() && handed_over.returned.is_none();
        if charges.sum().is_positive()
            && !elsewhere
            && !dunning.ledger.has_open_item(dunning.journal, *invoice)
        {
            let items = dunning.journal.items_of(*invoice);
            let since = items
                .filter_map(|item| dunning.ledger.items[item].closed)
                .max();
            tasks.push(Task {
                customer: record.customer,
                invoices: vec![*invoice],
                amount: Some(Money::new(charges.sum(), record.currency)),
                origin: Some(record.origin),
                ..Task::new(
                    since.unwrap_or(record.date),
                    Action::Decide,
                    TaskReason::OnlyCharges,
                )
            });
        }
    }
}

/// Settlements whose day and bank buffer have passed, until an entry names the invoice or another is offered.
fn add_lapsed_settlements<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let as_of = day.as_of();
    let offers = day
        .history()
        .events()
        .filter_map(|event| event.settlement().and(event.invoice).map(|it| (it, event)));
    let mut last: BTreeMap<InvoiceIx, &'j Event> = offers.collect();
    for position in day.positions() {
        let Some(settle) = last.remove(&position.invoice) else {
            continue;
        };
        let Some(offered) = settle.settlement() else {
            continue;
        };
        let by = offered.by;
        let buffer = position.ladder_position.policy.bank_buffer;
        let since = next_day(add_duration(by, buffer));
        let is_answered = |day: &Day<'_>| {
            let history = day.history();
            history.is_invoice_named_since(position.invoice, next_day(by))
        };
        if since <= as_of && !is_answered(day) {
            let reason = TaskReason::LapsedSettlement(*offered);
            let task = Task::new(since, Action::SettlementLapsed, reason);
            tasks.push(task.about(day, &[position]).resting_on(settle));
        }
    }
}
