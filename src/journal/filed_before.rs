//! What was written after a return had been filed (SPEC.md 6.26).

use super::model::Journal;
use crate::text::span::Origin;
use chrono::NaiveDate;

/// Whether the return of a day's period was filed, by another day, before an entry was written.
pub fn is_filed_before(
    journal: &Journal,
    day: NaiveDate,
    (entry, as_of): (Origin, NaiveDate),
) -> bool {
    let filings = journal.vat_filings.iter();
    let mut of_day = filings.filter(|it| it.date <= as_of && it.period.contains(day));
    of_day.any(|it| it.stands_before(&journal.includes, entry))
}
