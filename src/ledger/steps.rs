//! The record of every step, and which steps may have to be found again.

use super::model::{Allocation, Rule};
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What all steps of one act have in common: where the money comes from, and why it goes there.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// The entry the money (or the cancellation) comes from.
    pub from: MovementIx,
    /// What kind of entry that is.
    pub kind: MovementKind,
    /// The day of that entry. The act itself may be later: a prepayment counts from the invoice date.
    pub dated: NaiveDate,
    /// Why.
    pub rule: Rule,
}

/// A step by its place in the record.
pub type StepNo = usize;

/// Every step so far.
#[derive(Debug, Default)]
pub struct Steps {
    all: Vec<Allocation>,
    of_payment: BTreeMap<MovementIx, Vec<StepNo>>,
    of_invoice: BTreeMap<InvoiceIx, Vec<StepNo>>,
    undone: BTreeSet<StepNo>,
}

impl Steps {
    /// An empty record with room for this many steps.
    pub fn with_room(count: usize) -> Self {
        Self {
            all: Vec::with_capacity(count),
            ..Self::default()
        }
    }

    /// Records a step of any size; one that is larger than a single record holds takes several.
    pub fn push(&mut self, step: Allocation, amount: Minor) -> StepNo {
        let number = self.all.len();
        let mut rest = amount.0;
        while rest != 0 {
            let piece = i64::try_from(rest).unwrap_or(if rest > 0 { i64::MAX } else { i64::MIN });
            self.all.push(Allocation {
                amount: piece,
                ..step
            });
            rest = rest.saturating_sub(piece.into());
        }
        number
    }

    /// The number the next step will get.
    pub const fn next(&self) -> StepNo {
        self.all.len()
    }

    /// A step by its number.
    pub fn get(&self, number: StepNo) -> Option<Allocation> {
        self.all.get(number).copied()
    }

    /// Remembers a step for a reversal of the payment it came from.
    pub fn remember_for_payment(&mut self, payment: MovementIx, number: StepNo) {
        self.of_payment.entry(payment).or_default().push(number);
    }

    /// Remembers a step for the voiding of the invoice it settled.
    pub fn remember_for_invoice(&mut self, invoice: InvoiceIx, number: StepNo) {
        self.of_invoice.entry(invoice).or_default().push(number);
    }

    /// What a payment settled and nothing undid yet, each once: the steps count as undone from here on.
    pub fn undo_payment(&mut self, payment: MovementIx) -> Vec<StepNo> {
        let numbers = self.of_payment.remove(&payment).unwrap_or_default();
        self.fresh(numbers)
    }

    /// What settled an invoice and nothing undid yet, each once: the steps count as undone from here on.
    pub fn undo_invoice(&mut self, invoice: InvoiceIx) -> Vec<StepNo> {
        let numbers = self.of_invoice.remove(&invoice).unwrap_or_default();
        self.fresh(numbers)
    }

    fn fresh(&mut self, mut numbers: Vec<StepNo>) -> Vec<StepNo> {
        numbers.retain(|number| self.undone.insert(*number));
        numbers
    }

    /// The record, in the order taken.
    pub fn into_record(self) -> Vec<Allocation> {
        self.all
    }
}
