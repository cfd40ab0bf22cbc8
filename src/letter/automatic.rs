//! Letters beside the steps that go out without being asked for: they answer a task of the work list.
//!
//! A part of a plan that was missed is asked for before the steps go on: its letter takes the place of that of the step.
//! The letter of the step says that a promise was broken; a letter of its own says so only where no step is possible yet.

use crate::day::Day;
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::kinds::instalment_missed::INSTALMENT_MISSED;
use crate::letter::kinds::promise_broken::PROMISE_BROKEN;
use crate::worklist::task::{Action, Task, TaskReason};
use crate::worklist::{broken_arrangements, list_tasks_of};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What asks for a letter.
#[derive(Clone, Copy, Debug)]
pub struct LetterTrigger<'j> {
    /// The kind of letter that it asks for.
    pub kind: &'static LetterKind,
    /// The recipient.
    pub customer: CustomerIx,
    /// The entry that it speaks of.
    pub entry: &'j Event,
}

/// The promises and plans of some customers that ask for a letter, the oldest first.
pub fn find_letter_triggers<'j>(
    day: &Day<'j>,
    wanted: impl Fn(CustomerIx) -> bool,
) -> Vec<LetterTrigger<'j>> {
    let tasks = list_tasks_of(day, &[broken_arrangements::find_tasks]).into_iter();
    let tasks = tasks.filter(|task| task.customer.is_some_and(&wanted));
    tasks
        .filter_map(|task| trigger_of_task(day, &task))
        .collect()
}

fn trigger_of_task<'j>(day: &Day<'j>, task: &Task<'j>) -> Option<LetterTrigger<'j>> {
    let customer = task.customer?;
    let (kind, entry) = match (task.action, &task.reason) {
        (Action::PromiseBroken, TaskReason::BrokenPromise(entry, _)) => (&PROMISE_BROKEN, *entry),
        (Action::InstalmentMissed, _) => {
            let mut own = day.history().of_customer(customer);
            let entry = own.find(|event| Some(event.origin) == task.origin)?;
            (&INSTALMENT_MISSED, entry)
        }
        _ => return None,
    };
    Some(LetterTrigger {
        kind,
        customer,
        entry,
    })
}

/// The triggers that no letter of a step answers, and whose invoices nothing holds.
pub fn keep_unanswered<'t, 'j: 't>(
    as_of: NaiveDate,
    triggers: &'t [LetterTrigger<'j>],
    positions: impl Iterator<Item = &'t ItemPosition<'j>>,
    written: &BTreeSet<InvoiceIx>,
) -> Vec<&'t LetterTrigger<'j>> {
    let held = held_invoices(as_of, positions);
    let kept = |named: InvoiceIx| written.contains(&named) || held.contains(&named);
    triggers
        .iter()
        .filter(|trigger| !trigger.entry.invoices().any(kept))
        .collect()
}

/// The invoices with which we decided to wait, that the customer contests, or for which more stands on account than is
/// late.
fn held_invoices<'t, 'j: 't>(
    on: NaiveDate,
    positions: impl Iterator<Item = &'t ItemPosition<'j>>,
) -> BTreeSet<InvoiceIx> {
    let held = positions.filter(|position| {
        let mut holds = position.ladder_position.active_holds(on);
        position.blockers.contains(&Blocker::CreditCoversOverdue)
            || holds.any(|held| {
                held.covers_whole_invoice && matches!(held.hold, Hold::Hold | Hold::Dispute)
            })
    });
    held.map(|position| position.invoice).collect()
}
