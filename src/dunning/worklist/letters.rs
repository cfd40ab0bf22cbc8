//! Letters that can be sent, and claims that can be handed over: one task for each `sent` or `handover` entry to come.

use super::task::{Action, Task, TaskReason};
use super::worklist_input::WorklistInput;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::hold::Hold;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::value::calendar::days_between;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Finds letters and hand-overs that are due.
pub fn find_tasks<'j>(morning: &WorklistInput<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let on = morning.dunning.as_of();
    let possible = morning.positions().iter().filter(|position| {
        let stage = position.ladder_position.next_stage();
        position.is_possible(on) && stage.is_some_and(|stage| !stage.is_only_a_call())
    });
    let mut possible: Vec<&ItemPosition<'j>> = possible.collect();
    let entry = |position: &&ItemPosition<'j>| entry_key(morning.dunning, position);
    possible.sort_by_cached_key(entry);
    for group in possible.chunk_by(|one, other| entry(one) == entry(other)) {
        tasks.extend(build_task(morning.dunning, group));
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

/// What a letter or a call is about.
#[derive(Debug)]
pub struct TaskSubject {
    /// Its invoices, the one due first before the others.
    pub invoices: Vec<InvoiceIx>,
    /// What may be asked: principal that is not disputed, and what is claimed beside it.
    pub amount: Money,
    /// How late the item due first is.
    pub days: i64,
}

impl TaskSubject {
    /// What some positions of one customer and currency are about.
    pub fn from_positions(dunning: &DunningState<'_>, group: &[&ItemPosition<'_>]) -> Self {
        let mut items: Vec<_> = group
            .iter()
            .map(|position| (dunning.journal.items[position.item].due, position))
            .collect();
        items.sort_by_key(|(due, position)| {
            (
                due.is_none(),
                *due,
                dunning.journal.invoice_no(position.invoice),
            )
        });
        let days = items
            .first()
            .and_then(|(due, _)| *due)
            .map_or(0, |due| days_between(due, dunning.as_of()));
        let mut invoices: Vec<InvoiceIx> = Vec::new();
        let mut known = BTreeSet::new();
        let mut sum = Minor::ZERO;
        let mut currency = dunning.journal.currency;
        for (_, position) in items {
            sum += dunning.ledger.items[position.item].open.into();
            currency = dunning.journal.invoices[position.invoice].currency;
            if known.insert(position.invoice) {
                sum +=
                    dunning.charges_on(position.invoice) - disputed_part(position, dunning.as_of());
                invoices.push(position.invoice);
            }
        }
        Self {
            invoices,
            amount: Money::new(sum, currency),
            days,
        }
    }
}

/// The part of an invoice about which the customer argues; its letters leave that out.
pub fn disputed_part(position: &ItemPosition<'_>, on: NaiveDate) -> Minor {
    let mut holds = position.ladder_position.active_holds(on);
    let dispute = holds.find(|held| held.hold == Hold::Dispute && !held.covers_whole_invoice);
    let amount = dispute.and_then(|held| held.event.disputed_amount());
    amount.map_or(Minor::ZERO, |amount| amount.minor)
}
