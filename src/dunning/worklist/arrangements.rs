//! Promises that were broken and terms of plans that were missed, until an entry about the invoice answers them.

use super::letters::About;
use super::morning::Morning;
use super::task::{Action, Reason, Task};
use crate::dunning::arrangement::{Course, Fate, course};
use crate::dunning::hold::Hold;
use crate::dunning::position::Position;
use crate::journal::model::Event;
use crate::text::span::Origin;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Finds broken promises and missed terms: one task for each entry that made them.
pub fn find<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    if morning.dunning.steps.receipts.is_empty() {
        return;
    }
    let mut made: BTreeMap<Origin, (&'j Event, Vec<&Position<'j>>)> = BTreeMap::new();
    for position in morning
        .positions()
        .iter()
        .filter(|position| is_ours(position, morning))
    {
        let own = morning.dunning.tracks.invoice(position.invoice);
        for event in own.promise.into_iter().chain(own.plan) {
            let entry = made.entry(event.origin).or_insert((event, Vec::new()));
            entry.1.push(position);
        }
    }
    for (event, positions) in made.into_values() {
        let Some((since, action, reason)) = failed(morning, event, &positions) else {
            continue;
        };
        if morning.last_words.answer(event, since) {
            continue;
        }
        let about = About::of(morning.dunning, &positions);
        tasks.push(Task {
            since,
            action,
            customer: event.customer,
            invoices: about.invoices,
            stage: None,
            channels: Vec::new(),
            amount: Some(about.amount),
            days: Some(about.days),
            reason,
            origin: Some(event.origin),
        });
    }
}

/// Whether we are to look after an item: nobody else collects it.
fn is_ours(position: &Position<'_>, morning: &Morning<'_, '_>) -> bool {
    let mut holds = position.standing.standing_holds(morning.dunning.on());
    !holds.any(|held| matches!(held.hold, Hold::Handover | Hold::Insolvency))
}

/// Since when a promise or a plan is broken, if it is.
fn failed<'j>(
    morning: &Morning<'_, 'j>,
    event: &'j Event,
    positions: &[&Position<'j>],
) -> Option<(NaiveDate, Action, Reason<'j>)> {
    let steps = &morning.dunning.steps;
    let standing = &positions.first()?.standing;
    if event.promise().is_some() {
        let (fate, received) = steps.promise(event);
        return match fate {
            Fate::Broken(since) => Some((
                since,
                Action::PromiseBroken,
                Reason::Broken(event, received),
            )),
            Fate::Kept(_) | Fate::Running(_) => None,
        };
    }
    let planned = standing
        .holds
        .iter()
        .find(|held| held.event.origin == event.origin)?;
    let course = course(
        &steps.receipts,
        event,
        standing.policy,
        morning.dunning.on(),
    )?;
    match course {
        // A plan that was released is no plan any more.
        Course::Missed {
            since,
            term,
            missing,
        } if planned.over == Some(since) => Some((
            since,
            Action::InstalmentMissed,
            Reason::Missed(term, missing),
        )),
        _ => None,
    }
}
