//! The return of a period: its boxes, and what stands in none.

use super::bad_debt_relief::entries_of_bad_debts;
use super::cash_basis::find_receipt_vat;
use super::invoice_basis::entries_by_invoice;
use super::late_entries::{filings_known_on, move_late_entries};
use super::vat_entry::{VatEntry, VatEntryKind, VatPlace};
use crate::claim::bad_debt_vat::find_bad_debt_vat;
use crate::journal::model::{InvoiceIx, Journal};
use crate::ledger::model::Ledger;
use crate::ledger::vat_breakdown::VatBreakdown;
use crate::policy::jurisdiction::law::Law;
use crate::policy::jurisdiction::vat_return::VatBox;
use crate::value::money::Minor;
use crate::value::period::Period;
use crate::value::vocabulary::VatBasis;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The return of a period.
pub struct VatReturn {
    /// The period.
    pub period: Period,
    /// When VAT is owed.
    pub basis: VatBasis,
    /// What is declared in it, in the order of days and of the journal.
    pub entries: Vec<VatEntry>,
    /// Entries of the period that came after it was filed: they stand in a later return.
    pub declared_later: Vec<VatEntry>,
}

/// What belongs in all returns of a journal, in the order in which it is declared.
pub struct VatEntries {
    basis: VatBasis,
    all: Vec<VatEntry>,
}

/// A row of a return: a box, or what was relieved in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatReturnRow {
    /// The box.
    pub vat_box: &'static VatBox,
    /// The VAT on bad debts apart from what was sold.
    pub kind: VatRowKind,
    /// Without VAT.
    pub net: Minor,
    /// The VAT.
    pub vat: Minor,
    /// Without VAT, in whole euros: the rows of a box together are the box rounded once.
    pub rounded_net: Minor,
    /// The VAT, likewise.
    pub rounded_vat: Minor,
    /// How many invoices and credit notes stand behind it.
    pub documents: usize,
}

/// What a row of a return adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VatRowKind {
    /// What was sold.
    Sales,
    /// VAT on bad debts, asked back.
    Relief,
    /// VAT on bad debts, owed again.
    ReliefUndone,
}

impl VatRowKind {
    /// The row of an entry.
    pub const fn of_entry(kind: VatEntryKind) -> Self {
        match kind {
            VatEntryKind::Relief => Self::Relief,
            VatEntryKind::ReliefUndone => Self::ReliefUndone,
            VatEntryKind::Invoice
            | VatEntryKind::Credit
            | VatEntryKind::Void
            | VatEntryKind::Receipt => Self::Sales,
        }
    }
}

impl VatEntries {
    /// All that is declared in any period, as known on the day of the ledger.
    pub fn new(
        (journal, ledger): (&Journal, &Ledger),
        law: &Law,
        breakdown: &VatBreakdown,
        basis: VatBasis,
    ) -> Self {
        let mut all = match basis {
            VatBasis::Cash => find_receipt_vat(journal, law, breakdown, ledger).entries,
            VatBasis::Invoice => {
                let mut all = entries_by_invoice(journal, law, breakdown, ledger.as_of);
                let facts = find_bad_debt_vat(journal, ledger, breakdown);
                all.extend(entries_of_bad_debts(journal, law, &facts));
                all
            }
        };
        move_late_entries(journal, &mut all, &filings_known_on(journal, ledger.as_of));
        all.sort_by_key(|entry| (entry.declared_on, entry.date, entry.origin));
        Self { basis, all }
    }

    /// What was written after the return of its period was filed.
    pub fn late(&self) -> impl Iterator<Item = &VatEntry> {
        self.all.iter().filter(|entry| entry.is_late())
    }

    /// The return of a period.
    pub fn of_period(&self, period: Period) -> VatReturn {
        let before = |day: NaiveDate| move |entry: &VatEntry| entry.declared_on < day;
        let first = self.all.partition_point(before(period.first));
        let after = |entry: &VatEntry| entry.declared_on <= period.last;
        let last = self.all.partition_point(after);
        let declared = self.all.get(first..last).unwrap_or_default();
        let mut entries = declared.to_vec();
        entries.sort_by_key(|entry| (entry.date, entry.origin));
        // What is late stands behind its period.
        let behind = self.all.get(last..).unwrap_or_default().iter();
        let declared_later = behind.filter(|it| it.is_late() && period.contains(it.date));
        VatReturn {
            period,
            basis: self.basis,
            entries,
            declared_later: declared_later.cloned().collect(),
        }
    }
}

