//! Promises that were broken and terms of plans that were missed, until an entry about the invoice answers them.

use super::task::{Action, Task, TaskReason};
use super::task_subject::TaskSubject;
use super::worklist_input::WorklistInput;
use crate::dunning::arrangement_status::{PlanStatus, PromiseOutcome, plan_status};
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::Event;
use crate::text::span::Origin;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Finds broken promises and missed terms: one task for each entry that made them.
pub fn find_tasks<'j>(input: &WorklistInput<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    if input.dunning.rules.receipts.is_empty() {
        return;
    }
    let mut made: BTreeMap<Origin, (&'j Event, Vec<&ItemPosition<'j>>)> = BTreeMap::new();
    for position in input
        .positions()
        .iter()
        .filter(|position| is_ours(position, input))
    {
        let own = input.dunning.history_of_invoice(position.invoice);
        for event in own.promise.into_iter().chain(own.plan) {
            let entry = made.entry(event.origin).or_insert((event, Vec::new()));
            entry.1.push(position);
        }
    }
    for (event, positions) in made.into_values() {
        let Some((since, action, reason)) = failure_of(input, event, &positions) else {
            continue;
        };
        if input.history.is_answered_since(event, since) {
            continue;
        }
        let about = TaskSubject::from_positions(input.dunning, &positions);
        tasks.push(Task {
            customer: event.customer,
            invoices: about.invoices,
            amount: Some(about.amount),
            days: Some(about.days),
            origin: Some(event.origin),
            ..Task::new(since, action, reason)
        });
    }
}

/// Whether we are to look after an item: nobody else collects it.
fn is_ours(position: &ItemPosition<'_>, input: &WorklistInput<'_, '_>) -> bool {
    let mut holds = position.ladder_position.active_holds(input.dunning.as_of());
    !holds.any(|held| matches!(held.hold, Hold::Handover | Hold::Insolvency))
}

/// Since when a promise or a plan is broken, if it is.
fn failure_of<'j>(
    input: &WorklistInput<'_, 'j>,
    event: &'j Event,
    positions: &[&ItemPosition<'j>],
) -> Option<(NaiveDate, Action, TaskReason<'j>)> {
    let steps = &input.dunning.rules;
    let standing = &positions.first()?.ladder_position;
    if event.promise().is_some() {
        let (fate, received) = steps.promise_outcome(event);
        return match fate {
            PromiseOutcome::Broken(since) => Some((
                since,
                Action::PromiseBroken,
                TaskReason::BrokenPromise(event, received),
            )),
            PromiseOutcome::Kept(_) | PromiseOutcome::Running(_) => None,
        };
    }
    let planned = standing
        .holds
        .iter()
        .find(|held| held.event.origin == event.origin)?;
    let course = plan_status(
        &steps.receipts,
        event,
        standing.policy,
        input.dunning.as_of(),
    )?;
    match course {
        // A plan that was released is no plan any more.
        PlanStatus::Missed {
            since,
            term,
            missing,
        } if planned.over_from == Some(since) => Some((
            since,
            Action::InstalmentMissed,
            TaskReason::MissedInstalment(term, missing),
        )),
        _ => None,
    }
}
