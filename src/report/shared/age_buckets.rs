//! What is open by buckets of days: the buckets that were asked for, what people call them, and a row a customer.

use super::report_flag::UsageError;
use super::report_input::{ReportInput, ReportOptions};
use crate::journal::model::CustomerIx;
use crate::ledger::ageing::{AgeingBasis, AgeingRow, Buckets, build_ageing};
use crate::value::index_vec::IndexVec;

/// The rows of some customers, by id, then currency.
pub fn ageing_rows(input: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<AgeingRow> {
    let mut wanted = IndexVec::from_elem(false, input.day.journal.customers.len());
    for customer in customers {
        wanted[*customer] = true;
    }
    let mut rows = build_ageing(
        input.day.journal,
        input.day.ledger,
        &buckets(input),
        input.options.age_by,
    );
    rows.retain(|row| wanted[row.customer]);
    rows
}

/// Asks for other buckets than the usual ones; for those where there are none.
///
/// # Errors
/// They do not rise, or begin at no day.
pub fn set_buckets(options: &mut ReportOptions, ends: Vec<u32>) -> Result<(), UsageError> {
    let rises = ends.is_sorted_by(|one, other| one < other) && ends.first() != Some(&0);
    if !rises {
        return Err(UsageError::new(
            "expected buckets that rise, such as 30,60,90, from 1 day on".to_owned(),
        ));
    }
    options.buckets = ends;
    Ok(())
}

/// The buckets asked for, or the usual ones.
pub fn buckets(input: ReportInput<'_>) -> Buckets {
    Buckets::new(&input.options.buckets).unwrap_or_default()
}

/// What people call each bucket.
pub fn bucket_headings(input: ReportInput<'_>) -> Vec<String> {
    let head = &input.language.phrases.heading;
    let intervals = buckets(input).intervals().into_iter();
    intervals
        .map(|interval| match (interval, input.options.age_by) {
            ((Some(begin), Some(end)), _) => (head.bucket_days)(begin, end),
            ((Some(begin), None), _) => (head.bucket_over)(begin.saturating_sub(1)),
            ((None, _), AgeingBasis::Due) => head.not_due.to_owned(),
            ((None, _), AgeingBasis::Invoice) => head.zero_days.to_owned(),
        })
        .collect()
}
