//! What comes in, where VAT is owed when it is paid (kasstelsel): the VAT in each receipt in proportion to what is open, so
//! that all receipts of an invoice together have exactly its VAT, whatever their number and size.

use super::invoice_basis::{entries_by_invoice, negative};
use super::vat_entry::{VatEntry, VatEntryKind};
use crate::journal::model::{Component, InvoiceIx, Journal, MovementKind};
use crate::ledger::model::{Allocation, Ledger};
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart, take_in_proportion};
use crate::policy::jurisdiction::law::Law;
use crate::value::money::Minor;
use crate::value::vat_code::{VatCode, ZeroRate};
use std::collections::BTreeMap;

/// An invoice: what of it is open, came in, and was closed otherwise.
struct ReceivedInvoice {
    open: Vec<VatPart>,
    received: Vec<VatPart>,
    closed: Vec<VatPart>,
}

/// All receipts of a ledger; and the supplies to other countries of the European Union on the day of their invoices, because
/// the listing goes by those.
pub fn entries_by_receipt(
    journal: &Journal,
    law: &Law,
    breakdown: &VatBreakdown,
    ledger: &Ledger,
) -> Vec<VatEntry> {
    let mut all = entries_by_invoice(journal, law, breakdown, ledger.as_of);
    all.retain(|entry| is_by_invoice(entry.part.code));
    let mut invoices: BTreeMap<InvoiceIx, ReceivedInvoice> = BTreeMap::new();
    let principal = ledger.allocations.iter();
    for step in principal.filter(|step| step.component == Component::Principal) {
        let invoice = journal.items[step.item].invoice;
        let state = invoices.entry(invoice).or_insert_with(|| ReceivedInvoice {
            open: breakdown.of_invoice(journal, invoice),
            received: Vec::new(),
            closed: Vec::new(),
        });
        let movement = &journal.movements[step.movement];
        for part in state.take_step(step, movement.kind) {
            if !is_by_invoice(part.code) {
                let source = (VatEntryKind::Receipt, invoice, movement.origin);
                let about = (Some(invoice), step.date, part);
                all.push(VatEntry::of_part(journal, law, source, about));
            }
        }
    }
    all
}

/// Supplies that stand in the listing, which goes by the day of the invoice.
const fn is_by_invoice(code: Option<VatCode>) -> bool {
    matches!(
        code,
        Some(VatCode::Zero(ZeroRate::EuGoods | ZeroRate::EuServices))
    )
}

impl ReceivedInvoice {
    /// Takes one step of the ledger; answers what came in by it, below zero where it went back.
    fn take_step(&mut self, step: &Allocation, kind: MovementKind) -> Vec<VatPart> {
        let amount = Minor::from(step.amount);
        let is_money = matches!(kind, MovementKind::Payment | MovementKind::Reversal);
        if !is_money {
            self.close(amount);
            return Vec::new();
        }
        if amount.is_positive() {
            let parts = take_in_proportion(&mut self.open, amount);
            add_parts(&mut self.received, &parts);
            parts
        } else {
            let parts = take_in_proportion(&mut self.received, -amount);
            add_parts(&mut self.open, &parts);
            parts.into_iter().map(negative).collect()
        }
    }

    /// Something that is no receipt lowers what is open, or raises it again.
    fn close(&mut self, amount: Minor) {
        let (from, to) = if amount.is_positive() {
            (&mut self.open, &mut self.closed)
        } else {
            (&mut self.closed, &mut self.open)
        };
        let size = if amount.is_positive() {
            amount
        } else {
            -amount
        };
        let parts = take_in_proportion(from, size);
        add_parts(to, &parts);
    }
}

fn add_parts(known: &mut Vec<VatPart>, more: &[VatPart]) {
    for part in more {
        match known.iter_mut().find(|it| it.code == part.code) {
            Some(same) => {
                same.net += part.net;
                same.vat += part.vat;
            }
            None => known.push(*part),
        }
    }
}
