//! Disputes that nobody answered and holds that nobody ends: what has no day to come back to comes back every day.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::Event;
use crate::text::span::Origin;
use crate::value::money::Money;
use std::collections::BTreeMap;

/// Finds disputes and holds without an end: one task for each entry.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let as_of = day.as_of();
    let mut found: BTreeMap<Origin, (Action, &'j Event, Vec<&ItemPosition<'j>>)> = BTreeMap::new();
    for position in day.positions() {
        for held in position.ladder_position.active_holds(as_of) {
            let action = match held.hold {
                Hold::Dispute => Action::Dispute,
                Hold::Hold if held.event.hold_until().is_none() => Action::Hold,
                _ => continue,
            };
            if held.event.follow_up.is_none() {
                let entry = (action, held.event, Vec::new());
                found
                    .entry(held.event.origin)
                    .or_insert(entry)
                    .2
                    .push(position);
            }
        }
    }
    for (action, event, positions) in found.into_values() {
        let task = Task::new(event.date, action, TaskReason::OpenEntry(event));
        let task = task.about(day, &positions);
        let disputed = event.disputed_amount().zip(task.amount);
        let disputed = disputed.map(|(disputed, open)| cap_to_open(disputed, open));
        tasks.push(Task {
            customer: event.customer,
            amount: disputed.or(task.amount),
            origin: Some(event.origin),
            ..task
        });
    }
}

/// Nobody can dispute more than is open.
fn cap_to_open(disputed: Money, open: Money) -> Money {
    if disputed.currency == open.currency && disputed.minor > open.minor {
        open
    } else {
        disputed
    }
}
