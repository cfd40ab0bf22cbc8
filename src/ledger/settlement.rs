//! Settlements: less accepted as full, once payments between two days reach the amount agreed.

use super::allocation_log::{AllocationNo, AllocationSource};
use super::invoice_flags::InvoiceFlag;
use super::model::AllocationRule;
use super::posting_state::PostingState;
use crate::journal::model::{InvoiceIx, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::ops::Range;

/// What was agreed on an invoice, and what came in on it. A later agreement takes its place.
#[derive(Clone, Copy, Debug)]
pub struct SettlementTerms {
    /// The `settle` entry.
    pub movement: MovementIx,
    /// The first day whose payments count.
    pub first_day: NaiveDate,
    /// The last one; `None`: no last one.
    pub last_day: Option<NaiveDate>,
    /// How much is enough.
    pub amount: Minor,
    /// What came in.
    pub amount_received: Minor,
    /// Whether it was reached: then it has done its work, and charges claimed later are owed.
    pub is_reached: bool,
}

impl SettlementTerms {
    /// Whether a payment of this day counts.
    pub fn is_within_period(&self, dated: NaiveDate) -> bool {
        self.first_day <= dated && self.last_day.is_none_or(|by| dated <= by)
    }
}

/// What closed the rest of an invoice: steps one behind the other.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The steps.
    pub steps: Range<AllocationNo>,
    /// The settlement that was reached; `None` for a discount.
    pub settlement: Option<SettlementTerms>,
}

impl PostingState<'_> {
    /// Agrees on less. Payments of this very day count already.
    pub fn agree_settlement(&mut self, ix: MovementIx) {
        let Some(invoice) = self.available_invoice(ix) else {
            return;
        };
        let movement = &self.journal.movements[ix];
        let received = match self.received_today.get(&invoice) {
            Some((day, received)) if *day == self.today => *received,
            _ => Minor::ZERO,
        };
        let terms = SettlementTerms {
            movement: ix,
            first_day: self.today,
            last_day: movement
                .extra
                .as_ref()
                .and_then(|more| more.settlement_deadline),
            amount: movement.minor(),
            amount_received: Minor::ZERO,
            is_reached: false,
        };
        let received = if terms.is_within_period(self.today) {
            received
        } else {
            Minor::ZERO
        };
        self.settlements.insert(
            invoice,
            SettlementTerms {
                amount_received: received,
                ..terms
            },
        );
        self.close_if_reached(invoice);
    }

    /// Counts money on an invoice that is, or will be, settled.
    pub fn count_for_settlement(&mut self, act: AllocationSource, invoice: InvoiceIx, used: Minor) {
        if act.entry_date == self.today {
            let received = self.received_today.entry(invoice).or_default();
            if received.0 != self.today {
                *received = (self.today, Minor::ZERO);
            }
            received.1 += used;
        }
        if let Some(terms) = self.settlements.get_mut(&invoice)
            && terms.is_within_period(act.entry_date)
        {
            terms.amount_received += used;
            self.close_if_reached(invoice);
        }
    }

    fn close_if_reached(&mut self, invoice: InvoiceIx) {
        let Some(terms) = self.settlements.get_mut(&invoice) else {
            return;
        };
        if terms.is_reached || terms.amount_received < terms.amount {
            return;
        }
        terms.is_reached = true;
        let terms = *terms;
        let act = self.allocation_source(terms.movement, AllocationRule::Settlement);
        self.close_short(act, invoice, Some(terms));
    }

    /// Closes the rest of an invoice, and remembers it for the reversal of a payment on which that rests.
    pub fn close_short(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        terms: Option<SettlementTerms>,
    ) {
        let begin = self.allocations.next_number();
        self.close_invoice(act, invoice);
        let steps = begin..self.allocations.next_number();
        if !steps.is_empty() {
            self.flags[invoice].set(InvoiceFlag::ClosedShort);
            let closings = self.closings.entry(invoice).or_default();
            closings.push(Closing {
                steps,
                settlement: terms,
            });
        }
    }

    /// Takes back what rested on money that is reversed: a discount always, a settlement when the other money does
    /// not reach it.
    pub fn revoke_closings(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        undone: AllocationNo,
        dated: NaiveDate,
        money: Minor,
    ) {
        if let Some(terms) = self.settlements.get_mut(&invoice)
            && terms.is_within_period(dated)
        {
            terms.amount_received -= money;
            terms.is_reached &= terms.amount_received >= terms.amount;
        }
        if !self.flags[invoice].has(InvoiceFlag::ClosedShort) {
            return;
        }
        let mut closings = self.closings.remove(&invoice).unwrap_or_default();
        closings.retain_mut(|closing| {
            let stands = undone > closing.steps.start || closing.is_still_valid(dated, money);
            if !stands {
                self.undo_closing(act, closing.steps.clone());
            }
            stands
        });
        self.closings.insert(invoice, closings);
    }

    fn undo_closing(&mut self, act: AllocationSource, steps: Range<AllocationNo>) {
        for number in steps {
            let Some(step) = self.allocations.get(number) else {
                continue;
            };
            let act = AllocationSource {
                rule: step.rule,
                ..act
            };
            self.reopen_component(act, step.item, step.component, step.amount.into());
        }
    }
}

impl Closing {
    fn is_still_valid(&mut self, dated: NaiveDate, money: Minor) -> bool {
        let Some(terms) = &mut self.settlement else {
            return false;
        };
        if terms.is_within_period(dated) {
            terms.amount_received -= money;
        }
        terms.amount_received >= terms.amount
    }
}
