//! Money and credit notes: what they settle on their day, and what goes on account.

use super::posting_state::{InvoiceAvailability, PostingState};
use super::state::invoice_flags::InvoiceFlag;
use super::state::invoice_mention::InvoiceMention;
use super::state::prepayment_queue::Prepayment;
use crate::journal::model::{InvoiceIx, Movement, MovementIx};
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
                let naming = InvoiceMention::from_position(place);
                left =
                    self.allocate_or_defer(ix, invoice, naming, AllocationRule::Named, whole, left);
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
            let limit = line.amount.into();
            left = self.allocate_or_defer(
                ix,
                line.invoice,
                InvoiceMention::Further,
                AllocationRule::Designated,
                limit,
                left,
            );
        }
        left
    }

    /// Lets a payment meet an invoice it names, with up to `limit` of what is left of it. Where the invoice is yet
    /// to be written, the money waits on account.
    fn allocate_or_defer(
        &mut self,
        ix: MovementIx,
        invoice: InvoiceIx,
        naming: InvoiceMention,
        rule: AllocationRule,
        limit: Minor,
        left: Minor,
    ) -> Minor {
        match self.check_availability(ix, invoice, naming) {
            InvoiceAvailability::Never => left,
            InvoiceAvailability::Later(day) => {
                self.defer_prepayment(
                    day,
                    Prepayment {
                        movement: ix,
                        invoice,
                        mention: naming,
                        rule,
                        limit,
                    },
                );
                left
            }
            InvoiceAvailability::Now => {
                let money = limit.min(left);
                let rest =
                    self.allocate_to_invoice(self.allocation_source(ix, rule), invoice, money);
                left - money + rest
            }
        }
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
        let left = self.journal().movements[ix].minor();
        let rest = match self.journal().movements[ix].invoice {
            Some(invoice) => self.credit_note_to_invoice(ix, invoice, left),
            None => left,
        };
        self.put_on_account(ix, rest);
    }

    fn credit_note_to_invoice(&mut self, ix: MovementIx, invoice: InvoiceIx, left: Minor) -> Minor {
        match self.check_availability(ix, invoice, InvoiceMention::First) {
            InvoiceAvailability::Never => left,
            InvoiceAvailability::Later(day) => {
                let (naming, rule) = (InvoiceMention::First, AllocationRule::Named);
                self.defer_prepayment(
                    day,
                    Prepayment {
                        movement: ix,
                        invoice,
                        mention: naming,
                        rule,
                        limit: left,
                    },
                );
                left
            }
            InvoiceAvailability::Now => {
                if let Some(status) = self.final_status(invoice) {
                    self.record_fault(ix, FaultKind::InvoiceClosed { invoice, status });
                    return left;
                }
                self.lower_by_credit(ix, invoice, left)
            }
        }
    }

    /// Lowers principal by a credit note, never charges, and says what is left of it.
    pub fn lower_by_credit(&mut self, ix: MovementIx, invoice: InvoiceIx, money: Minor) -> Minor {
        let act = self.allocation_source(ix, AllocationRule::Named);
        let left = self.allocate_to_principal(act, invoice, money);
        self.set_flag(invoice, InvoiceFlag::Credited);
        self.credit_notes()
            .record_credit_note(invoice, ix, money - left);
        if self.has_discounts() {
            self.earn_discount(act, invoice);
        }
        left
    }

    /// Uses money on account for an invoice: the oldest first, and no more than the invoice can take.
    pub fn apply_on_account(&mut self, ix: MovementIx) {
        let movement = &self.journal().movements[ix];
        let (Some(invoice), Some(owner)) = (self.available_invoice(ix), self.account_key(movement))
        else {
            return;
        };
        let of = movement.extra.as_ref().and_then(|more| more.of_date);
        let mut wanted = movement.minor();
        if !self.has_enough_on_account(ix) {
            return;
        }
        while wanted.is_positive() {
            let Some((place, credit)) = self.accounts().oldest_credit(owner, of) else {
                break;
            };
            let offer = wanted.min(credit.remaining);
            let act = self.allocation_source(credit.movement, AllocationRule::Applied);
            let used = offer - self.allocate_to_invoice(act, invoice, offer);
            self.accounts().use_credit(owner, place, used);
            wanted -= used;
            if used < offer {
                break;
            }
        }
    }

    /// Pays back money on account, the oldest first.
    pub fn refund_on_account(&mut self, ix: MovementIx) {
        let movement = &self.journal().movements[ix];
        let Some(owner) = self.account_key(movement) else {
            return;
        };
        let of = movement.extra.as_ref().and_then(|more| more.of_date);
        let mut wanted = movement.minor();
        if !self.has_enough_on_account(ix) {
            return;
        }
        while wanted.is_positive() {
            let Some((place, credit)) = self.accounts().oldest_credit(owner, of) else {
                break;
            };
            let part = wanted.min(credit.remaining);
            self.accounts().refund_credit(owner, place, part);
            wanted -= part;
        }
    }

    /// Whether there is enough on account for an `apply_on_account` or a `refund_on_account`.
    fn has_enough_on_account(&mut self, ix: MovementIx) -> bool {
        let movement = &self.journal().movements[ix];
        let Some(owner) = self.account_key(movement) else {
            return false;
        };
        let of = movement.extra.as_ref().and_then(|more| more.of_date);
        let available = self.accounts().available(owner, of);
        let enough = movement.minor() <= available;
        if !enough {
            self.record_fault(ix, FaultKind::Overspent { available });
        }
        enough
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
