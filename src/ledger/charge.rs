//! Charges: fees, collection costs and interest that are claimed, and those no longer claimed.

use super::allocation_log::AllocationSource;
use super::invoice_flags::InvoiceFlag;
use super::model::{AllocationRule, Charges, FaultKind};
use super::posting_state::PostingState;
use crate::journal::model::{Component, InvoiceIx, MovementIx};
use crate::value::money::Minor;

impl Charges {
    /// One of the three; principal is no charge.
    pub const fn amount_of(&self, component: Component) -> Minor {
        match component {
            Component::Costs => self.costs,
            Component::Fee => self.fee,
            Component::Interest => self.interest,
            Component::Principal => Minor::ZERO,
        }
    }

    fn change(&mut self, component: Component, by: Minor) {
        match component {
            Component::Costs => self.costs += by,
            Component::Fee => self.fee += by,
            Component::Interest => self.interest += by,
            Component::Principal => {}
        }
    }
}

impl PostingState<'_> {
    /// Claims a fee, collection costs or interest.
    pub fn claim_charge(&mut self, ix: MovementIx) {
        let Some(invoice) = self.available_invoice(ix) else {
            return;
        };
        if let Some(status) = self.final_status(invoice) {
            self.record_fault(ix, FaultKind::InvoiceClosed { invoice, status });
            return;
        }
        let movement = &self.journal.movements[ix];
        let Some(component) = movement.kind.charged_component() else {
            return;
        };
        let act = self.allocation_source(ix, AllocationRule::Claimed);
        self.change_charge(act, invoice, component, movement.minor());
    }

    /// Gives up a claim.
    pub fn waive_charges(&mut self, ix: MovementIx) {
        let Some(invoice) = self.available_invoice(ix) else {
            return;
        };
        let movement = &self.journal.movements[ix];
        let only = movement
            .extra
            .as_ref()
            .and_then(|more| more.waived_component);
        let charges = self.charges_of(invoice);
        let claimed = only.map_or_else(|| charges.sum(), |component| charges.amount_of(component));
        if movement.minor() > claimed {
            self.record_fault(ix, FaultKind::WaivedExceedsCharges { claimed });
            return;
        }
        let act = self.allocation_source(ix, AllocationRule::Waived);
        self.allocate_to_charges(act, invoice, only, movement.minor());
    }

    /// Raises or lowers one charge of an invoice.
    pub fn change_charge(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        component: Component,
        by: Minor,
    ) {
        let Some(item) = self.journal.invoices[invoice].first_item else {
            return;
        };
        self.flags[invoice].set(InvoiceFlag::Charged);
        self.charges
            .entry(invoice)
            .or_default()
            .change(component, by);
        self.record_allocation(act, item, component, -by);
        if by.is_positive() {
            self.enqueue_charged_invoice(invoice);
        }
    }
}
