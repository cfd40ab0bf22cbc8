//! Calls that a step asks for beside its letter, or instead of one: open until a `phone` entry names the invoice.

use super::letters::About;
use super::morning::Morning;
use super::task::{Action, Reason, Task};
use crate::dunning::position::{Dunning, Position};
use crate::dunning::standing::Next;
use crate::journal::ladder::Stage;
use crate::value::channel::Channel;
use chrono::NaiveDate;

/// A call that is open: since when, of which step, and why.
struct Call<'j> {
    since: NaiveDate,
    stage: &'j Stage,
    reason: Reason<'j>,
}

/// A call that is open, and the item it is about.
type Open<'d, 'j> = (Call<'j>, &'d Position<'j>);

/// Finds calls to make: one for each customer and currency.
pub fn find<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let dunning = morning.dunning;
    let open = morning.positions().iter();
    let mut open: Vec<Open<'_, 'j>> = open
        .filter_map(|position| Some((call(dunning, position)?, position)))
        .collect();
    open.sort_by_cached_key(|(_, position)| dunning.letter(position));
    let whom = |(_, position): &Open<'_, 'j>| dunning.letter(position);
    for group in open.chunk_by(|one, other| whom(one) == whom(other)) {
        tasks.extend(task(dunning, group));
    }
}

fn task<'j>(dunning: &Dunning<'j>, group: &[Open<'_, 'j>]) -> Option<Task<'j>> {
    let positions: Vec<&Position<'j>> = group.iter().map(|(_, position)| *position).collect();
    let about = About::of(dunning, &positions);
    let (call, first) = group.iter().min_by_key(|(call, _)| call.since)?;
    Some(Task {
        since: call.since,
        action: Action::Phone,
        customer: first.customer,
        stage: Some(call.stage),
        channels: vec![Channel::Phone],
        amount: Some(about.amount),
        days: Some(about.days),
        reason: call.reason.clone(),
        origin: about
            .invoices
            .first()
            .map(|first| dunning.journal.invoices[*first].origin),
        invoices: about.invoices,
    })
}

/// The call that is open for an item: of the step that is possible, else of the step whose letter went out last.
fn call<'j>(dunning: &Dunning<'j>, position: &Position<'j>) -> Option<Call<'j>> {
    let on = dunning.on();
    let standing = &position.standing;
    if !position.gates.is_empty() || standing.standing_holds(on).any(|held| held.whole) {
        return None;
    }
    if position.is_possible(on)
        && let Some(stage) = standing.next_stage().filter(|stage| stage.has_call())
        && !called(dunning, position, stage)
    {
        let next = standing.next.as_ref()?;
        let deciding = *next.waits.iter().max_by_key(|wait| wait.from)?;
        return Some(Call {
            since: Next::from(next)?,
            stage,
            reason: Reason::Possible(deciding),
        });
    }
    let (done, stage) = standing.done.zip(standing.done_stage())?;
    let letter = done.event.sent_letter()?;
    let open = stage.has_call() && !letter.channels.contains(&Channel::Phone);
    (open && !called(dunning, position, stage)).then_some(Call {
        since: done.event.date,
        stage,
        reason: Reason::CallOpen(done.event),
    })
}

/// Whether a call named the invoice since the step was possible by the due date.
fn called(dunning: &Dunning<'_>, position: &Position<'_>, stage: &Stage) -> bool {
    let due = dunning.journal.items[position.item].due;
    let since = due.and_then(|due| stage.threshold.earliest_day(due));
    let last = dunning.tracks.invoice(position.invoice).phone;
    last.zip(since)
        .is_some_and(|(phone, since)| phone.date >= since)
}
