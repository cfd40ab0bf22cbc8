//! What was promised or planned and has not come in yet, invoice by invoice.
//!
//! A promise about several invoices fills them in the order in which it names them, and so does a plan.

use super::expectation::{Case, Why};
use crate::dunning::arrangement::fate;
use crate::dunning::hold::Hold;
use crate::dunning::position::Dunning;
use crate::journal::model::{Event, InvoiceIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A part of an invoice that was promised or planned for a day.
#[derive(Clone, Copy, Debug)]
pub struct Slice<'j> {
    /// How much; `None`: all of it.
    pub amount: Option<Minor>,
    /// For which day, but not before the day of the ledger.
    pub day: NaiveDate,
    /// By which entry.
    pub why: Why<'j>,
}

/// What was promised or planned, by invoice.
#[derive(Debug, Default)]
pub struct Arranged<'j>(BTreeMap<InvoiceIx, Vec<Slice<'j>>>);

impl<'j> Arranged<'j> {
    /// The promises and plans that stand.
    pub fn of(dunning: &Dunning<'j>, cases: &[Case<'j>]) -> Self {
        let mut arranged = Self::default();
        for hold in [Hold::Promise, Hold::Plan] {
            for (event, open) in standing(cases, hold) {
                let slices = match hold {
                    Hold::Promise => promised(dunning, event),
                    _ => planned(dunning, event),
                };
                arranged.spread(event, &open, slices);
            }
        }
        arranged
    }

    /// What was promised or planned for an invoice: promises first.
    pub fn slices(&self, invoice: InvoiceIx) -> &[Slice<'j>] {
        self.0.get(&invoice).map_or(&[], Vec::as_slice)
    }

    /// Gives each invoice its part: the first named as much as it can take.
    fn spread(
        &mut self,
        event: &'j Event,
        open: &BTreeMap<InvoiceIx, Minor>,
        mut slices: Vec<Slice<'j>>,
    ) {
        for invoice in event.invoices() {
            let Some(open) = open.get(&invoice) else {
                continue;
            };
            let mut room = *open;
            for slice in &mut slices {
                let part = slice.amount.map_or(room, |left| left.min(room));
                if !part.is_positive() {
                    continue;
                }
                room -= part;
                slice.amount = slice.amount.map(|left| left - part);
                self.0.entry(invoice).or_default().push(Slice {
                    amount: Some(part),
                    ..*slice
                });
            }
        }
    }
}

/// The promises, or the plans, that stand: each with the invoices it holds, and what is open of them.
fn standing<'j>(cases: &[Case<'j>], hold: Hold) -> Vec<(&'j Event, BTreeMap<InvoiceIx, Minor>)> {
    let mut found: BTreeMap<u32, (&'j Event, BTreeMap<InvoiceIx, Minor>)> = BTreeMap::new();
    for case in cases {
        if let Some(event) = case.held(hold) {
            let mut open = Minor::ZERO;
            for (_, amount) in &case.open {
                open += *amount;
            }
            let (_, invoices) = found
                .entry(event.origin.0)
                .or_insert_with(|| (event, BTreeMap::new()));
            invoices.insert(case.invoice, open);
        }
    }
    found.into_values().collect()
}

/// What is left of a promise. One without an amount is about all that is open.
fn promised<'j>(dunning: &Dunning<'j>, promise: &'j Event) -> Vec<Slice<'j>> {
    let as_of = dunning.ledger.as_of.0;
    let (Some(made), Some(invoice)) = (promise.promise(), promise.invoice) else {
        return Vec::new();
    };
    let policy = dunning.steps.calendar.policy(invoice, as_of);
    let (_, received) = fate(&dunning.steps.receipts, promise, policy, as_of);
    let slice = made.deadline.map(|by| Slice {
        amount: made.amount.map(|promised| promised.minor - received),
        day: by.max(as_of),
        why: Why::Promised(promise),
    });
    slice.into_iter().collect()
}

/// The terms of a plan that are not met yet; what came in for its invoices met the first of them.
fn planned<'j>(dunning: &Dunning<'j>, plan: &'j Event) -> Vec<Slice<'j>> {
    let as_of = dunning.ledger.as_of.0;
    let receipts = &dunning.steps.receipts;
    let counted = receipts.counted(plan.invoices(), plan.date, as_of);
    let mut came = Minor::ZERO;
    for amount in counted.into_values() {
        came += amount;
    }
    let instalments = plan.plan().map_or(&[][..], |plan| &plan.instalments);
    let mut slices = Vec::new();
    for term in instalments {
        let met = came.min(term.amount.minor).max(Minor::ZERO);
        came -= met;
        slices.push(Slice {
            amount: Some(term.amount.minor - met),
            day: term.due.max(as_of),
            why: Why::Planned(plan),
        });
    }
    slices
}
