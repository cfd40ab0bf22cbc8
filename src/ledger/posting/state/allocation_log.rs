//! The record of every step, and which steps may have to be found again.

use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::value::money::{Minor, Minor64};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What all steps of one act have in common: where the money comes from, and why it goes there.
#[derive(Clone, Copy, Debug)]
pub struct AllocationSource {
    /// The entry the money (or the cancellation) comes from.
    pub movement: MovementIx,
    /// What kind of entry that is.
    pub kind: MovementKind,
    /// The day of that entry. The act itself may be later: a prepayment counts from the invoice date.
    pub entry_date: NaiveDate,
    /// Why.
    pub rule: AllocationRule,
}

/// A step by its place in the record.
pub type AllocationNo = usize;

/// Every step so far.
#[derive(Debug, Default)]
pub struct AllocationLog {
    allocations: Vec<Allocation>,
    by_payment: BTreeMap<MovementIx, Vec<AllocationNo>>,
    by_invoice: BTreeMap<InvoiceIx, Vec<AllocationNo>>,
    undone: BTreeSet<AllocationNo>,
}

impl AllocationLog {
    /// An empty record with room for this many steps.
    pub fn with_capacity(count: usize) -> Self {
        Self {
            allocations: Vec::with_capacity(count),
            ..Self::default()
        }
    }

    /// Records a step of any size; one that is larger than a single record holds takes several.
    pub fn push(&mut self, step: Allocation, amount: Minor) -> AllocationNo {
        let number = self.allocations.len();
        let mut rest = amount;
        while !rest.is_zero() {
            let piece = Minor64::saturating_from(rest);
            self.allocations.push(Allocation {
                amount: piece,
                ..step
            });
            rest -= piece.into();
        }
        number
    }

    /// The number the next step will get.
    pub const fn next_number(&self) -> AllocationNo {
        self.allocations.len()
    }

    /// A step by its number.
    pub fn get(&self, number: AllocationNo) -> Option<Allocation> {
        self.allocations.get(number).copied()
    }

    /// Remembers a step for a reversal of the payment it came from.
    pub fn index_by_payment(&mut self, payment: MovementIx, number: AllocationNo) {
        self.by_payment.entry(payment).or_default().push(number);
    }

    /// Remembers a step for the voiding of the invoice it settled.
    pub fn index_by_invoice(&mut self, invoice: InvoiceIx, number: AllocationNo) {
        self.by_invoice.entry(invoice).or_default().push(number);
    }

    /// What a payment settled and nothing undid yet, each once: the steps count as undone from here on.
    pub fn take_by_payment(&mut self, payment: MovementIx) -> Vec<AllocationNo> {
        let numbers = self.by_payment.remove(&payment).unwrap_or_default();
        self.mark_undone(numbers)
    }

    /// What settled an invoice and nothing undid yet, each once: the steps count as undone from here on.
    pub fn take_by_invoice(&mut self, invoice: InvoiceIx) -> Vec<AllocationNo> {
        let numbers = self.by_invoice.remove(&invoice).unwrap_or_default();
        self.mark_undone(numbers)
    }

    fn mark_undone(&mut self, mut numbers: Vec<AllocationNo>) -> Vec<AllocationNo> {
        numbers.retain(|number| self.undone.insert(*number));
        numbers
    }

    /// The record, in the order taken.
    pub fn into_allocations(self) -> Vec<Allocation> {
        self.allocations
    }
}
