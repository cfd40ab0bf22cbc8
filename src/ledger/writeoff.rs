//! Write-offs: money given up, and recovered when it comes after all.

use super::allocation_log::AllocationSource;
use super::invoice_flags::InvoiceFlag;
use super::model::{AllocationRule, FaultKind, Status};
use super::posting_state::PostingState;
use super::principal::settlement_order;
use crate::journal::model::{Component, InvoiceIx, ItemIx, Journal, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// In which turn what was given up is recovered: as it would have been settled, the first write-off first.
type RecoveryKey = (Component, (bool, Option<NaiveDate>, ItemIx), u32);

/// What of an invoice was written off and is not recovered.
#[derive(Debug, Default)]
pub struct UnrecoveredWriteoffs {
    remaining: BTreeMap<RecoveryKey, (MovementIx, Minor)>,
    order: BTreeMap<MovementIx, u32>,
}

impl UnrecoveredWriteoffs {
    fn record_writeoff(
        &mut self,
        journal: &Journal,
        writeoff: MovementIx,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        let count = u32::try_from(self.order.len()).unwrap_or(u32::MAX);
        let place = *self.order.entry(writeoff).or_insert(count);
        let turn = (component, settlement_order(journal, item), place);
        let entry = self
            .remaining
            .entry(turn)
            .or_insert((writeoff, Minor::ZERO));
        entry.1 += amount;
    }

    fn first(&self) -> Option<(RecoveryKey, MovementIx, Minor)> {
        let (turn, (writeoff, left)) = self.remaining.first_key_value()?;
        Some((*turn, *writeoff, *left))
    }

    fn reduce_by(&mut self, turn: RecoveryKey, by: Minor) {
        if let Some((_, left)) = self.remaining.get_mut(&turn) {
            *left -= by;
            if left.is_zero() {
                self.remaining.remove(&turn);
            }
        }
    }

    /// Whether principal of an item is still given up.
    fn has_principal_of(&self, journal: &Journal, item: ItemIx) -> bool {
        let from = |place| (Component::Principal, settlement_order(journal, item), place);
        self.remaining
            .range(from(0)..=from(u32::MAX))
            .next()
            .is_some()
    }
}

impl PostingState<'_> {
    /// Writes off an invoice: all of it, or this much of its principal.
    pub fn write_off(&mut self, ix: MovementIx) {
        let Some(invoice) = self.available_invoice(ix) else {
            return;
        };
        let amount = self.journal.movements[ix].minor();
        let open = self.principal.open_amount(invoice);
        if amount > open {
            self.record_fault(ix, FaultKind::WriteoffExceedsOpen { open });
            return;
        }
        let act = self.allocation_source(ix, AllocationRule::WrittenOff);
        let begin = self.allocations.next_number();
        if amount.is_zero() {
            self.close_invoice(act, invoice);
        } else {
            self.allocate_to_principal(act, invoice, amount);
        }
        for number in begin..self.allocations.next_number() {
            if let Some(step) = self.allocations.get(number) {
                self.record_writeoff(ix, step.item, step.component, step.amount.into());
            }
        }
    }

    fn record_writeoff(
        &mut self,
        ix: MovementIx,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        let invoice = self.journal.items[item].invoice;
        self.flags[invoice].set(InvoiceFlag::WrittenOff);
        let given_up = self.writeoffs.entry(invoice).or_default();
        given_up.record_writeoff(self.journal, ix, item, component, amount);
    }

    /// Takes money for what was written off: the write-off is lessened, nothing opens. Says what is left of it.
    pub fn recover_writeoff(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        money: Minor,
    ) -> Minor {
        let mut left = money;
        while left.is_positive() {
            let Some(first) = self
                .writeoffs
                .get(&invoice)
                .and_then(UnrecoveredWriteoffs::first)
            else {
                break;
            };
            left -= self.recover_part(act, invoice, first, left);
        }
        left
    }

    fn recover_part(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        (turn, writeoff, given_up): (RecoveryKey, MovementIx, Minor),
        money: Minor,
    ) -> Minor {
        let part = money.min(given_up);
        let (component, (.., item), _) = turn;
        let taken = AllocationSource {
            rule: AllocationRule::Recovered,
            ..act
        };
        self.record_allocation(taken, item, component, part);
        self.record_allocation(
            self.allocation_source(writeoff, AllocationRule::Recovered),
            item,
            component,
            -part,
        );
        let Some(given_up) = self.writeoffs.get_mut(&invoice) else {
            return part;
        };
        given_up.reduce_by(turn, part);
        if component == Component::Principal && !given_up.has_principal_of(self.journal, item) {
            self.principal.restate(item, Status::Paid, self.today);
        }
        part
    }

    /// Undoes a recovery: the write-off counts again.
    pub fn undo_recovery(
        &mut self,
        writeoff: MovementIx,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        let act = self.allocation_source(writeoff, AllocationRule::Recovered);
        self.record_allocation(act, item, component, amount);
        self.record_writeoff(writeoff, item, component, amount);
        if component == Component::Principal {
            self.principal
                .restate(item, Status::WrittenOff, act.entry_date);
        }
    }
}
