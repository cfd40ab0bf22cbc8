//! What came after the return of its period was filed belongs in the next one (SPEC.md 6.26).

use super::vat_entry::{VatEntry, VatEntryKind};
use crate::journal::vat_filing::VatFiling;
use crate::text::span::Origin;
use chrono::NaiveDate;

/// Moves entries that stand behind the `filed` line of their period to the first day after all that was filed before them.
/// What follows from the law alone has no line of its own and stays.
pub fn move_late_entries(entries: &mut [VatEntry], filings: &[VatFiling]) {
    if filings.is_empty() {
        return;
    }
    for entry in entries {
        let follows_by_law = entry.kind == VatEntryKind::Relief;
        if !follows_by_law && let Some(day) = declared_later(entry.date, entry.origin, filings) {
            entry.declared_on = day;
        }
    }
}

/// The first day that can still be declared, for an entry of a period that was filed before it was written.
pub fn declared_later(date: NaiveDate, origin: Origin, filings: &[VatFiling]) -> Option<NaiveDate> {
    let before = filings.iter().filter(|filing| filing.origin < origin);
    let last = before.map(|filing| filing.period.last).max()?;
    let is_filed = filings
        .iter()
        .any(|filing| filing.origin < origin && filing.period.contains(date));
    is_filed.then(|| last.succ_opt()).flatten()
}
