//! What was conceded in the disputes of an invoice, and what credit notes took off it since (SPEC.md 10.2).

use crate::journal::model::{Event, InvoiceIx, Journal, MovementIx, MovementKind};
use crate::ledger::model::Ledger;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A dispute, and how it ended.
#[derive(Clone, Copy, Debug)]
pub struct DisputeStatus<'j> {
    /// The `dispute` entry.
    pub dispute: &'j Event,
    /// The last `resolve` before the next dispute; `None` while nobody ended it.
    pub end: Option<&'j Event>,
}

impl<'j> DisputeStatus<'j> {
    /// The entry that ended it, where that conceded something.
    pub fn concession(&self) -> Option<&'j Event> {
        self.end.filter(|end| end.is_concession())
    }
}

/// What was conceded, and not credited yet.
#[derive(Clone, Copy, Debug)]
pub struct Concession<'j> {
    /// The entry that conceded it.
    pub event: &'j Event,
    /// How much; `None`: all that is open.
    pub amount: Option<Minor>,
    /// The day of the dispute: what was credited before it answers something else.
    disputed_on: NaiveDate,
    is_credited: bool,
}

impl<'j> Concession<'j> {
    fn of_dispute(course: &DisputeStatus<'j>) -> Option<Self> {
        let event = course.concession()?;
        let amount = event
            .conceded_amount()
            .or_else(|| course.dispute.disputed_amount());
        Some(Self {
            event,
            amount: amount.map(|amount| amount.minor),
            disputed_on: course.dispute.date,
            is_credited: false,
        })
    }
}

/// What one entry took off an invoice.
#[derive(Clone, Copy, Debug)]
struct DisputeReduction {
    movement: MovementIx,
    date: NaiveDate,
    amount: Minor,
}

/// What credit notes, voids and write-offs took off invoices of which a complaint was right, and when.
#[derive(Debug, Default)]
pub struct DisputeReductions(BTreeMap<InvoiceIx, Vec<DisputeReduction>>);

impl DisputeReductions {
    /// Looks them up.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let upheld = journal.events.iter().filter(|event| event.is_concession());
        let named = upheld.flat_map(Event::invoices);
        let mut found = Self(named.map(|invoice| (invoice, Vec::new())).collect());
        if found.0.is_empty() {
            return found;
        }
        for step in &ledger.allocations {
            let kind = journal.movements[step.movement].kind;
            if !matches!(
                kind,
                MovementKind::Credit | MovementKind::Void | MovementKind::Writeoff
            ) {
                continue;
            }
            let Some(own) = found.0.get_mut(&journal.items[step.item].invoice) else {
                continue;
            };
            match own.last_mut() {
                // One note may take from several instalments.
                Some(last) if last.movement == step.movement => last.amount += step.amount.into(),
                _ => own.push(DisputeReduction {
                    movement: step.movement,
                    date: step.date,
                    amount: step.amount.into(),
                }),
            }
        }
        found
    }

    /// What was conceded in the disputes of an invoice and is not credited by a day. A note answers the oldest concession
    /// first; the first note that answers one says what that came to, be it less than what was conceded, and what it
    /// has beyond that goes off the next.
    pub fn uncredited<'j>(
        &self,
        invoice: InvoiceIx,
        disputes: &[DisputeStatus<'j>],
        as_of: NaiveDate,
    ) -> Vec<Concession<'j>> {
        let mut conceded: Vec<Concession<'j>> =
            disputes.iter().filter_map(Concession::of_dispute).collect();
        let notes = self.0.get(&invoice).into_iter().flatten();
        for note in notes.filter(|note| note.date <= as_of && note.amount.is_positive()) {
            take_note(&mut conceded, note);
        }
        conceded.retain(|concession| !concession.is_credited);
        conceded
    }

    /// What of each such entry answered a concession by a day: the customer was right, and never owed it.
    pub fn answers(
        &self,
        invoice: InvoiceIx,
        disputes: &[DisputeStatus<'_>],
        as_of: NaiveDate,
    ) -> Vec<(MovementIx, Minor)> {
        let mut conceded: Vec<Concession<'_>> =
            disputes.iter().filter_map(Concession::of_dispute).collect();
        let notes = self.0.get(&invoice).into_iter().flatten();
        let notes = notes.filter(|note| note.date <= as_of && note.amount.is_positive());
        let answers = notes.map(|note| (note.movement, take_note(&mut conceded, note)));
        answers.filter(|(_, used)| used.is_positive()).collect()
    }
}

/// Lets a note answer concessions; what of it does.
fn take_note(conceded: &mut [Concession<'_>], note: &DisputeReduction) -> Minor {
    let mut rest = note.amount;
    let waiting = conceded
        .iter_mut()
        .filter(|it| !it.is_credited && it.disputed_on <= note.date);
    for (place, concession) in waiting.enumerate() {
        match concession.amount {
            Some(wanted) if place > 0 && rest < wanted => {
                concession.amount = Some(wanted - rest);
                return note.amount;
            }
            Some(wanted) if rest > wanted => {
                concession.is_credited = true;
                rest -= wanted;
            }
            _ => {
                concession.is_credited = true;
                return note.amount;
            }
        }
    }
    note.amount - rest
}
