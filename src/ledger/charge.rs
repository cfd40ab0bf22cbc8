//! Charges: fees, collection costs and interest that are claimed, and those no longer claimed.

use super::books::Books;
use super::marks::Mark;
use super::model::{Charges, FaultKind, Rule};
use super::steps::Act;
use crate::journal::model::{Component, InvoiceIx, MovementIx};
use crate::value::money::Minor;

impl Charges {
    /// One of the three; principal is no charge.
    pub const fn of(&self, component: Component) -> Minor {
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

impl Books<'_> {
    /// Claims a fee, collection costs or interest.
    pub fn claim(&mut self, ix: MovementIx) {
        let Some(invoice) = self.fitting(ix) else {
            return;
        };
        if let Some(status) = self.closed_for_good(invoice) {
            self.fault(ix, FaultKind::InvoiceClosed { invoice, status });
            return;
        }
        let movement = &self.journal.movements[ix];
        let Some(component) = movement.kind.charged_component() else {
            return;
        };
        let act = self.act(ix, Rule::Claimed);
        self.change_charge(act, invoice, component, movement.minor());
    }

    /// Gives up a claim.
    pub fn waive(&mut self, ix: MovementIx) {
        let Some(invoice) = self.fitting(ix) else {
            return;
        };
        let movement = &self.journal.movements[ix];
        let only = movement.more.as_ref().and_then(|more| more.charge);
        let charges = self.charges_of(invoice);
        let claimed = only.map_or_else(|| charges.sum(), |component| charges.of(component));
        if movement.minor() > claimed {
            self.fault(ix, FaultKind::WaivedExceedsCharges { claimed });
            return;
        }
        let act = self.act(ix, Rule::Waived);
        self.settle_charges(act, invoice, only, movement.minor());
    }

    /// Raises or lowers one charge of an invoice.
    pub fn change_charge(&mut self, act: Act, invoice: InvoiceIx, component: Component, by: Minor) {
        let Some(item) = self.journal.invoices[invoice].first_item else {
            return;
        };
        self.marks[invoice].set(Mark::Charged);
        self.charges
            .entry(invoice)
            .or_default()
            .change(component, by);
        self.step(act, item, component, -by);
        if by.is_positive() {
            self.consider_charges_for_spread(invoice);
        }
    }
}
