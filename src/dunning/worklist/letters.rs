//! Letters that can be sent, and claims that can be handed over: one task for each `sent` or `handover` entry to come.

use super::morning::Morning;
use super::task::{Action, Reason, Task};
use crate::dunning::hold::Hold;
use crate::dunning::position::{Dunning, Position};
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::value::calendar::days_between;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Finds letters and hand-overs that are due.
pub fn find<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let on = morning.dunning.on();
    let possible = morning.positions().iter().filter(|position| {
        let stage = position.standing.next_stage();
        position.is_possible(on) && stage.is_some_and(|stage| !stage.is_only_a_call())
    });
    let mut possible: Vec<&Position<'j>> = possible.collect();
    let entry = |position: &&Position<'j>| entry(morning.dunning, position);
    possible.sort_by_cached_key(entry);
    for group in possible.chunk_by(|one, other| entry(one) == entry(other)) {
        tasks.extend(task(morning.dunning, group));
    }
}

/// What one entry of the journal can answer: one customer, one currency, one stage.
fn entry<'j>(
    dunning: &Dunning<'j>,
    position: &Position<'j>,
) -> (Option<CustomerIx>, Currency, Option<&'j str>) {
    let (customer, currency) = dunning.letter(position);
    let stage = position.standing.next_stage().map(|stage| &*stage.name);
    (customer, currency, stage)
}

fn task<'j>(dunning: &Dunning<'j>, group: &[&Position<'j>]) -> Option<Task<'j>> {
    let first = *group.iter().min_by_key(|position| from(position))?;
    let stage = first.standing.next_stage()?;
    let waits = &first.standing.next.as_ref()?.waits;
    let deciding = *waits.iter().max_by_key(|wait| wait.from)?;
    let handover = *stage.name == *HANDOVER_STAGE;
    let about = About::of(dunning, group);
    let channels = match first.customer {
        Some(customer) => dunning.gates.usable(customer, stage),
        None => stage.channels.clone(),
    };
    Some(Task {
        since: from(first)?,
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
        reason: Reason::Possible(deciding),
        origin: about
            .invoices
            .first()
            .map(|first| dunning.journal.invoices[*first].origin),
        invoices: about.invoices,
    })
}

fn from(position: &Position<'_>) -> Option<NaiveDate> {
    position.standing.next.as_ref()?.from()
}

/// What a letter or a call is about.
#[derive(Debug)]
pub struct About {
    /// Its invoices, the one due first before the others.
    pub invoices: Vec<InvoiceIx>,
    /// What may be asked: principal that is not disputed, and what is claimed beside it.
    pub amount: Money,
    /// How late the item due first is.
    pub days: i64,
}

impl About {
    /// What some positions of one customer and currency are about.
    pub fn of(dunning: &Dunning<'_>, group: &[&Position<'_>]) -> Self {
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
            .map_or(0, |due| days_between(due, dunning.on()));
        let mut invoices: Vec<InvoiceIx> = Vec::new();
        let mut known = BTreeSet::new();
        let mut sum = Minor::ZERO;
        let mut currency = dunning.journal.currency;
        for (_, position) in items {
            sum += dunning.ledger.items[position.item].open.into();
            currency = dunning.journal.invoices[position.invoice].currency;
            if known.insert(position.invoice) {
                sum += dunning.charges(position.invoice) - disputed(position, dunning.on());
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
pub fn disputed(position: &Position<'_>, on: NaiveDate) -> Minor {
    let mut holds = position.standing.standing_holds(on);
    let dispute = holds.find(|held| held.hold == Hold::Dispute && !held.whole);
    let amount = dispute.and_then(|held| held.event.disputed_amount());
    amount.map_or(Minor::ZERO, |amount| amount.minor)
}
