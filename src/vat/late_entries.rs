//! What came after the return of its period was filed belongs in the next one (SPEC.md 6.26).

use super::vat_entry::VatEntry;
use crate::journal::model::Journal;
use crate::journal::vat_filing::VatFiling;
use crate::text::span::Origin;
use crate::value::period::Period;
use chrono::NaiveDate;

/// The returns that had been filed by a day.
pub fn filings_known_on(journal: &Journal, day: NaiveDate) -> Vec<&VatFiling> {
    let all = journal.vat_filings.iter();
    all.filter(|filing| filing.date <= day).collect()
}

/// In which return an amount stands.
pub struct ReturnDays<'a> {
    journal: &'a Journal,
    filings: Vec<&'a VatFiling>,
}

impl<'a> ReturnDays<'a> {
    /// As known on a day.
    pub fn new(journal: &'a Journal, day: NaiveDate) -> Self {
        let filings = filings_known_on(journal, day);
        Self { journal, filings }
    }

    /// The day in whose period something is declared that was written at a place: its own, or a later one where the return
    /// of that had been filed before.
    pub fn declared_on(&self, date: NaiveDate, origin: Origin) -> NaiveDate {
        declared_later(self.journal, (date, origin), &self.filings).unwrap_or(date)
    }

    /// The period of the return that a day belongs to: one that was filed, else as long as the last one that was, else the
    /// quarter.
    pub fn period_of(&self, day: NaiveDate) -> Option<Period> {
        let mut filed = self.filings.iter().map(|filing| filing.period);
        let own = filed.clone().find(|period| period.contains(day));
        own.or_else(|| filed.next_back()?.of_same_kind(day))
            .or_else(|| Period::quarter_of(day))
    }
}

/// Moves entries that stand behind the `filed` line of their period to the first day after all that was filed before them.
/// The time of the law that passes is no entry: such relief has the line of the debt, and is late only where that is.
pub fn move_late_entries(journal: &Journal, entries: &mut [VatEntry], filings: &[&VatFiling]) {
    if filings.is_empty() {
        return;
    }
    for entry in entries {
        if let Some(day) = declared_later(journal, (entry.date, entry.origin), filings) {
            entry.declared_on = day;
        }
    }
}

/// The first day that can still be declared, for an entry of a period that was filed before it was written. A second return
/// of the same period corrects the first: what stands between them was declared with it, unless the return of a later period
/// had taken it up by then.
fn declared_later(
    journal: &Journal,
    (date, origin): (NaiveDate, Origin),
    filings: &[&VatFiling],
) -> Option<NaiveDate> {
    let of_day = || filings.iter().filter(|it| it.period.contains(date));
    let is_before = |filing: &&&VatFiling| filing.stands_before(&journal.includes, origin);
    let filed = of_day().find(is_before)?;
    let day = first_unfiled_day(filed.period.last, || filings.iter().filter(is_before))?;
    let taken_up = || {
        filings
            .iter()
            .filter(|it| !is_before(it) && it.period.contains(day))
    };
    let corrects = |it: &VatFiling| {
        let is_taken_up = taken_up().any(|other| other.stands_before(&journal.includes, it.origin));
        it.period == filed.period && !is_taken_up
    };
    let is_corrected = of_day().any(|it| !is_before(&it) && corrects(it));
    (!is_corrected).then_some(day)
}

/// The first day after a period that none of the returns is about.
fn first_unfiled_day<'a, 'b: 'a, All: Iterator<Item = &'a &'b VatFiling>>(
    last: NaiveDate,
    filings: impl Fn() -> All,
) -> Option<NaiveDate> {
    let mut day = last.succ_opt()?;
    while let Some(filing) = filings().find(|filing| filing.period.contains(day)) {
        day = filing.period.last.succ_opt()?;
    }
    Some(day)
}
