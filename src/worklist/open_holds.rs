//! Disputes that nobody answered, credit notes that were conceded and not written, and holds that nobody ends: what has no day to come back to comes back every day.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::{Hold, HoldPeriod};
use crate::journal::model::InvoiceIx;
use crate::text::span::Origin;
use crate::value::money::{Minor, Money};
use std::collections::{BTreeMap, BTreeSet};

/// Finds disputes, concessions and holds without an end: one task for each entry.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let as_of = day.as_of();
    let mut found: BTreeMap<Origin, (Action, &HoldPeriod<'j>, Vec<&ItemPosition<'j>>)> =
        BTreeMap::new();
    for position in day.positions() {
        for held in position.ladder_position.active_holds(as_of) {
            let action = match held.hold {
                Hold::Dispute => Action::Dispute,
                Hold::Conceded => Action::CreditNote,
                Hold::Hold if held.event.hold_until().is_none() => Action::Hold,
                _ => continue,
            };
            if held.event.follow_up.is_none() {
                let entry = (action, held, Vec::new());
                found
                    .entry(held.event.origin)
                    .or_insert(entry)
                    .2
                    .push(position);
            }
        }
    }
    for (action, held, positions) in found.into_values() {
        let event = held.event;
        let task = Task::new(event.date, action, TaskReason::OpenEntry(event));
        let task = task.about(day, &positions);
        let named = match (held.amount, task.amount) {
            (Some(amount), Some(open)) => Some(Money::new(amount, open.currency)),
            _ => event.disputed_amount(),
        };
        let open = open_amount(day, &positions);
        let amount = match action {
            Action::CreditNote => open.map(|open| Money {
                minor: conceded_amount(day, held, &positions),
                ..open
            }),
            _ => named
                .zip(open)
                .map(|(disputed, open)| cap_to_open(disputed, open)),
        };
        let amount = amount.or(task.amount);
        tasks.push(Task { amount, ..task }.resting_on(event));
    }
}

/// The credit note that an entry asks for.
fn conceded_amount(day: &Day<'_>, held: &HoldPeriod<'_>, positions: &[&ItemPosition<'_>]) -> Minor {
    let invoices: BTreeSet<InvoiceIx> = positions.iter().map(|it| it.invoice).collect();
    let dunning = day.dunning();
    let all = invoices
        .into_iter()
        .flat_map(|it| dunning.credit_notes_due(it));
    let own = all.filter(|(event, _)| event.origin == held.event.origin);
    own.map(|(_, amount)| amount).sum()
}

/// What is open of some items of one currency.
fn open_amount(day: &Day<'_>, positions: &[&ItemPosition<'_>]) -> Option<Money> {
    let first = positions.first()?;
    let items = positions.iter().map(|it| day.ledger.items[it.item].open);
    let open: Minor = items.map(Minor::from).sum();
    Some(Money::new(
        open,
        day.journal.invoices[first.invoice].currency,
    ))
}

/// Nobody can dispute more than is open.
fn cap_to_open(disputed: Money, open: Money) -> Money {
    if disputed.currency == open.currency && disputed.minor > open.minor {
        open
    } else {
        disputed
    }
}
