//! Disputes that nobody answered, credit notes that were conceded and not written, and holds that nobody ends: what has no day to come back to comes back every day.

use super::task::{Action, EntryKey, Task, TaskReason};
use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::{Hold, HoldPeriod};
use crate::dunning::not_asked::CreditNoteDue;
use crate::text::span::Origin;
use crate::value::money::{Minor, Money};
use std::collections::BTreeMap;

/// Finds disputes, concessions and holds without an end: one task for each entry and customer.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let as_of = day.as_of();
    let mut found: BTreeMap<EntryKey, (Action, &HoldPeriod<'j>, Vec<&ItemPosition<'j>>)> =
        BTreeMap::new();
    for position in day.positions() {
        for held in position.ladder_position.active_holds(as_of) {
            let action = match held.hold {
                Hold::Dispute => Action::Dispute,
                Hold::Hold if held.event.hold_until().is_none() => Action::Hold,
                _ => continue,
            };
            if held.event.follow_up.is_none() {
                let entry = (action, held, Vec::new());
                found
                    .entry((held.event.origin, position.customer))
                    .or_insert(entry)
                    .2
                    .push(position);
            }
        }
    }
    for (action, held, positions) in found.into_values() {
        let event = held.event;
        let task = Task::new(event.date, action, TaskReason::OpenEntry(event));
        let task = task.about(day, &positions);
        let named = match (held.amount, task.amount) {
            (Some(amount), Some(open)) => Some(Money::new(amount, open.currency)),
            _ => event.disputed_amount(),
        };
        let open = open_amount(day, &positions);
        let disputed = named.zip(open);
        let disputed = disputed.map(|(disputed, open)| cap_to_open(disputed, open));
        let amount = disputed.or(task.amount);
        tasks.push(Task { amount, ..task }.resting_on(event));
    }
    add_credit_notes(day, tasks);
}

/// Credit notes that were conceded and not written, of invoices that are paid as well: one task for each entry.
fn add_credit_notes<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let mut found: BTreeMap<Origin, Vec<CreditNoteDue<'j>>> = BTreeMap::new();
    for due in day.dunning().credit_notes_due() {
        if due.event.follow_up.is_none() {
            found.entry(due.event.origin).or_default().push(due);
        }
    }
    for notes in found.into_values() {
        let Some(first) = notes.first() else {
            continue;
        };
        let items = notes.iter();
        let items = items.filter_map(|due| day.journal.first_instalment(due.invoice));
        let positions: Vec<ItemPosition<'j>> = items
            .map(|item| day.dunning().position_without_blockers(item))
            .collect();
        let reason = TaskReason::OpenEntry(first.event);
        let task = Task::new(first.event.date, Action::CreditNote, reason);
        let task = task.about(day, &positions.iter().collect::<Vec<_>>());
        let is_open = positions
            .iter()
            .any(|it| Minor::from(day.ledger.items[it.item].open).is_positive());
        let sum = notes.iter().map(|due| due.amount).sum();
        let amount = Money::new(sum, day.journal.invoices[first.invoice].currency);
        let task = Task {
            amount: Some(amount).filter(|amount| amount.minor.is_positive()),
            // What is paid is not late.
            days: task.days.filter(|_| is_open),
            ..task
        };
        tasks.push(task.resting_on(first.event));
    }
}

/// What is open of some items of one currency.
fn open_amount(day: &Day<'_>, positions: &[&ItemPosition<'_>]) -> Option<Money> {
    let first = positions.first()?;
    let items = positions.iter().map(|it| day.ledger.items[it.item].open);
    let open: Minor = items.map(Minor::from).sum();
    Some(Money::new(
        open,
        day.journal.invoices[first.invoice].currency,
    ))
}

/// Nobody can dispute more than is open.
fn cap_to_open(disputed: Money, open: Money) -> Money {
    if disputed.currency == open.currency && disputed.minor > open.minor {
        open
    } else {
        disputed
    }
}
