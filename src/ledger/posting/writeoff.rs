//! Write-offs: money given up, and recovered when it comes after all.

use super::posting_state::PostingState;
use super::state::allocation_log::AllocationSource;
use super::state::invoice_flags::InvoiceFlag;
use super::state::writeoffs::RecoveredPart;
use crate::journal::model::{Component, InvoiceIx, ItemIx, MovementIx};
use crate::ledger::model::{AllocationRule, FaultKind, Status};
use crate::value::money::Minor;

impl PostingState<'_> {
    /// Writes off an invoice: all of it, or this much of its principal.
    pub fn write_off(&mut self, ix: MovementIx) {
        let Some(invoice) = self.available_invoice(ix) else {
            return;
        };
        let amount = self.journal().movements[ix].minor();
        let open = self.open_principal(invoice);
        if amount > open {
            self.record_fault(ix, FaultKind::WriteoffExceedsOpen { open });
            return;
        }
        let act = self.allocation_source(ix, AllocationRule::WrittenOff);
        let begin = self.next_allocation();
        if amount.is_zero() {
            self.close_invoice(act, invoice);
        } else {
            self.allocate_to_principal(act, invoice, amount);
        }
        for number in begin..self.next_allocation() {
            if let Some(step) = self.allocation(number) {
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
        let journal = self.journal();
        self.set_flag(journal.items[item].invoice, InvoiceFlag::WrittenOff);
        self.writeoffs()
            .record_writeoff(journal, ix, item, component, amount);
    }

    /// Takes money for what was written off: the write-off is lessened, nothing opens. Says what is left of it.
    pub fn recover_writeoff(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        money: Minor,
    ) -> Minor {
        let journal = self.journal();
        let mut left = money;
        while left.is_positive() {
            let Some(part) = self.writeoffs().recover_first(journal, invoice, left) else {
                break;
            };
            self.record_recovery(act, part);
            left -= part.amount;
        }
        left
    }

    fn record_recovery(&mut self, act: AllocationSource, part: RecoveredPart) {
        let RecoveredPart {
            item,
            component,
            amount,
            ..
        } = part;
        let taken = AllocationSource {
            rule: AllocationRule::Recovered,
            ..act
        };
        self.record_allocation(taken, item, component, amount);
        let lessened = self.allocation_source(part.writeoff, AllocationRule::Recovered);
        self.record_allocation(lessened, item, component, -amount);
        if component == Component::Principal && !part.leaves_principal {
            self.restate_item(item, Status::Paid, self.today());
        }
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
            self.restate_item(item, Status::WrittenOff, act.entry_date);
        }
    }
}
