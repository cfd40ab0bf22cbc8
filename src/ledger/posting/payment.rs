//! Money and credit notes: what they settle on their day, and what goes on account.

use super::posting_state::{InvoiceAvailability, PostingState};
use super::state::allocation_log::AllocationSource;
use super::state::invoice_flags::InvoiceFlag;
use super::state::invoice_mention::InvoiceMention;
use super::state::prepayment_queue::IntendedAllocation;
use crate::journal::model::{InvoiceIx, Movement, MovementIx, MovementKind};
use crate::ledger::model::{AllocationRule, FaultKind, OnAccountCredit};
use crate::value::money::Minor;
use std::collections::BTreeSet;

impl PostingState<'_> {
    /// Receives a payment: first what it names, then what the policy says of money without a reference.
    pub fn receive_payment(&mut self, ix: MovementIx) {
        if self.reversals().is_reversed(ix) {
            return;
        }
        let movement = &self.journal().movements[ix];
        let whole = movement.minor();
        let mut left = self.allocate_designated(ix, movement);
        let designated: BTreeSet<InvoiceIx> = movement
            .designations()
            .iter()
            .map(|line| line.invoice)
            .collect();
        for (place, invoice) in movement.invoices().enumerate() {
            if !designated.contains(&invoice) {
                let meant = IntendedAllocation {
                    movement: ix,
                    invoice,
                    mention: InvoiceMention::from_position(place),
                    rule: AllocationRule::Named,
                    limit: whole,
                };
                left = self.allocate_or_defer(meant, left);
            }
        }
        if left.is_positive() && self.queue().is_some() && self.is_unreferenced(movement) {
            left = self.allocate_unreferenced(ix, left);
        }
        self.put_on_account(ix, left);
    }

    fn allocate_designated(&mut self, ix: MovementIx, movement: &Movement) -> Minor {
        let mut left = movement.minor();
        let lines = movement.designations();
        let sum = movement.designated_amount();
        if sum > left {
            self.record_fault(ix, FaultKind::OverAllocated { sum });
            return left;
        }
        for line in lines {
            let meant = IntendedAllocation {
                movement: ix,
                invoice: line.invoice,
                mention: InvoiceMention::Further,
                rule: AllocationRule::Designated,
                limit: line.amount.into(),
            };
            left = self.allocate_or_defer(meant, left);
        }
        left
    }

    /// Lets money meet an invoice that its entry names, with up to the limit of what is left of it, and says what is left
    /// then. Where the invoice is yet to be written, the money waits on account.
    fn allocate_or_defer(&mut self, meant: IntendedAllocation, left: Minor) -> Minor {
        match self.check_availability(meant.movement, meant.invoice, meant.mention) {
            InvoiceAvailability::Never => left,
            InvoiceAvailability::Later(day) => {
                self.defer_prepayment(day, meant);
                left
            }
            InvoiceAvailability::Now => {
                let money = meant.limit.min(left);
                left - money + self.allocate_intended(meant, money)
            }
        }
    }

    /// Lets money meet its invoice, and says what is left of it. A credit note lowers principal, never charges, and does
    /// not fit an invoice that is closed for good.
    pub fn allocate_intended(&mut self, meant: IntendedAllocation, money: Minor) -> Minor {
        let (movement, invoice) = (meant.movement, meant.invoice);
        let act = self.allocation_source(movement, meant.rule);
        if act.kind != MovementKind::Credit {
            return self.allocate_to_invoice(act, invoice, money);
        }
        if let Some(status) = self.final_status(invoice) {
            self.record_fault(movement, FaultKind::InvoiceClosed { invoice, status });
            return money;
        }
        self.lower_by_credit(act, invoice, money)
    }

    /// Puts what is left of a payment or credit note on account.
    pub fn put_on_account(&mut self, ix: MovementIx, left: Minor) {
        if let Some(owner) = self.account_key(&self.journal().movements[ix]) {
            let date = self.today();
            self.accounts().add_credit(
                owner,
                OnAccountCredit {
                    movement: ix,
                    date,
                    remaining: left,
                },
            );
        }
    }

    /// Books a credit note: it lowers the principal of the invoice it names; the rest goes on account.
    pub fn post_credit_note(&mut self, ix: MovementIx) {
        let movement = &self.journal().movements[ix];
        let whole = movement.minor();
        let meant = movement.invoice.map(|invoice| IntendedAllocation {
            movement: ix,
            invoice,
            mention: InvoiceMention::First,
            rule: AllocationRule::Named,
            limit: whole,
        });
        let left = meant.map_or(whole, |meant| self.allocate_or_defer(meant, whole));
        self.put_on_account(ix, left);
    }

    fn lower_by_credit(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        money: Minor,
    ) -> Minor {
        if self.has_discounts() {
            self.replace_discount(act, invoice, money);
        }
        let left = self.allocate_to_principal(act, invoice, money);
        self.set_flag(invoice, InvoiceFlag::Credited);
        self.credit_notes()
            .record_credit_note(invoice, act.movement, money - left);
        if self.has_discounts() {
            self.earn_discount(act, invoice);
        }
        left
    }

    /// Whether nobody said what a payment is for. A `ref:` that names an invoice which is open says so too: it
    /// settles nothing, but keeps the money from going elsewhere.
    fn is_unreferenced(&mut self, movement: &Movement) -> bool {
        let Some(more) = &movement.extra else {
            return movement.invoice.is_none();
        };
        let refers_to_open = more
            .referenced_invoice
            .is_some_and(|invoice| self.is_open_today(invoice));
        movement.invoice.is_none()
            && more.designations.is_empty()
            && !more.on_account
            && !refers_to_open
    }

    fn is_open_today(&mut self, invoice: InvoiceIx) -> bool {
        self.journal().invoices[invoice].date <= self.today()
            && (self.open_principal(invoice).is_positive()
                || self.charges_of(invoice).sum().is_positive())
    }
}
