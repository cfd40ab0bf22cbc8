//! Write-offs: money given up, and recovered when it comes after all.

use super::books::Books;
use super::marks::Mark;
use super::model::{FaultKind, Rule, Status};
use super::principal::turn;
use super::steps::Act;
use crate::journal::model::{Component, InvoiceIx, ItemIx, Journal, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// In which turn what was given up is recovered: as it would have been settled, the first write-off first.
type Turn = (Component, (bool, Option<NaiveDate>, ItemIx), u32);

/// What of an invoice was written off and is not recovered.
#[derive(Debug, Default)]
pub struct GivenUp {
    left: BTreeMap<Turn, (MovementIx, Minor)>,
    order: BTreeMap<MovementIx, u32>,
}

impl GivenUp {
    fn note(
        &mut self,
        journal: &Journal,
        writeoff: MovementIx,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        let count = u32::try_from(self.order.len()).unwrap_or(u32::MAX);
        let place = *self.order.entry(writeoff).or_insert(count);
        let turn = (component, turn(journal, item), place);
        let entry = self.left.entry(turn).or_insert((writeoff, Minor::ZERO));
        entry.1 += amount;
    }

    fn first(&self) -> Option<(Turn, MovementIx, Minor)> {
        let (turn, (writeoff, left)) = self.left.first_key_value()?;
        Some((*turn, *writeoff, *left))
    }

    fn lessen(&mut self, turn: Turn, by: Minor) {
        if let Some((_, left)) = self.left.get_mut(&turn) {
            *left -= by;
            if left.is_zero() {
                self.left.remove(&turn);
            }
        }
    }

    /// Whether principal of an item is still given up.
    fn has_principal_of(&self, journal: &Journal, item: ItemIx) -> bool {
        let from = |place| (Component::Principal, turn(journal, item), place);
        self.left.range(from(0)..=from(u32::MAX)).next().is_some()
    }
}

impl Books<'_> {
    /// Writes off an invoice: all of it, or this much of its principal.
    pub fn give_up(&mut self, ix: MovementIx) {
        let Some(invoice) = self.fitting(ix) else {
            return;
        };
        let amount = self.journal.movements[ix].minor();
        let open = self.principal.open(invoice);
        if amount > open {
            self.fault(ix, FaultKind::WriteoffExceedsOpen { open });
            return;
        }
        let act = self.act(ix, Rule::WrittenOff);
        let begin = self.steps.next();
        if amount.is_zero() {
            self.close_all(act, invoice);
        } else {
            self.settle_principal(act, invoice, amount);
        }
        for number in begin..self.steps.next() {
            if let Some(step) = self.steps.get(number) {
                self.note_given_up(ix, step.item, step.component, step.amount.into());
            }
        }
    }

    fn note_given_up(&mut self, ix: MovementIx, item: ItemIx, component: Component, amount: Minor) {
        let invoice = self.journal.items[item].invoice;
        self.marks[invoice].set(Mark::GivenUp);
        let given_up = self.given_up.entry(invoice).or_default();
        given_up.note(self.journal, ix, item, component, amount);
    }

    /// Takes money for what was written off: the write-off is lessened, nothing opens. Says what is left of it.
    pub fn recover(&mut self, act: Act, invoice: InvoiceIx, money: Minor) -> Minor {
        let mut left = money;
        while left.is_positive() {
            let Some(first) = self.given_up.get(&invoice).and_then(GivenUp::first) else {
                break;
            };
            left -= self.recover_part(act, invoice, first, left);
        }
        left
    }

    fn recover_part(
        &mut self,
        act: Act,
        invoice: InvoiceIx,
        (turn, writeoff, given_up): (Turn, MovementIx, Minor),
        money: Minor,
    ) -> Minor {
        let part = money.min(given_up);
        let (component, (.., item), _) = turn;
        let taken = Act {
            rule: Rule::Recovered,
            ..act
        };
        self.step(taken, item, component, part);
        self.step(self.act(writeoff, Rule::Recovered), item, component, -part);
        let Some(given_up) = self.given_up.get_mut(&invoice) else {
            return part;
        };
        given_up.lessen(turn, part);
        if component == Component::Principal && !given_up.has_principal_of(self.journal, item) {
            self.principal.restate(item, Status::Paid, self.today);
        }
        part
    }

    /// Undoes a recovery: the write-off counts again.
    pub fn lose_again(
        &mut self,
        writeoff: MovementIx,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        let act = self.act(writeoff, Rule::Recovered);
        self.step(act, item, component, amount);
        self.note_given_up(writeoff, item, component, amount);
        if component == Component::Principal {
            self.principal.restate(item, Status::WrittenOff, act.dated);
        }
    }
}
