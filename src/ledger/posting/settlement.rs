//! Settlements: less accepted as full, once payments between two days reach the amount agreed.

use super::posting_state::PostingState;
use super::state::allocation_log::{AllocationNo, AllocationSource};
use super::state::invoice_flags::InvoiceFlag;
use super::state::settlements::SettlementTerms;
use crate::journal::model::{InvoiceIx, MovementIx};
use crate::ledger::model::AllocationRule;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::ops::Range;

impl PostingState<'_> {
    /// Agrees on less. Payments of this very day count already.
    pub fn agree_settlement(&mut self, ix: MovementIx) {
        let Some(invoice) = self.available_invoice(ix) else {
            return;
        };
        let movement = &self.journal().movements[ix];
        let last_day = movement.settlement_deadline();
        let terms = SettlementTerms::new(ix, self.today(), last_day, movement.minor());
        self.settlements().agree(invoice, terms);
        self.close_if_reached(invoice);
    }

    /// Counts money on an invoice that is, or will be, settled.
    pub fn count_for_settlement(&mut self, act: AllocationSource, invoice: InvoiceIx, used: Minor) {
        let today = self.today();
        let settlements = self.settlements();
        if act.entry_date == today {
            settlements.count_today(invoice, today, used);
        }
        if settlements.count_payment(invoice, act.entry_date, used) {
            self.close_if_reached(invoice);
        }
    }

    fn close_if_reached(&mut self, invoice: InvoiceIx) {
        if let Some(terms) = self.settlements().take_reached(invoice) {
            let act = self.allocation_source(terms.movement, AllocationRule::Settlement);
            self.close_short(act, invoice, Some(terms));
        }
    }

    /// Closes the rest of an invoice, and remembers it for the reversal of a payment on which that rests.
    pub fn close_short(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        terms: Option<SettlementTerms>,
    ) {
        let begin = self.next_allocation();
        self.close_invoice(act, invoice);
        let steps = begin..self.next_allocation();
        if !steps.is_empty() {
            self.set_flag(invoice, InvoiceFlag::ClosedShort);
            self.closings().record_closing(invoice, steps, terms);
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
        self.settlements().uncount_payment(invoice, dated, money);
        if self.has_flag(invoice, InvoiceFlag::ClosedShort) {
            let revoked = self.closings().take_revoked(invoice, undone, dated, money);
            for steps in revoked {
                self.undo_closing(act, steps);
            }
        }
    }

    /// Opens again what some steps had closed.
    pub fn undo_closing(&mut self, act: AllocationSource, steps: Range<AllocationNo>) {
        for number in steps {
            let Some(step) = self.allocation(number) else {
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
