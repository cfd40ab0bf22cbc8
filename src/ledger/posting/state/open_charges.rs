//! What is claimed beside principal, invoice by invoice.

use crate::journal::model::{Component, InvoiceIx};
use crate::ledger::model::Charges;
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// The charges that are claimed and not settled.
#[derive(Debug, Default)]
pub struct OpenCharges {
    by_invoice: BTreeMap<InvoiceIx, Charges>,
}

impl OpenCharges {
    /// The charges of an invoice as they stand.
    pub fn charges_of(&self, invoice: InvoiceIx) -> Charges {
        self.by_invoice.get(&invoice).copied().unwrap_or_default()
    }

    /// Raises or lowers one charge of an invoice.
    pub fn change(&mut self, invoice: InvoiceIx, component: Component, by: Minor) {
        let charges = self.by_invoice.entry(invoice).or_default();
        match component {
            Component::Costs => charges.costs += by,
            Component::Fee => charges.fee += by,
            Component::Interest => charges.interest += by,
            Component::Principal => {}
        }
    }

    /// What is still claimed, by invoice; invoices of which nothing is claimed any more are left out.
    pub fn into_charges(self) -> BTreeMap<InvoiceIx, Charges> {
        let mut charges = self.by_invoice;
        charges.retain(|_, charges| !charges.sum().is_zero());
        charges
    }
}
