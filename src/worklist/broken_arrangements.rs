//! Promises that were broken and terms of plans that were missed, until an entry about the invoice answers them.

use super::task::{Action, EntryKey, MissedParts, Task, TaskReason};
use crate::day::Day;
use crate::dunning::arrangement_status::{PlanStatus, PromiseOutcome, plan_status};
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{Event, InvoiceIx};
use crate::value::money::Money;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Finds broken promises and missed terms: one task for each entry that made them, and each customer it is about.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    if day.dunning().rules.receipts.is_empty() {
        return;
    }
    let mut made: BTreeMap<EntryKey, (&'j Event, Vec<&ItemPosition<'j>>)> = BTreeMap::new();
    for position in day
        .positions()
        .iter()
        .filter(|position| is_ours(position, day))
    {
        let own = day.dunning().history_of_invoice(position.invoice);
        for event in own.promise.into_iter().chain(own.plan) {
            let key = (event.origin, position.customer);
            let entry = made.entry(key).or_insert((event, Vec::new()));
            entry.1.push(position);
        }
    }
    for (event, mut positions) in made.into_values() {
        let Some((since, action, reason)) = failure_of(day, event, &positions) else {
            continue;
        };
        positions.retain(|it| event.plan().is_none() || goes_on_after(it, event, since));
        let (action, since) = if !is_answered_since(day, event, since) {
            (action, since)
        } else if let Some(decide_from) = decision_on_plan(day, event, &positions) {
            (Action::Decide, decide_from)
        } else {
            continue;
        };
        let asked = parts_that_are_asked(day, event, positions);
        if asked.is_empty() || is_covered(day, event, &asked) {
            continue;
        }
        let task = Task::new(since, action, reason).about(day, &asked);
        tasks.push(task.resting_on(event));
    }
}

/// Whether money that is here already covers all that a plan asks: then it is to be placed, and nothing is missing.
fn is_covered(day: &Day<'_>, event: &Event, asked: &[&ItemPosition<'_>]) -> bool {
    let dunning = day.dunning();
    event.plan().is_some()
        && dunning.covered_of_all(asked).is_positive()
        && !dunning.amount_asked(asked).is_positive()
}

/// Of the invoices of a plan the parts that are late and that nothing else holds: no more than that is asked of it. Of a
/// promise all of them, but what a plan lets be paid later (SPEC.md 10.1).
fn parts_that_are_asked<'j, 'p>(
    day: &Day<'j>,
    event: &Event,
    positions: Vec<&'p ItemPosition<'j>>,
) -> Vec<&'p ItemPosition<'j>> {
    if event.plan().is_none() {
        let mut positions = positions;
        positions.retain(|it| !it.is_in_running_plan(day.as_of()));
        return positions;
    }
    let is_late = |position: &&ItemPosition<'j>| {
        let due = day.journal.items[position.item].due;
        due.is_some_and(|due| due < day.as_of())
    };
    let any_late = positions.iter().any(is_late);
    let asked = positions
        .into_iter()
        .filter(|position| (is_late(position) || !any_late) && !is_held_whole(position, day));
    asked.collect()
}

/// Whether an entry answers a broken promise or a missed part. What is said of a part of an invoice, and how that ended, is no
/// answer to a plan: the rest of it was promised all the same.
fn is_answered_since(day: &Day<'_>, event: &Event, since: NaiveDate) -> bool {
    let history = day.history();
    if event.plan().is_none() || event.invoice.is_none() {
        return history.is_answered_since(event, since);
    }
    let is_answer = |it: &&Event| {
        let about_a_part =
            it.disputed_amount().is_some() || matches!(it.details, EventDetails::Resolve { .. });
        it.date >= since && !it.is_failed_attempt() && !about_a_part
    };
    let mut named = event.invoices();
    named.any(|invoice| history.of_invoice(invoice).any(|it| is_answer(&it)))
}

