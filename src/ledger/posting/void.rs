//! Void: an invoice that was wrong. What is open of it lapses, and money it received goes on account, less what the customer
//! got of it before by credit notes for the invoice.

use super::posting_state::{InvoiceAvailability, PostingState};
use super::state::allocation_log::{AllocationNo, AllocationSource};
use super::state::invoice_flags::InvoiceFlag;
use super::state::invoice_mention::InvoiceMention;
use crate::journal::model::{Component, InvoiceIx, MovementIx, MovementKind};
use crate::ledger::model::{Allocation, AllocationRule, OnAccountCredit, Status};
use crate::value::money::Minor;
use std::collections::BTreeMap;

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
        let settled = self.take_allocations_to(invoice);
        let notes = self.credit_notes().take_notes(invoice);
        let handed_out = self.handed_out_of_notes(&notes, &settled);
        let kept = self.keep_money(invoice, &settled, handed_out);
        for number in settled {
            let kept = kept.get(&number).copied().unwrap_or_default();
            self.release_to_account(act, invoice, (number, kept));
        }
        for note in notes {
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

    /// What the customer got of credit notes beyond what they took off their invoice: paid back, or used for another invoice.
    fn handed_out_of_notes(&mut self, notes: &[MovementIx], settled: &[AllocationNo]) -> Minor {
        let steps = settled.iter().filter_map(|number| self.allocation(*number));
        let of_notes = steps.filter(|step| notes.contains(&step.movement));
        let used: Minor = of_notes.map(|step| Minor::from(step.amount)).sum();
        let mut handed_out = -used;
        for note in notes {
            let movement = &self.journal().movements[*note];
            handed_out += movement.minor();
            if let Some(owner) = self.account_key(movement) {
                handed_out -= self.accounts().remaining_of(owner, *note);
            }
        }
        handed_out
    }

    /// The money that stays with the invoice, because the customer got as much of its credit notes before: that which paid
    /// principal first, and the earliest of it. It is gone, and no reversal can take it back.
    fn keep_money(
        &mut self,
        invoice: InvoiceIx,
        settled: &[AllocationNo],
        handed_out: Minor,
    ) -> BTreeMap<AllocationNo, Minor> {
        let mut money: Vec<(AllocationNo, Allocation)> = settled
            .iter()
            .filter_map(|number| Some((*number, self.allocation(*number)?)))
            .filter(|(_, step)| !self.is_own_note(invoice, step.movement))
            .collect();
        money.sort_by_key(|(_, step)| step.component != Component::Principal);
        let mut kept = BTreeMap::new();
        let mut rest = handed_out;
        for (number, step) in money {
            let part = rest.min(step.amount.into());
            if !part.is_positive() {
                break;
            }
            rest -= part;
            kept.insert(number, part);
            self.accounts().record_paid_back(step.movement, part);
        }
        kept
    }

    /// Whether an entry is a credit note for the invoice.
    fn is_own_note(&self, invoice: InvoiceIx, entry: MovementIx) -> bool {
        let movement = &self.journal().movements[entry];
        movement.kind == MovementKind::Credit && movement.invoice == Some(invoice)
    }

    /// Money that settled the invoice goes on account, but for what is kept of it. A credit note that names the invoice
    /// lapses with it.
    fn release_to_account(
        &mut self,
        void: AllocationSource,
        invoice: InvoiceIx,
        (number, kept): (AllocationNo, Minor),
    ) {
        let Some(step) = self.allocation(number) else {
            return;
        };
        if self.is_own_note(invoice, step.movement) {
            return;
        }
        let movement = &self.journal().movements[step.movement];
        let (from, date) = (step.movement, self.today());
        let left = Minor::from(step.amount) - kept;
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
