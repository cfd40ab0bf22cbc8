//! The VAT in what is open of an invoice on a day, or was given up of it.

use crate::journal::model::{InvoiceIx, ItemIx, Journal, MovementKind};
use crate::ledger::model::Ledger;
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart};
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::vocabulary::VatBasis;
use crate::vat::cash_basis::find_receipt_vat;
use std::collections::BTreeMap;

/// Tells the VAT in amounts, with what is known on the day of a ledger.
pub struct VatShares<'a> {
    journal: &'a Journal,
    breakdown: &'a VatBreakdown,
    ledger: &'a Ledger,
    /// What an open amount consists of, where that is not what all credit notes left of its invoice: by receipt what waits
    /// in the books; else what those up to the day left of it.
    parts: BTreeMap<InvoiceIx, Vec<VatPart>>,
}

impl<'a> VatShares<'a> {
    /// As of the day of a ledger.
    pub fn new(journal: &'a Journal, breakdown: &'a VatBreakdown, ledger: &'a Ledger) -> Self {
        let basis = journal.business.as_ref().map(|own| own.vat_basis);
        let law = journal.home_law();
        let mut parts = left_on_day(journal, breakdown, ledger);
        if let Some(law) = law.filter(|_| basis == Some(VatBasis::Cash)) {
            parts.extend(find_receipt_vat(journal, law, breakdown, ledger).open);
        }
        Self {
            journal,
            breakdown,
            ledger,
            parts,
        }
    }

    /// The VAT in what is open of an instalment: those of an invoice together have the VAT in all that is open of it.
    pub fn vat_of_item(&self, item: ItemIx) -> Option<Minor> {
        let open = |item: ItemIx| Minor::from(self.ledger.items[item].open);
        let invoice = self.journal.items[item].invoice;
        let items = self.journal.items_of(invoice);
        let before: Minor = items.take_while(|it| *it != item).map(open).sum();
        let with_own = self.vat_in(invoice, before + open(item))?;
        Some(with_own - self.vat_in(invoice, before)?)
    }

    /// The VAT in an amount of an invoice, in proportion to what stands at each rate; `None` where a rate is not known.
    pub fn vat_in(&self, invoice: InvoiceIx, amount: Minor) -> Option<Minor> {
        let left = || self.breakdown.left_of_invoice(self.journal, invoice);
        let mut parts = self.parts.get(&invoice).cloned().unwrap_or_else(left);
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

/// What is left of invoices with a credit note after the day, which says nothing of the day.
fn left_on_day(
    journal: &Journal,
    breakdown: &VatBreakdown,
    ledger: &Ledger,
) -> BTreeMap<InvoiceIx, Vec<VatPart>> {
    let day = ledger.as_of;
    let movements = journal.movements.iter();
    let later = movements.filter(|(_, it)| it.kind == MovementKind::Credit && it.date > day);
    let invoices = later.filter_map(|(_, it)| it.invoice).collect();
    breakdown.left_on(journal, invoices, day)
}
