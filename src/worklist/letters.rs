//! Letters that can be sent: one task for each letter that `letters` writes. And claims that can be handed over: one task
//! for each `handover` entry to come.

use super::broken_arrangements::invoices_of_missed_parts;
use super::letter_schedule::letters_of_steps;
use super::planned_letter::{PlannedLetter, written_channels};
use super::task::{Action, Task, TaskReason};
use crate::claim::parties::ClaimParties;
use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::InvoiceIx;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Finds letters and hand-overs that are due.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let missed = invoices_of_missed_parts(day);
    let letters = letters_of_steps(day, &missed, |_| true);
    tasks.extend(letters.iter().filter_map(|it| letter_task(day, it)));
    add_handovers(day, &missed, tasks);
}

/// The task of a letter; `None` where something else is to be done first, which is a task of its own: bank data are
/// stale, or money waits.
fn letter_task<'j>(day: &Day<'j>, letter: &PlannedLetter<'_, 'j>) -> Option<Task<'j>> {
    let items = letter.items.iter();
    let positions: Vec<&ItemPosition<'j>> = items.map(|item| item.position).collect();
    if positions.iter().any(|it| !it.blockers.is_empty()) {
        return None;
    }
    let at_level = letter.items_at_level().map(|item| item.position);
    let at_level: Vec<&ItemPosition<'j>> = at_level.collect();
    let task = step_task(day, Action::Send, (&at_level, &positions))?;
    if task.amount.is_some_and(|asked| !asked.minor.is_positive()) {
        return None;
    }
    // What the letter asks, the fee of its step included.
    let fee = letter.step_fee();
    let task = Task {
        amount: task.amount.map(|asked| Money {
            minor: asked.minor + fee.map_or(Minor::ZERO, |fee| fee.minor),
            ..asked
        }),
        ..task
    };
    Some(match reason_not_to_send(day, letter, &task.invoices) {
        Some(reason) => Task {
            action: Action::Decide,
            channels: Vec::new(),
            reason,
            ..task
        },
        None => task,
    })
}

/// What the law forbids a letter to ask: charges on its invoices, or the fee of its step. That is to be decided first.
fn reason_not_to_send<'j>(
    day: &Day<'j>,
    letter: &PlannedLetter<'_, 'j>,
    invoices: &[InvoiceIx],
) -> Option<TaskReason<'j>> {
    for invoice in invoices {
        let amount = day.dunning().charges_not_owed_on(*invoice);
        if amount.is_positive() {
            let amount = Money::new(amount, letter.currency);
            return Some(TaskReason::ChargeNotOwed(*invoice, amount));
        }
    }
    let fee = letter.step_fee().filter(|fee| fee.minor.is_positive())?;
    let is_consumer = ClaimParties::for_customer(day.journal, letter.customer).is_consumer();
    is_consumer.then_some(TaskReason::FeeNotAllowed(letter.stage()?, fee))
}

/// Hand-overs: of one customer and currency together.
fn add_handovers<'j>(day: &Day<'j>, missed: &BTreeSet<InvoiceIx>, tasks: &mut Vec<Task<'j>>) {
    let is_due = |position: &&ItemPosition<'j>| {
        let stage = position.ladder_position.next_stage();
        position.is_possible(day.as_of())
            && !missed.contains(&position.invoice)
            && stage.is_some_and(|stage| *stage.name == *HANDOVER_STAGE)
    };
    let mut due: Vec<&ItemPosition<'j>> = day.positions().iter().filter(is_due).collect();
    let whom = |position: &&ItemPosition<'j>| day.dunning().letter_key(position);
    due.sort_by_cached_key(whom);
    for group in due.chunk_by(|one, other| whom(one) == whom(other)) {
        tasks.extend(step_task(day, Action::Handover, (group, group)));
    }
}

/// A step to be taken, since the first day on which it was possible for one of the items whose step it is.
fn step_task<'j>(
    day: &Day<'j>,
    action: Action,
    (deciding, all): (&[&ItemPosition<'j>], &[&ItemPosition<'j>]),
) -> Option<Task<'j>> {
    let first = deciding.iter().min_by_key(|it| possible_from(it))?;
    let waits = &first.ladder_position.next_step.as_ref()?.conditions;
    let last = *waits.iter().max_by_key(|wait| wait.from)?;
    let stage = first.ladder_position.next_stage()?;
    let recipient = first.customer.map(|it| &day.journal.customers[it]);
    let channels = recipient.map_or_else(Vec::new, |it| written_channels(it, stage));
    let possible = || TaskReason::StepPossible(last);
    let void = first.ladder_position.void_letter;
    let reason = void.map_or_else(possible, TaskReason::LetterVoid);
    Some(Task {
        stage: Some(stage),
        channels,
        ..Task::new(possible_from(first)?, action, reason).about(day, all)
    })
}

fn possible_from(position: &ItemPosition<'_>) -> Option<NaiveDate> {
    position.ladder_position.next_step.as_ref()?.possible_from()
}
