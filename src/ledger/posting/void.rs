//! Void: an invoice that was wrong. What is open of it lapses, and money it received goes on account.

use super::posting_state::{InvoiceAvailability, PostingState};
use super::state::allocation_log::{AllocationNo, AllocationSource};
use super::state::invoice_flags::InvoiceFlag;
use super::state::invoice_mention::InvoiceMention;
use crate::journal::model::{Component, InvoiceIx, MovementIx, MovementKind};
use crate::ledger::model::{AllocationRule, OnAccountCredit, Status};
use crate::value::money::Minor;

impl PostingState<'_> {
    /// Voids every invoice an entry names.
    pub fn void_invoices(&mut self, ix: MovementIx) {
        for (place, invoice) in self.journal().movements[ix].invoices().enumerate() {
            if self.check_availability(ix, invoice, InvoiceMention::from_position(place))
                == InvoiceAvailability::Now
            {
                self.void_invoice(ix, invoice);
            }
        }
    }

    fn void_invoice(&mut self, ix: MovementIx, invoice: InvoiceIx) {
        let act = self.allocation_source(ix, AllocationRule::Voided);
        for number in self.take_allocations_to(invoice) {
            self.release_to_account(act, invoice, number);
        }
        for note in self.credit_notes().take_notes(invoice) {
            self.lapse_credit_note(act, invoice, note);
        }
        self.close_invoice(act, invoice);
        self.clear_agreements(invoice);
        for item in self.journal().items_of(invoice) {
            self.restate_item(item, Status::Void, self.today());
        }
    }

    /// Nothing that was agreed on the invoice, or closed it, counts any more.
    fn clear_agreements(&mut self, invoice: InvoiceIx) {
        self.writeoffs().forget(invoice);
        self.settlements().forget(invoice);
        self.closings().forget(invoice);
        self.set_flag(invoice, InvoiceFlag::Void);
    }

    /// Money that settled the invoice goes on account. A credit note that names the invoice lapses with it.
    fn release_to_account(
        &mut self,
        void: AllocationSource,
        invoice: InvoiceIx,
        number: AllocationNo,
    ) {
        let Some(step) = self.allocation(number) else {
            return;
        };
        let movement = &self.journal().movements[step.movement];
        if movement.kind == MovementKind::Credit && movement.invoice == Some(invoice) {
            return;
        }
        let (from, date, left) = (step.movement, self.today(), Minor::from(step.amount));
        if let Some(owner) = self.account_key(movement) {
            self.accounts().add_credit(
                owner,
                OnAccountCredit {
                    movement: from,
                    date,
                    remaining: left,
                },
            );
        }
        self.record_allocation(
            self.allocation_source(from, AllocationRule::Voided),
            step.item,
            step.component,
            -left,
        );
        self.record_allocation(void, step.item, step.component, left);
    }

    /// What is left on account of a credit note that names the invoice lapses.
    fn lapse_credit_note(&mut self, void: AllocationSource, invoice: InvoiceIx, note: MovementIx) {
        let owner = self.account_key(&self.journal().movements[note]);
        let item = self.journal().invoices[invoice].first_item;
        let (Some(owner), Some(item)) = (owner, item) else {
            return;
        };
        let left = self.accounts().remaining_of(owner, note);
        self.accounts().use_credits_of(owner, note, left);
        self.record_allocation(
            self.allocation_source(note, AllocationRule::Voided),
            item,
            Component::Principal,
            left,
        );
        self.record_allocation(void, item, Component::Principal, -left);
    }
}
