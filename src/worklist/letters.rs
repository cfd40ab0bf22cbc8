//! Letters that can be sent, and claims that can be handed over: one task for each `sent` or `handover` entry to come.

use super::task::{Action, Task, TaskReason};
use super::task_subject::TaskSubject;
use crate::day::Day;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::CustomerIx;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use chrono::NaiveDate;

/// Finds letters and hand-overs that are due.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let as_of = day.as_of();
    let possible = day.positions().iter().filter(|position| {
        let stage = position.ladder_position.next_stage();
        position.is_possible(as_of) && stage.is_some_and(|stage| !stage.is_only_a_call())
    });
    let mut possible: Vec<&ItemPosition<'j>> = possible.collect();
    let entry = |position: &&ItemPosition<'j>| entry_key(day.dunning(), position);
    possible.sort_by_cached_key(entry);
    for group in possible.chunk_by(|one, other| entry(one) == entry(other)) {
        tasks.extend(build_task(day.dunning(), group));
    }
}

/// What one entry of the journal can answer: one customer, one currency, one stage.
fn entry_key<'j>(
    dunning: &DunningState<'j>,
    position: &ItemPosition<'j>,
) -> (Option<CustomerIx>, Currency, Option<&'j str>) {
    let (customer, currency) = dunning.letter_key(position);
    let stage = position
        .ladder_position
        .next_stage()
        .map(|stage| &*stage.name);
    (customer, currency, stage)
}

fn build_task<'j>(dunning: &DunningState<'j>, group: &[&ItemPosition<'j>]) -> Option<Task<'j>> {
    let first = *group
        .iter()
        .min_by_key(|position| possible_from(position))?;
    let stage = first.ladder_position.next_stage()?;
    let waits = &first.ladder_position.next_step.as_ref()?.conditions;
    let deciding = *waits.iter().max_by_key(|wait| wait.from)?;
    let handover = *stage.name == *HANDOVER_STAGE;
    let about = TaskSubject::from_positions(dunning, group);
    let channels = match first.customer {
        Some(customer) => dunning.blocker_facts.usable_channels(customer, stage),
        None => stage.channels.clone(),
    };
    Some(Task {
        since: possible_from(first)?,
        action: if handover {
            Action::Handover
        } else {
            Action::Send
        },
        customer: first.customer,
        stage: Some(stage),
        channels: channels
            .into_iter()
            .filter(|channel| *channel != Channel::Phone)
            .collect(),
        amount: Some(about.amount),
        days: Some(about.days),
        reason: TaskReason::StepPossible(deciding),
        origin: about
            .invoices
            .first()
            .map(|first| dunning.journal.invoices[*first].origin),
        invoices: about.invoices,
    })
}

fn possible_from(position: &ItemPosition<'_>) -> Option<NaiveDate> {
    position.ladder_position.next_step.as_ref()?.possible_from()
}
