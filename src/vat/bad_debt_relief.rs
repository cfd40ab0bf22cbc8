//! The VAT on what nobody pays, and on what came in after all (SPEC.md 12.1): rows of a return beside those of invoices.

use super::vat_entry::{VatEntry, VatEntryKind};
use crate::claim::bad_debt_vat::OpenVat;
use crate::journal::model::{InvoiceIx, Journal};
use crate::ledger::vat_breakdown::VatPart;
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::VatAmount;
use crate::text::span::Origin;
use crate::value::vat_code::VatCode;
use chrono::NaiveDate;

/// Each fact about VAT on bad debts, on the day in whose period it is declared.
pub fn entries_of_bad_debts(journal: &Journal, law: &Law, facts: &OpenVat) -> Vec<VatEntry> {
    let relieved = facts.reclaimable.iter().flat_map(|fact| {
        let source = (VatEntryKind::Relief, fact.invoice, fact.origin);
        let rates = fact.rates.iter();
        rates.filter_map(move |rate| entry(journal, law, source, (fact.since, rate, -1)))
    });
    let undone = facts.repayable.iter().flat_map(|fact| {
        let origin = journal.movements[fact.movement].origin;
        let source = (VatEntryKind::ReliefUndone, fact.invoice, origin);
        let rates = fact.rates.iter();
        rates.filter_map(move |rate| entry(journal, law, source, (fact.since, rate, 1)))
    });
    relieved.chain(undone).collect()
}

/// The VAT and what it is on: turnover that was not paid, below zero in the box in which it was declared.
fn entry(
    journal: &Journal,
    law: &Law,
    (kind, invoice, origin): (VatEntryKind, InvoiceIx, Origin),
    (since, rate, sign): (NaiveDate, &VatAmount, i8),
) -> Option<VatEntry> {
    let part = VatPart {
        code: VatCode::from_percent(rate.rate.0),
        net: rate.net,
        vat: rate.amount,
    };
    let part = if sign < 0 { part.negative() } else { part };
    let about = (Some(invoice), since, part);
    let entry = VatEntry::of_part(journal, law, (kind, invoice, origin), about);
    (!part.is_nothing()).then_some(entry)
}