impl VatReturn {
    /// What belongs in the return of one period, as known on the day of the ledger.
    pub fn new(
        source: (&Journal, &Ledger),
        law: &Law,
        breakdown: &VatBreakdown,
        (period, basis): (Period, VatBasis),
    ) -> Self {
        VatEntries::new(source, law, breakdown, basis).of_period(period)
    }

    /// The rows of all boxes of the law, in the order of the form; those of bad debts only where there are any.
    pub fn rows(&self, law: &Law) -> Vec<VatReturnRow> {
        let kinds = [
            VatRowKind::Sales,
            VatRowKind::Relief,
            VatRowKind::ReliefUndone,
        ];
        let boxes = law.vat_boxes.iter();
        let rows = boxes.flat_map(|vat_box| {
            let mut rows = kinds.map(|kind| self.row(vat_box, kind));
            round_box(&mut rows);
            rows
        });
        rows.filter(|row| row.kind == VatRowKind::Sales || row.documents > 0)
            .collect()
    }

    fn row(&self, vat_box: &'static VatBox, kind: VatRowKind) -> VatReturnRow {
        let mut row = VatReturnRow {
            vat_box,
            kind,
            net: Minor::ZERO,
            vat: Minor::ZERO,
            rounded_net: Minor::ZERO,
            rounded_vat: Minor::ZERO,
            documents: 0,
        };
        let mut documents: BTreeSet<InvoiceIx> = BTreeSet::new();
        for entry in self.entries_of((vat_box, kind)) {
            row.net += entry.part.net;
            row.vat += entry.part.vat;
            documents.insert(entry.number);
        }
        row.documents = documents.len();
        row
    }

    /// The entries behind a row.
    pub fn entries_of(
        &self,
        (vat_box, kind): (&'static VatBox, VatRowKind),
    ) -> impl Iterator<Item = &VatEntry> {
        self.entries.iter().filter(move |entry| {
            entry.place == VatPlace::InBox(vat_box) && VatRowKind::of_entry(entry.kind) == kind
        })
    }

    /// All VAT of the period: what is owed, below zero what is asked back.
    pub fn total_vat(&self) -> Minor {
        let in_boxes = self.entries.iter();
        let in_boxes = in_boxes.filter(|entry| matches!(entry.place, VatPlace::InBox(_)));
        in_boxes.map(|entry| entry.part.vat).sum()
    }

    /// The entries that stand in no box, for one of the reasons.
    pub fn entries_at(&self, place: VatPlace) -> impl Iterator<Item = &VatEntry> {
        self.entries
            .iter()
            .filter(move |entry| entry.place == place)
    }
}

/// Each row of a box is what it changes of the sum so far in whole euros, so that all of them add up to the box on the form.
fn round_box(rows: &mut [VatReturnRow]) {
    let (mut net, mut vat) = (Minor::ZERO, Minor::ZERO);
    for row in rows {
        row.rounded_net = in_whole_euros(net + row.net) - in_whole_euros(net);
        row.rounded_vat = in_whole_euros(vat + row.vat) - in_whole_euros(vat);
        net += row.net;
        vat += row.vat;
    }
}

/// An amount in whole euros, in favour of the business: what is owed is cut, what is asked back is raised.
///
/// ```
/// use tegoed::value::money::Minor;
/// use tegoed::vat::vat_return::in_whole_euros;
/// assert_eq!(in_whole_euros(Minor(220_50)), Minor(220_00));
/// assert_eq!(in_whole_euros(Minor(-10_50)), Minor(-11_00));
/// ```
pub fn in_whole_euros(amount: Minor) -> Minor {
    let euros = amount.0.div_euclid(100);
    Minor(euros.saturating_mul(100))
}
