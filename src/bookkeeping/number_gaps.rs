//! Holes in rows of invoice numbers, and what explains them.

use crate::journal::model::{InvoiceIx, Journal, MovementKind, NumberUse};
use crate::journal::number_series::{InvoiceNumberSeries, SeriesMember, collect_series};
use crate::text::span::Origin;
use crate::value::period::Period;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    pub explanation: GapReason,
}

/// What explains a number that is no invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapReason {
    /// Nothing in the journal.
    Nothing,
    /// A `void` says that it was never used.
    NeverUsed(Origin),
    /// It is a credit note.
    CreditNote(Origin),
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
    let uses = NumberUses::new(journal);
    for mut row in collect_series(journal) {
        row.members.retain(|member| uses.day_of(member) <= as_of);
        let own = row.members.iter();
        let own: Vec<&SeriesMember> = own
            .filter(|member| period.contains(uses.day_of(member)))
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
        add_gaps(&uses, period, &row, &mut gaps);
    }
    (rows, gaps)
}

/// When and by what each number was used: a number that was never used has the day of its `void`.
struct NumberUses<'a> {
    journal: &'a Journal,
    voids: BTreeMap<InvoiceIx, (NaiveDate, Origin)>,
}

impl<'a> NumberUses<'a> {
    fn new(journal: &'a Journal) -> Self {
        let movements = journal.movements.iter();
        let voids = movements.filter(|(_, movement)| movement.kind == MovementKind::Void);
        let numbers = voids.flat_map(|(_, movement)| {
            let place = (movement.date, movement.origin);
            movement.invoices().map(move |number| (number, place))
        });
        let skipped = numbers
            .filter(|(number, _)| journal.invoices[*number].number_use == NumberUse::Skipped);
        Self {
            journal,
            voids: skipped.collect(),
        }
    }

    fn day_of(&self, member: &SeriesMember) -> NaiveDate {
        let void = self.voids.get(&member.invoice);
        void.map_or(self.journal.invoices[member.invoice].date, |(day, _)| *day)
    }

    fn explanation_of(&self, member: &SeriesMember) -> Option<GapReason> {
        let record = &self.journal.invoices[member.invoice];
        match record.number_use {
            NumberUse::Skipped => {
                let void = self.voids.get(&member.invoice);
                void.map(|(_, origin)| GapReason::NeverUsed(*origin))
            }
            NumberUse::Credit => Some(GapReason::CreditNote(record.origin)),
            NumberUse::Unknown | NumberUse::Invoice => None,
        }
    }

    fn is_invoice(&self, member: &SeriesMember) -> bool {
        self.journal.invoices[member.invoice].number_use == NumberUse::Invoice
    }
}

fn add_gaps(
    uses: &NumberUses<'_>,
    period: Period,
    row: &InvoiceNumberSeries,
    gaps: &mut Vec<NumberGap>,
) {
    // A row of credit notes alone has no invoices that could be missing.
    let has_invoices = row.members.iter().any(|member| uses.is_invoice(member));
    let mut before: Option<&SeriesMember> = None;
    for (place, member) in row.members.iter().enumerate() {
        let is_asked = period.contains(uses.day_of(member));
        if let Some(before) = before.filter(|_| is_asked)
            && let Some(gap) = hole_between(row, before, member)
        {
            gaps.push(gap);
        }
        let explanation = uses.explanation_of(member);
        if let Some(explanation) = explanation.filter(|_| is_asked && has_invoices) {
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
        explanation: GapReason::Nothing,
    })
}
