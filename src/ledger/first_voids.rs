//! The first void of each invoice: the one that is carried out first, wherever it stands in the files.

use super::posting_order::{compare_within_day, posting_day};
use crate::journal::model::{InvoiceIx, Journal, MovementIx, MovementKind};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Invoices that were voided up to a day: the day on which the void counts, and which entry it is. A later void of the same
/// invoice finds nothing left of it.
pub fn first_voids(
    journal: &Journal,
    as_of: NaiveDate,
) -> BTreeMap<InvoiceIx, (NaiveDate, MovementIx)> {
    let mut first = BTreeMap::new();
    let movements = journal.movements.iter();
    for (ix, void) in movements.filter(|(_, it)| it.kind == MovementKind::Void) {
        let found = (posting_day(journal, void), ix);
        for invoice in void.invoices().filter(|_| found.0 <= as_of) {
            let known = first.entry(invoice).or_insert(found);
            let order = found.0.cmp(&known.0);
            let order = order.then_with(|| compare_within_day(journal, found.1, known.1));
            if order.is_lt() {
                *known = found;
            }
        }
    }
    first
}
