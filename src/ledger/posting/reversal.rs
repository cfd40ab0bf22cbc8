//! Reversals: a payment that bounced, and everything that rested on it.

use super::posting_state::PostingState;
use super::state::allocation_log::{AllocationNo, AllocationSource};
use super::state::reversal_index::ReversalMatch;
use crate::journal::model::{Component, ItemIx, MovementIx};
use crate::ledger::model::{AllocationRule, FaultKind};
use crate::value::money::Minor;

impl PostingState<'_> {
    /// Reverses the payment that a reversal means. A payment of this very day has settled nothing yet, and will not.
    pub fn reverse_payment(&mut self, ix: MovementIx) {
        let journal = self.journal();
        let movement = &journal.movements[ix];
        if movement.customer.is_none() {
            return;
        }
        let payment = match self.reversals().find_payment(journal, movement) {
            ReversalMatch::One(payment) => payment,
            ReversalMatch::None => return self.record_fault(ix, FaultKind::NothingToReverse),
            ReversalMatch::Several { count, first } => {
                return self.record_fault(ix, FaultKind::SeveralToReverse { count, first });
            }
        };
        if let Some(refunded) = self.accounts().refunded(payment) {
            return self.record_fault(ix, FaultKind::RefundedAlready { payment, refunded });
        }
        self.reversals().mark_reversed(payment, ix);
        self.undo_payment(ix, payment);
    }

    fn undo_payment(&mut self, ix: MovementIx, payment: MovementIx) {
        if let Some(owner) = self.account_key(&self.journal().movements[payment]) {
            let left = self.accounts().remaining_of(owner, payment);
            self.accounts().use_credits_of(owner, payment, left);
        }
        let act = self.allocation_source(ix, AllocationRule::Reversed);
        let numbers = self.take_allocations_of(payment);
        for number in &numbers {
            self.undo_allocation(act, *number);
        }
        let dated = self.journal().movements[payment].date;
        for number in numbers {
            let Some(step) = self.allocation(number) else {
                continue;
            };
            if step.rule != AllocationRule::Recovered {
                let invoice = self.journal().items[step.item].invoice;
                self.revoke_closings(act, invoice, number, dated, step.amount.into());
            }
        }
    }

    fn undo_allocation(&mut self, act: AllocationSource, number: AllocationNo) {
        let Some(step) = self.allocation(number) else {
            return;
        };
        let amount = Minor::from(step.amount);
        if step.rule != AllocationRule::Recovered {
            self.reopen_component(act, step.item, step.component, amount);
            return;
        }
        // A recovery is recorded in two steps: the money taken, and the write-off that it lessened.
        self.record_allocation(act, step.item, step.component, -amount);
        if let Some(lessened) = self.allocation(number.saturating_add(1)) {
            self.undo_recovery(lessened.movement, step.item, step.component, amount);
        }
    }

    /// Opens again what a step had settled.
    pub fn reopen_component(
        &mut self,
        act: AllocationSource,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        if component == Component::Principal {
            self.reopen_item(act, item, amount);
        } else {
            let invoice = self.journal().items[item].invoice;
            self.change_charge(act, invoice, component, amount);
        }
    }
}