/// Since when it is to be decided what becomes of a plan whose missed part was asked for, and is missing still: the plan is
/// ended with `release`, or goes on. `None` where it need not be, or all is due by `accelerate`, so that steps go on.
fn decision_on_plan(
    day: &Day<'_>,
    event: &Event,
    positions: &[&ItemPosition<'_>],
) -> Option<NaiveDate> {
    event.plan().filter(|plan| !plan.accelerate)?;
    let free = positions.iter().find(|it| !is_held_whole(it, day))?;
    let holds = free.ladder_position.holds.iter();
    let over = holds.filter(|held| held.covers_whole_invoice);
    over.filter_map(|held| held.over_from).max()
}

/// Whether something holds all of an invoice.
fn is_held_whole(position: &ItemPosition<'_>, day: &Day<'_>) -> bool {
    let mut holds = position.ladder_position.active_holds(day.as_of());
    holds.any(|held| held.covers_whole_invoice)
}

/// The invoices of which a part of a plan is missing: that is asked for, or decided about, before the steps go on.
pub fn invoices_of_missed_parts(day: &Day<'_>) -> BTreeSet<InvoiceIx> {
    let mut broken = Vec::new();
    find_tasks(day, &mut broken);
    let missed = broken
        .into_iter()
        .filter(|task| matches!(task.reason, TaskReason::MissedInstalment(..)));
    let goes_on = |position: &&ItemPosition<'_>| day.dunning().missed_plan(position).is_some();
    let planned = day.positions().iter().filter(goes_on);
    let planned = planned.map(|position| position.invoice);
    missed
        .flat_map(|task| task.invoices)
        .chain(planned)
        .collect()
}

/// Whether we are to look after an item: nobody else collects it.
fn is_ours(position: &ItemPosition<'_>, day: &Day<'_>) -> bool {
    let mut holds = position.ladder_position.active_holds(day.as_of());
    !holds.any(|held| matches!(held.hold, Hold::Handover | Hold::Insolvency))
}

/// Since when a promise or a plan is broken, if it is.
fn failure_of<'j>(
    day: &Day<'j>,
    event: &'j Event,
    positions: &[&ItemPosition<'j>],
) -> Option<(NaiveDate, Action, TaskReason<'j>)> {
    let steps = &day.dunning().rules;
    let standing = &positions.first()?.ladder_position;
    if event.promise().is_some() {
        let received = steps.received_for_promise(event);
        return match steps.promise_outcome(event).0 {
            PromiseOutcome::Broken(since) => Some((
                since,
                Action::PromiseBroken,
                TaskReason::BrokenPromise(event, received),
            )),
            PromiseOutcome::Kept(_) | PromiseOutcome::Running(_) => None,
        };
    }
    // Of an offer that nobody signed nothing was missed (SPEC.md 10.4): it is not the plan of the invoice.
    let course = plan_status(&steps.receipts, event, standing.policy, day.as_of())?;
    match course {
        PlanStatus::Missed {
            since,
            term,
            missing,
        } if positions.iter().any(|it| goes_on_after(it, event, since)) => {
            let so_far = day.dunning().progress_of_plan(event, standing.policy);
            let is_all_due = event.plan().is_some_and(|plan| plan.accelerate);
            let missed = MissedParts {
                missing: Money::new(so_far.missing, missing.currency),
                days: if so_far.missed_days.is_empty() {
                    vec![term]
                } else {
                    so_far.missed_days
                },
                all_due: is_all_due.then_some(missing),
            };
            let reason = TaskReason::MissedInstalment(missed);
            Some((since, Action::InstalmentMissed, reason))
        }
        _ => None,
    }
}

/// Whether a plan of which a part was missed on a day stood until then for an invoice: one that was released is none any more.
fn goes_on_after(position: &ItemPosition<'_>, plan: &Event, since: NaiveDate) -> bool {
    let mut holds = position.ladder_position.holds.iter();
    holds.any(|held| held.event.origin == plan.origin && held.over_from == Some(since))
}
