//! Reversals: a payment that bounced, and everything that rested on it.

use super::books::Books;
use super::model::{FaultKind, Rule};
use super::reversible::Meant;
use super::steps::{Act, StepNo};
use crate::journal::model::{Component, ItemIx, MovementIx};
use crate::value::money::Minor;

impl Books<'_> {
    /// Reverses the payment that a reversal means. A payment of this very day has settled nothing yet, and will not.
    pub fn reverse(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        if movement.customer.is_none() {
            return;
        }
        let payment = match self.reversible.meant(self.journal, movement) {
            Meant::One(payment) => payment,
            Meant::None => return self.fault(ix, FaultKind::NothingToReverse),
            Meant::Several { count, first } => {
                return self.fault(ix, FaultKind::SeveralToReverse { count, first });
            }
        };
        if let Some(refunded) = self.refunded.get(&payment).copied() {
            return self.fault(ix, FaultKind::RefundedAlready { payment, refunded });
        }
        self.reversible.reverse(payment);
        self.undo(ix, payment);
    }

    fn undo(&mut self, ix: MovementIx, payment: MovementIx) {
        if let Some(owner) = self.owner(&self.journal.movements[payment]) {
            let left = self.accounts.left_of(owner, payment);
            self.accounts.take_of(owner, payment, left);
        }
        let act = self.act(ix, Rule::Reversed);
        let numbers = self.steps.undo_payment(payment);
        for number in &numbers {
            self.undo_step(act, *number);
        }
        let dated = self.journal.movements[payment].date;
        for number in numbers {
            let Some(step) = self.steps.get(number) else {
                continue;
            };
            if step.rule != Rule::Recovered {
                let invoice = self.journal.items[step.item].invoice;
                self.unsettle(act, invoice, number, dated, step.amount.into());
            }
        }
    }

    fn undo_step(&mut self, act: Act, number: StepNo) {
        let Some(step) = self.steps.get(number) else {
            return;
        };
        let amount = Minor::from(step.amount);
        if step.rule != Rule::Recovered {
            self.hand_back(act, step.item, step.component, amount);
            return;
        }
        // A recovery is recorded in two steps: the money taken, and the write-off that it lessened.
        self.step(act, step.item, step.component, -amount);
        if let Some(lessened) = self.steps.get(number.saturating_add(1)) {
            self.lose_again(lessened.from, step.item, step.component, amount);
        }
    }

    /// Opens again what a step had settled.
    pub fn hand_back(&mut self, act: Act, item: ItemIx, component: Component, amount: Minor) {
        if component == Component::Principal {
            self.reopen(act, item, amount);
        } else {
            let invoice = self.journal.items[item].invoice;
            self.change_charge(act, invoice, component, amount);
        }
    }
}
