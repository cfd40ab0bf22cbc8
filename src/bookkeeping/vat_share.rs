//! The VAT in what is open of an invoice on a day, or was given up of it.

use crate::journal::model::{InvoiceIx, Journal, MovementKind};
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart};
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Tells the VAT in amounts, with what is known of credit notes on a day.
pub struct VatShares<'a> {
    journal: &'a Journal,
    breakdown: &'a VatBreakdown,
    /// Invoices with a credit note after the day: what these left of them says nothing of the day.
    credited_later: BTreeSet<InvoiceIx>,
}

impl<'a> VatShares<'a> {
    /// As of a day.
    pub fn new(journal: &'a Journal, breakdown: &'a VatBreakdown, day: NaiveDate) -> Self {
        let movements = journal.movements.iter();
        let later = movements.filter(|(_, it)| it.kind == MovementKind::Credit && it.date > day);
        Self {
            journal,
            breakdown,
            credited_later: later.filter_map(|(_, it)| it.invoice).collect(),
        }
    }

    /// The VAT in an amount of an invoice, in proportion to what stands at each rate; `None` where a rate is not known.
    pub fn vat_in(&self, invoice: InvoiceIx, amount: Minor) -> Option<Minor> {
        let parts = if self.credited_later.contains(&invoice) {
            self.breakdown.of_invoice(self.journal, invoice)
        } else {
            self.breakdown.left_of_invoice(self.journal, invoice)
        };
        let mut parts = parts;
        let whole: Minor = parts.iter().map(VatPart::gross).sum();
        if whole.is_zero() {
            parts = self.breakdown.of_invoice(self.journal, invoice);
        }
        let whole: Minor = parts.iter().map(VatPart::gross).sum();
        let vat: Minor = parts.iter().map(|part| part.vat).sum();
        let is_known = parts.iter().all(|part| part.code.is_some());
        if !is_known {
            return None;
        }
        ExactAmount::proportion_of_minor(amount, vat, whole)
    }
}
