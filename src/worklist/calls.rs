//! Calls that a step asks for beside its letter, or instead of one: open until a `phone` entry in which somebody was
//! reached names the invoice.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::arrangement_status::next_day;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::ladder_position::NextStep;
use crate::journal::ladder::Stage;
use crate::value::channel::{Channel, Exclusion};
use chrono::NaiveDate;

/// A call that is open: since when, of which step, and why.
struct OpenCall<'j> {
    since: NaiveDate,
    /// `None` for one that no step asks for.
    stage: Option<&'j Stage>,
    reason: TaskReason<'j>,
}

/// A call that is open, and the item it is about.
type CallOfItem<'d, 'j> = (OpenCall<'j>, &'d ItemPosition<'j>);

/// Finds calls to make: one for each customer and currency.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let dunning = day.dunning();
    let open = day.positions().iter();
    let mut open: Vec<CallOfItem<'_, 'j>> = open
        .filter_map(|position| Some((open_call_for(dunning, position)?, position)))
        .filter(|(call, _)| call.since <= day.as_of())
        .collect();
    open.sort_by_cached_key(|(_, position)| dunning.letter_key(position));
    let whom = |(_, position): &CallOfItem<'_, 'j>| dunning.letter_key(position);
    for group in open.chunk_by(|one, other| whom(one) == whom(other)) {
        let positions: Vec<&ItemPosition<'j>> =
            group.iter().map(|(_, position)| *position).collect();
        let earliest = group.iter().min_by_key(|(call, _)| call.since);
        tasks.extend(earliest.map(|(call, _)| Task {
            stage: call.stage,
            channels: vec![Channel::Phone],
            ..Task::new(call.since, Action::Phone, call.reason.clone()).about(day, &positions)
        }));
    }
}

/// The call that is open for an item: of the step that is possible, else of the step whose letter went out last.
fn open_call_for<'j>(
    dunning: &DunningState<'j>,
    position: &ItemPosition<'j>,
) -> Option<OpenCall<'j>> {
    let as_of = dunning.as_of();
    let standing = &position.ladder_position;
    let may_be_called = position.customer.is_none_or(|customer| {
        let recipient = &dunning.journal.customers[customer];
        !recipient.has_exclusion(Exclusion::Channel(Channel::Phone))
    });
    let asks_for_call = |stage: &&'j Stage| may_be_called && stage.has_call();
    if !position.blockers.is_empty()
        || standing
            .active_holds(as_of)
            .any(|held| held.covers_whole_invoice)
    {
        return None;
    }
    if position.is_possible(as_of)
        && let Some(stage) = standing.next_stage().filter(asks_for_call)
        && !has_called(dunning, position, stage)
    {
        let next = standing.next_step.as_ref()?;
        let deciding = *next.conditions.iter().max_by_key(|wait| wait.from)?;
        let call = OpenCall {
            since: NextStep::possible_from(next)?,
            stage: Some(stage),
            reason: TaskReason::StepPossible(deciding),
        };
        return Some(call_again(dunning, position, stage, call));
    }
    let in_vain = || call_in_vain(dunning, position).filter(|_| may_be_called);
    call_of_done_step(dunning, position, may_be_called).or_else(in_vain)
}

/// The call of the step whose letter went out last.
fn call_of_done_step<'j>(
    dunning: &DunningState<'j>,
    position: &ItemPosition<'j>,
    may_be_called: bool,
) -> Option<OpenCall<'j>> {
    let standing = &position.ladder_position;
    let (done, stage) = standing.done_step.zip(standing.done_stage())?;
    let letter = done.event.sent_letter()?;
    let asks_for_call = |stage: &&'j Stage| may_be_called && stage.has_call();
    let open = asks_for_call(&stage) && !letter.channels.contains(&Channel::Phone);
    let call = OpenCall {
        since: first_call_day(dunning, done.event.date),
        stage: Some(stage),
        reason: TaskReason::CallOpen(done.event),
    };
    (open && !has_called(dunning, position, stage))
        .then(|| call_again(dunning, position, stage, call))
}

/// A call that no step asked for and nobody answered, until anything else happened to the invoice. One that names a day to
/// come back to is looked after by that day.
fn call_in_vain<'j>(
    dunning: &DunningState<'j>,
    position: &ItemPosition<'j>,
) -> Option<OpenCall<'j>> {
    let history = dunning.history_of_invoice(position.invoice);
    let missed = history.last_missed_call?;
    let is_reached = history
        .last_call
        .is_some_and(|call| call.date >= missed.date);
    let since = next_day(missed.date);
    let is_late = dunning.journal.items[position.item]
        .due
        .is_some_and(|due| due < since);
    let is_taken_up = dunning
        .history
        .is_invoice_named_since(position.invoice, since);
    let open = is_late && !is_reached && !is_taken_up && missed.follow_up.is_none();
    open.then(|| OpenCall {
        since: first_call_day(dunning, missed.date),
        stage: None,
        reason: TaskReason::CallMissed(missed),
    })
}

/// The next working day: one gives a letter, or a customer, so much time.
fn first_call_day(dunning: &DunningState<'_>, after: NaiveDate) -> NaiveDate {
    let next = next_day(after);
    let law = dunning.journal.home_law();
    let working = law.and_then(|law| law.calendar.roll_to_working_day(next));
    working.unwrap_or(next)
}

/// A call that nobody answered is made again: on the day noted, else on the next working day.
fn call_again<'j>(
    dunning: &DunningState<'j>,
    position: &ItemPosition<'j>,
    stage: &Stage,
    call: OpenCall<'j>,
) -> OpenCall<'j> {
    let missed = dunning
        .history_of_invoice(position.invoice)
        .last_missed_call;
    let missed = missed.filter(|missed| {
        let threshold = first_day_of_call(dunning, position, stage);
        threshold.is_some_and(|threshold| missed.date >= threshold)
    });
    let Some(missed) = missed else {
        return call;
    };
    let again = missed.follow_up;
    OpenCall {
        since: again.unwrap_or_else(|| first_call_day(dunning, missed.date)),
        reason: TaskReason::CallMissed(missed),
        ..call
    }
}

/// Whether a call named the invoice since the step was possible by the due date.
fn has_called(dunning: &DunningState<'_>, position: &ItemPosition<'_>, stage: &Stage) -> bool {
    let since = first_day_of_call(dunning, position, stage);
    let last = dunning.history_of_invoice(position.invoice).last_call;
    last.zip(since)
        .is_some_and(|(phone, since)| phone.date >= since)
}

/// The first day on which a call counts for a step: that on which the step was possible by the due date.
fn first_day_of_call(
    dunning: &DunningState<'_>,
    position: &ItemPosition<'_>,
    stage: &Stage,
) -> Option<NaiveDate> {
    let due = dunning.journal.items[position.item].due;
    due.and_then(|due| stage.threshold.earliest_day(due))
}
