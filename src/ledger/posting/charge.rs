//! Charges: fees, collection costs and interest that are claimed, and those no longer claimed.

use super::posting_state::PostingState;
use crate::journal::model::MovementIx;
use crate::ledger::model::{AllocationRule, FaultKind};

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
        let movement = &self.journal().movements[ix];
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
        let movement = &self.journal().movements[ix];
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
}
