//! Settlements: less accepted as full, once payments between two days reach the amount agreed.

use super::books::Books;
use super::marks::Mark;
use super::model::Rule;
use super::steps::{Act, StepNo};
use crate::journal::model::{InvoiceIx, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::ops::Range;

/// What was agreed on an invoice, and what came in on it. A later agreement takes its place.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// The `settle` entry.
    pub from: MovementIx,
    /// The first day whose payments count.
    pub begin: NaiveDate,
    /// The last one; `None`: no last one.
    pub by: Option<NaiveDate>,
    /// How much is enough.
    pub amount: Minor,
    /// What came in.
    pub received: Minor,
    /// Whether it was reached: then it has done its work, and charges claimed later are owed.
    pub reached: bool,
}

impl Terms {
    /// Whether a payment of this day counts.
    pub fn count(&self, dated: NaiveDate) -> bool {
        self.begin <= dated && self.by.is_none_or(|by| dated <= by)
    }
}

/// What closed the rest of an invoice: steps one behind the other.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The steps.
    pub steps: Range<StepNo>,
    /// The settlement that was reached; `None` for a discount.
    pub terms: Option<Terms>,
}

impl Books<'_> {
    /// Agrees on less. Payments of this very day count already.
    pub fn agree_settlement(&mut self, ix: MovementIx) {
        let Some(invoice) = self.fitting(ix) else {
            return;
        };
        let movement = &self.journal.movements[ix];
        let received = match self.received.get(&invoice) {
            Some((day, received)) if *day == self.today => *received,
            _ => Minor::ZERO,
        };
        let terms = Terms {
            from: ix,
            begin: self.today,
            by: movement.more.as_ref().and_then(|more| more.by),
            amount: movement.minor(),
            received: Minor::ZERO,
            reached: false,
        };
        let received = if terms.count(self.today) {
            received
        } else {
            Minor::ZERO
        };
        self.terms.insert(invoice, Terms { received, ..terms });
        self.close_if_reached(invoice);
    }

    /// Counts money on an invoice that is, or will be, settled.
    pub fn count_for_settlement(&mut self, act: Act, invoice: InvoiceIx, used: Minor) {
        if act.dated == self.today {
            let received = self.received.entry(invoice).or_default();
            if received.0 != self.today {
                *received = (self.today, Minor::ZERO);
            }
            received.1 += used;
        }
        if let Some(terms) = self.terms.get_mut(&invoice)
            && terms.count(act.dated)
        {
            terms.received += used;
            self.close_if_reached(invoice);
        }
    }

    fn close_if_reached(&mut self, invoice: InvoiceIx) {
        let Some(terms) = self.terms.get_mut(&invoice) else {
            return;
        };
        if terms.reached || terms.received < terms.amount {
            return;
        }
        terms.reached = true;
        let terms = *terms;
        let act = self.act(terms.from, Rule::Settlement);
        self.close_short(act, invoice, Some(terms));
    }

    /// Closes the rest of an invoice, and remembers it for the reversal of a payment on which that rests.
    pub fn close_short(&mut self, act: Act, invoice: InvoiceIx, terms: Option<Terms>) {
        let begin = self.steps.next();
        self.close_all(act, invoice);
        let steps = begin..self.steps.next();
        if !steps.is_empty() {
            self.marks[invoice].set(Mark::ClosedShort);
            let closings = self.closings.entry(invoice).or_default();
            closings.push(Closing { steps, terms });
        }
    }

    /// Takes back what rested on money that is reversed: a discount always, a settlement when the other money does
    /// not reach it.
    pub fn unsettle(
        &mut self,
        act: Act,
        invoice: InvoiceIx,
        undone: StepNo,
        dated: NaiveDate,
        money: Minor,
    ) {
        if let Some(terms) = self.terms.get_mut(&invoice)
            && terms.count(dated)
        {
            terms.received -= money;
            terms.reached &= terms.received >= terms.amount;
        }
        if !self.marks[invoice].has(Mark::ClosedShort) {
            return;
        }
        let mut closings = self.closings.remove(&invoice).unwrap_or_default();
        closings.retain_mut(|closing| {
            let stands = undone > closing.steps.start || closing.still_stands(dated, money);
            if !stands {
                self.take_back(act, closing.steps.clone());
            }
            stands
        });
        self.closings.insert(invoice, closings);
    }

    fn take_back(&mut self, act: Act, steps: Range<StepNo>) {
        for number in steps {
            let Some(step) = self.steps.get(number) else {
                continue;
            };
            let act = Act {
                rule: step.rule,
                ..act
            };
            self.hand_back(act, step.item, step.component, step.amount.into());
        }
    }
}

impl Closing {
    fn still_stands(&mut self, dated: NaiveDate, money: Minor) -> bool {
        let Some(terms) = &mut self.terms else {
            return false;
        };
        if terms.count(dated) {
            terms.received -= money;
        }
        terms.received >= terms.amount
    }
}
