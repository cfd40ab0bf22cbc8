//! What invoices, credit notes and voids put into a return, each on its own day.

use super::vat_entry::{VatEntry, VatEntryKind};
use crate::journal::model::{InvoiceIx, Journal, Movement, MovementIx, MovementKind, NumberUse};
use crate::ledger::first_voids::first_voids;
use crate::ledger::vat_breakdown::{VatBreakdown, VatPart};
use crate::policy::jurisdiction::law::Law;
use crate::text::span::Origin;
use chrono::NaiveDate;

/// All of a journal, up to a day.
pub fn entries_by_invoice(
    journal: &Journal,
    law: &Law,
    breakdown: &VatBreakdown,
    as_of: NaiveDate,
) -> Vec<VatEntry> {
    let mut all = Vec::new();
    for (number, record) in journal.invoices.iter() {
        if record.number_use == NumberUse::Invoice && record.date <= as_of {
            for part in breakdown.of_invoice(journal, number) {
                let source = (VatEntryKind::Invoice, number, record.origin);
                let about = (Some(number), record.date, part);
                all.push(VatEntry::of_part(journal, law, source, about));
            }
        }
    }
    for (ix, movement) in journal.movements.iter() {
        if movement.date <= as_of && movement.kind == MovementKind::Credit {
            all.extend(entries_of_credit(journal, law, breakdown, (ix, movement)));
        }
    }
    for (number, (date, void)) in first_voids(journal, as_of) {
        if journal.invoices[number].number_use == NumberUse::Invoice {
            let void = (date, journal.movements[void].origin);
            all.extend(entries_of_void(journal, law, breakdown, (number, void)));
        }
    }
    all
}

fn entries_of_credit(
    journal: &Journal,
    law: &Law,
    breakdown: &VatBreakdown,
    (ix, movement): (MovementIx, &Movement),
) -> Vec<VatEntry> {
    let extra = movement.extra.as_ref();
    let Some(number) = extra.and_then(|extra| extra.credit_number) else {
        return Vec::new();
    };
    let parts = breakdown.of_credit_note(journal, ix).into_iter();
    let source = (VatEntryKind::Credit, number, movement.origin);
    let entry = |part: VatPart| {
        let about = (movement.invoice, movement.date, part.negative());
        VatEntry::of_part(journal, law, source, about)
    };
    parts.map(entry).collect()
}

/// What is taken back of an invoice that was voided: all that no credit note took.
fn entries_of_void(
    journal: &Journal,
    law: &Law,
    breakdown: &VatBreakdown,
    (number, (date, origin)): (InvoiceIx, (NaiveDate, Origin)),
) -> Vec<VatEntry> {
    let source = (VatEntryKind::Void, number, origin);
    let parts = breakdown.uncredited_of_invoice(journal, number).into_iter();
    let entry = |part: VatPart| {
        let about = (Some(number), date, part.negative());
        VatEntry::of_part(journal, law, source, about)
    };
    parts.map(entry).collect()
}
