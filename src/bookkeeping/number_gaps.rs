//! Holes in rows of invoice numbers, and what explains them.

use crate::journal::model::{InvoiceIx, Journal, NumberUse};
use crate::journal::number_series::{InvoiceNumberSeries, SeriesMember, collect_series};
use crate::value::period::Period;
use chrono::NaiveDate;

/// Numbers of a row that are no invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberGap {
    /// The number before; `None` where the row begins with it.
    pub before: Option<InvoiceIx>,
    /// The number behind; `None` where the row ends with it.
    pub after: Option<InvoiceIx>,
    /// The first number that is no invoice, and the last.
    pub missing: (String, String),
    /// How many they are.
    pub count: u64,
    /// What explains it.
    pub explanation: GapExplanation,
}

/// What explains a number that is no invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapExplanation {
    /// Nothing in the journal.
    Nothing,
    /// A `void` says that it was never used.
    NeverUsed(InvoiceIx),
    /// It is a credit note.
    CreditNote(InvoiceIx),
}

/// A row of numbers with its first and its last in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesInPeriod {
    /// The first number.
    pub first: InvoiceIx,
    /// The last number.
    pub last: InvoiceIx,
    /// How many numbers of it are used.
    pub count: usize,
}

/// The numbers in rows that were used in a period, and the gaps between them. All numbers up to a day are known: one that was
/// used later fills a gap.
pub fn find_number_gaps(
    journal: &Journal,
    period: Period,
    as_of: NaiveDate,
) -> (Vec<SeriesInPeriod>, Vec<NumberGap>) {
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    for mut row in collect_series(journal) {
        row.members
            .retain(|member| journal.invoices[member.invoice].date <= as_of);
        let own = row.members.iter();
        let own: Vec<&SeriesMember> = own
            .filter(|member| period.contains(journal.invoices[member.invoice].date))
            .collect();
        let (Some(first), Some(last)) = (own.first(), own.last()) else {
            continue;
        };
        rows.push(SeriesInPeriod {
            first: first.invoice,
            last: last.invoice,
            count: own.len(),
        });
        if !row.is_dense() {
            continue;
        }
        add_gaps(journal, period, &row, &mut gaps);
    }
    (rows, gaps)
}

fn add_gaps(
    journal: &Journal,
    period: Period,
    row: &InvoiceNumberSeries,
    gaps: &mut Vec<NumberGap>,
) {
    let mut before: Option<&SeriesMember> = None;
    for (place, member) in row.members.iter().enumerate() {
        let record = &journal.invoices[member.invoice];
        let is_asked = period.contains(record.date);
        if let Some(before) = before.filter(|_| is_asked)
            && let Some(gap) = hole_between(row, before, member)
        {
            gaps.push(gap);
        }
        let explanation = match record.number_use {
            NumberUse::Skipped => Some(GapExplanation::NeverUsed(member.invoice)),
            NumberUse::Credit => Some(GapExplanation::CreditNote(member.invoice)),
            NumberUse::Unknown | NumberUse::Invoice => None,
        };
        // A row of credit notes alone has no invoices that could be missing.
        let has_invoices = || {
            let mut members = row.members.iter();
            members.any(|it| journal.invoices[it.invoice].number_use == NumberUse::Invoice)
        };
        if let Some(explanation) = explanation.filter(|_| is_asked && has_invoices()) {
            let number = row.number_at(member.ordinal);
            let behind = row.members.get(place.saturating_add(1));
            gaps.push(NumberGap {
                before: before.map(|it| it.invoice),
                after: behind.map(|it| it.invoice),
                missing: (number.clone(), number),
                count: 1,
                explanation,
            });
        }
        before = Some(member);
    }
}

fn hole_between(
    row: &InvoiceNumberSeries,
    before: &SeriesMember,
    after: &SeriesMember,
) -> Option<NumberGap> {
    let first = before.ordinal.saturating_add(1);
    let count = after.ordinal.saturating_sub(first);
    (count > 0).then(|| NumberGap {
        before: Some(before.invoice),
        after: Some(after.invoice),
        missing: (
            row.number_at(first),
            row.number_at(after.ordinal.saturating_sub(1)),
        ),
        count,
        explanation: GapExplanation::Nothing,
    })
}
