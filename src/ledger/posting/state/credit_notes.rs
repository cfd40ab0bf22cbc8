//! The credit notes that name an invoice.

use crate::journal::model::{InvoiceIx, MovementIx};
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// Credit notes, by the invoice they name.
#[derive(Debug, Default)]
pub struct CreditNotes {
    by_invoice: BTreeMap<InvoiceIx, CreditedInvoice>,
}

/// What credit notes did to one invoice.
#[derive(Debug, Default)]
struct CreditedInvoice {
    /// How much of it they lowered.
    sum: Minor,
    notes: Vec<MovementIx>,
}

impl CreditNotes {
    /// Notes that a credit note lowered an invoice by this much.
    pub fn record_credit_note(&mut self, invoice: InvoiceIx, note: MovementIx, lowered: Minor) {
        let credited = self.by_invoice.entry(invoice).or_default();
        credited.sum += lowered;
        credited.notes.push(note);
    }

    /// How much of an invoice credit notes lowered.
    pub fn credited_amount(&self, invoice: InvoiceIx) -> Minor {
        self.by_invoice
            .get(&invoice)
            .map_or(Minor::ZERO, |credited| credited.sum)
    }

    /// The credit notes of an invoice, which is forgotten here.
    pub fn take_notes(&mut self, invoice: InvoiceIx) -> Vec<MovementIx> {
        self.by_invoice.remove(&invoice).unwrap_or_default().notes
    }
}
