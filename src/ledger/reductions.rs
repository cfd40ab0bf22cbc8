//! What lowered the principal of each open item, apart: paid, set off, or written off in the books alone; and what was paid
//! that went to charges.
//!
//! The customer is told of these by different words. A write-off is none of his business: he owes as much as before
//! (SPEC.md 6.11).

use super::model::{Allocation, AllocationRule, Ledger, Status};
use crate::journal::model::{Component, ItemIx, Journal, MovementKind};
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// What an entry did to what is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReductionKind {
    /// Money came, or went back.
    Paid,
    /// A credit note, money on account or a discount was set off.
    SetOff,
    /// A settlement was reached: the rest was given up.
    GivenUp,
    /// It was written off in the books, which the customer is not told.
    WrittenOff,
}

impl ReductionKind {
    /// Of a step that an entry took.
    pub const fn of_step(step: &Allocation, kind: MovementKind) -> Self {
        match (step.rule, kind) {
            (AllocationRule::WrittenOff, _) | (_, MovementKind::Writeoff) => Self::WrittenOff,
            (AllocationRule::Settlement, _) => Self::GivenUp,
            (AllocationRule::Discount, _) => Self::SetOff,
            (_, MovementKind::Payment | MovementKind::Reversal) => Self::Paid,
            _ => Self::SetOff,
        }
    }
}

/// What lowered the principal of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemReductions {
    /// Paid in money.
    pub paid: Minor,
    /// Money that went to costs, fees and interest of the invoice; on its first item.
    pub paid_to_charges: Minor,
    /// Set off, or given up to the customer.
    pub set_off: Minor,
    /// Written off in the books.
    pub written_off: Minor,
}

impl ItemReductions {
    fn add(&mut self, kind: ReductionKind, amount: Minor) {
        *match kind {
            ReductionKind::Paid => &mut self.paid,
            ReductionKind::SetOff | ReductionKind::GivenUp => &mut self.set_off,
            ReductionKind::WrittenOff => &mut self.written_off,
        } += amount;
    }
}

/// The reductions of open items that had any. One walk over the steps.
pub fn reductions_of_open_items(
    journal: &Journal,
    ledger: &Ledger,
) -> BTreeMap<ItemIx, ItemReductions> {
    let mut found: BTreeMap<ItemIx, ItemReductions> = BTreeMap::new();
    for step in &ledger.allocations {
        if ledger.items[step.item].status != Status::Open {
            continue;
        }
        let kind = ReductionKind::of_step(step, journal.movements[step.movement].kind);
        if step.component == Component::Principal {
            let reductions = found.entry(step.item).or_default();
            reductions.add(kind, step.amount.into());
        } else if kind == ReductionKind::Paid {
            let reductions = found.entry(step.item).or_default();
            reductions.paid_to_charges += step.amount.into();
        }
    }
    found
}
