//! The VAT in an invoice: its total by rate, from its header or its lines. Every page that speaks of VAT asks here.

use crate::journal::model::{InvoiceIx, Journal, LineSum, MovementIx};
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::TaxedPart;
use crate::value::money::Minor;
use crate::value::share::Share;
use std::collections::BTreeMap;

/// What the lines of invoices and credit notes add up to, found by number.
#[derive(Debug, Default)]
pub struct VatParts {
    by_number: BTreeMap<InvoiceIx, Vec<TaxedPart>>,
}

impl VatParts {
    /// What the lines of a journal say.
    pub fn from_journal(journal: &Journal) -> Self {
        let mut by_number: BTreeMap<InvoiceIx, Vec<TaxedPart>> = BTreeMap::new();
        for sum in &journal.line_sums {
            let parts = by_number.entry(sum.number).or_default();
            parts.push(taxed_part(sum));
        }
        Self { by_number }
    }

    /// An invoice by rate of VAT (SPEC.md 6.2); empty where it bears no VAT, says nothing of it, or is in another currency
    /// than that of the law.
    pub fn of_invoice(&self, journal: &Journal, law: &Law, invoice: InvoiceIx) -> Vec<TaxedPart> {
        let record = &journal.invoices[invoice];
        if record.currency != law.currency {
            return Vec::new();
        }
        let parts = self.by_rate(journal, invoice);
        let is_taxed = parts.iter().any(|part| part.rate != Share::ZERO);
        if is_taxed { parts } else { Vec::new() }
    }

    /// An invoice by the rates that it names, in whatever currency, also where it bears no VAT; empty where it names none.
    pub fn by_rate(&self, journal: &Journal, invoice: InvoiceIx) -> Vec<TaxedPart> {
        let record = &journal.invoices[invoice];
        let total = record.amount().map_or(Minor::ZERO, Minor::from);
        self.at_rates(invoice, record.vat, total)
    }

    /// A credit note by rate of VAT; empty where it names none.
    pub fn of_credit_note(&self, journal: &Journal, note: MovementIx) -> Vec<TaxedPart> {
        let movement = &journal.movements[note];
        let Some(extra) = &movement.extra else {
            return Vec::new();
        };
        extra.credit_number.map_or_else(Vec::new, |number| {
            self.at_rates(number, extra.vat, movement.minor())
        })
    }

    fn at_rates(&self, number: InvoiceIx, header: Option<u16>, total: Minor) -> Vec<TaxedPart> {
        let of_lines = self.by_number.get(&number);
        let whole = || {
            let rate = header.map(|rate| Share::from_hundredths(rate.into()));
            rate.map(|rate| TaxedPart { rate, gross: total })
        };
        of_lines.map_or_else(|| whole().into_iter().collect(), Clone::clone)
    }
}

fn taxed_part(sum: &LineSum) -> TaxedPart {
    TaxedPart {
        rate: Share::from_hundredths(sum.rate.into()),
        gross: sum.gross.into(),
    }
}
