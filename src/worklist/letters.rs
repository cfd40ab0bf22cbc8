//! Letters that can be sent, and claims that can be handed over: one task for each `sent` or `handover` entry to come.

use super::broken_arrangements::invoices_of_missed_parts;
use super::task::{Action, Task, TaskReason};
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
    let planned = invoices_of_missed_parts(day);
    let possible = day.positions().iter().filter(|position| {
        let stage = position.ladder_position.next_stage();
        position.is_possible(as_of)
            && stage.is_some_and(|stage| !day.dunning().is_call_step(position, stage))
            && !planned.contains(&position.invoice)
    });
    let mut possible: Vec<&ItemPosition<'j>> = possible.collect();
    let entry = |position: &&ItemPosition<'j>| entry_key(day.dunning(), position);
    possible.sort_by_cached_key(entry);
    for group in possible.chunk_by(|one, other| entry(one) == entry(other)) {
        tasks.extend(build_task(day, group));
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

fn build_task<'j>(day: &Day<'j>, group: &[&ItemPosition<'j>]) -> Option<Task<'j>> {
    let first = *group
        .iter()
        .min_by_key(|position| possible_from(position))?;
    let stage = first.ladder_position.next_stage()?;
    let waits = &first.ladder_position.next_step.as_ref()?.conditions;
    let deciding = *waits.iter().max_by_key(|wait| wait.from)?;
    let action = if *stage.name == *HANDOVER_STAGE {
        Action::Handover
    } else {
        Action::Send
    };
    let mut channels = match first.customer {
        Some(customer) => day.dunning().blocker_facts.usable_channels(customer, stage),
        None => stage.channels.clone(),
    };
    channels.retain(|channel| *channel != Channel::Phone);
    let possible = || TaskReason::StepPossible(deciding);
    let void = first.ladder_position.void_letter;
    let reason = void.map_or_else(possible, TaskReason::LetterVoid);
    Some(Task {
        stage: Some(stage),
        channels,
        ..Task::new(possible_from(first)?, action, reason).about(day, group)
    })
}

fn possible_from(position: &ItemPosition<'_>) -> Option<NaiveDate> {
    position.ladder_position.next_step.as_ref()?.possible_from()
}
