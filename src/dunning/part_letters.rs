//! Which parts of an invoice an entry of a step is about. An entry names invoices; of an invoice in parts it asks those
//! whose step it was on its day, and the others stand where they stood (SPEC.md 11.2).

use super::history::{DunningHistory, StepCompletion};
use crate::journal::ladder::{Stage, Threshold};
use crate::journal::model::{Event, InvoiceIx, ItemIx, Journal, Policy};
use crate::ledger::model::{Ledger, Status};
use crate::text::span::Origin;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The parts of one invoice that each of its entries of a step is about; none for an invoice that has one part.
#[derive(Clone, Debug, Default)]
pub struct PartsOfEntries(BTreeMap<Origin, Vec<ItemIx>>);

impl PartsOfEntries {
    /// The parts that an entry is about; `None`: all that were late on its day.
    pub fn of_entry(&self, entry: &Event) -> Option<&[ItemIx]> {
        self.0.get(&entry.origin).map(Vec::as_slice)
    }
}

/// The entries about an invoice, as far as they are about one of its parts.
#[derive(Clone, Copy)]
pub struct PartLetters<'h, 'j> {
    /// What was said about the invoice.
    pub own: &'h DunningHistory<'j>,
    /// Which parts its entries are about.
    pub parts: &'h PartsOfEntries,
    /// The part.
    pub item: ItemIx,
    /// Its due date.
    pub due: NaiveDate,
}

impl<'j> PartLetters<'_, 'j> {
    /// The last entry that did a step for the part.
    pub fn find_covering_event(
        &self,
        stage: &Stage,
        done: &StepCompletion<'j>,
    ) -> Option<&'j Event> {
        let mut events = done.latest_first();
        events.find(|event| self.is_covering(event, stage))
    }

    /// Whether an entry does a step for the part.
    pub fn is_covering(&self, event: &Event, stage: &Stage) -> bool {
        let parts = self.parts.of_entry(event);
        is_in_time(event, stage, self.due) && parts.is_none_or(|parts| parts.contains(&self.item))
    }
}

/// Whether an entry comes in time to do a step for what is due on a day: a letter covers what was late on its day, one before
/// the due date what was not, a hand-over all.
fn is_in_time(event: &Event, stage: &Stage, due: NaiveDate) -> bool {
    let in_time = match stage.threshold {
        Threshold::Before(_) => event.date <= due,
        Threshold::After(_) => event.date > due,
    };
    in_time || event.handover().is_some()
}

/// The step that a part has done, and the entry that did it.
pub type PartStep<'j> = (usize, &'j Event);

/// An invoice in parts, and what decides whose turn a step is.
pub struct PartCalendar<'r, 'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// Who owes what on the day.
    pub ledger: &'j Ledger,
    /// The policy that rules the calendar of a day.
    pub policy_on: &'r dyn Fn(NaiveDate) -> &'j Policy,
    /// Whether a step, by its place, was the next of a part and possible on a day, by what earlier days did.
    pub is_turn: &'r dyn Fn(ItemIx, Option<PartStep<'j>>, usize, NaiveDate) -> bool,
}

impl<'j> PartCalendar<'_, 'j> {
    /// The parts that the entries of steps about an invoice are about, worked out day by day.
    pub fn of_entries(&self, invoice: InvoiceIx, own: &DunningHistory<'j>) -> PartsOfEntries {
        let mut found = PartsOfEntries::default();
        let items: Vec<ItemIx> = self.journal.items_of(invoice).collect();
        if items.len() < 2 || own.completions.is_empty() {
            return found;
        }
        let entries = own.completions.iter().flat_map(|done| &done.events);
        let mut entries: Vec<&'j Event> = entries.copied().collect();
        entries.sort_by_key(|event| event.order_key());
        let mut done: BTreeMap<ItemIx, PartStep<'j>> = BTreeMap::new();
        for of_day in entries.chunk_by(|one, other| one.date == other.date) {
            let Some(day) = of_day.first().map(|event| event.date) else {
                continue;
            };
            let policy = (self.policy_on)(day);
            let before = done.clone();
            for event in of_day {
                let Some((place, stage)) = stage_of_entry(policy, event) else {
                    continue;
                };
                let asked = self.asked_by(event, (place, stage), (&items, &before));
                for item in &asked {
                    let known = done.entry(*item).or_insert((place, event));
                    if known.0 <= place {
                        *known = (place, event);
                    }
                }
                found.0.insert(event.origin, asked);
            }
        }
        found
    }

    /// The parts that an entry is about: those whose step it was by their own days; where there are none, those that had
    /// it before; else all that it could be about, since it went out before its turn.
    fn asked_by(
        &self,
        event: &'j Event,
        (place, stage): (usize, &Stage),
        (items, done): (&[ItemIx], &BTreeMap<ItemIx, PartStep<'j>>),
    ) -> Vec<ItemIx> {
        let due = |item: ItemIx| self.journal.items[item].due;
        let keep = |from: &[ItemIx], wanted: &dyn Fn(ItemIx) -> bool| {
            let kept = from.iter().copied().filter(|item| wanted(*item));
            kept.collect::<Vec<ItemIx>>()
        };
        let late = keep(items, &|item| {
            due(item).is_some_and(|due| is_in_time(event, stage, due))
        });
        if event.handover().is_some() {
            return late;
        }
        let open = keep(&late, &|item| self.was_open(item, event.date));
        let open = if open.is_empty() { late } else { open };
        let step_of = |item: ItemIx| done.get(&item).copied();
        let turn = keep(&open, &|item| {
            (self.is_turn)(item, step_of(item), place, event.date)
        });
        let again = keep(&open, &|item| {
            step_of(item).is_some_and(|(known, _)| known >= place)
        });
        let found = [turn, again].into_iter().find(|parts| !parts.is_empty());
        found.unwrap_or(open)
    }

    /// Whether something of a part was open at the beginning of a day.
    fn was_open(&self, item: ItemIx, day: NaiveDate) -> bool {
        let state = self.ledger.items[item];
        state.status == Status::Open || state.closed.is_none_or(|closed| closed >= day)
    }
}

/// The step of an entry in the ladder of a policy, with its place.
fn stage_of_entry<'j>(policy: &'j Policy, event: &Event) -> Option<(usize, &'j Stage)> {
    let name = event.completed_stage()?;
    let mut ladder = policy.ladder().iter().enumerate();
    ladder.find(|(_, stage)| *stage.name == *name)
}
