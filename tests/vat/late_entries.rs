//! In which return an entry stands that was written after the return of its period was filed (SPEC.md 6.26).

use super::quarter::read_return;
use crate::ledger::shelf::read_journal;
use tegoed::value::vocabulary::VatBasis;

const HEAD: &str = "format 1\n\
    customer @c\n  name: C\n  kind: business\n  terms: 30 days\n\
    2026-01-05 invoice #A @c 121.00 vat 21%\n\
    2026-04-10 filed 2026-Q1\n  box: 1a 100 21\n";

/// The VAT of each quarter of 2026, in cents.
fn quarters(entries: &str) -> [i128; 4] {
    let journal = read_journal(&format!("{HEAD}{entries}"));
    ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(|quarter| {
        let found = read_return(&journal, "2026-12-31", quarter, VatBasis::Invoice);
        found.total_vat().0
    })
}

#[test]
fn the_first_quarter_that_is_not_filed_takes_what_is_late() {
    let skipped = "2026-10-10 filed 2026-Q3\n  box: 1a 0 0\n\
        2026-03-31 invoice #L @c 1210.00 vat 21%\n";
    assert_eq!(quarters(skipped), [2_100, 21_000, 0, 0]);
    let both = format!("2026-07-10 filed 2026-Q2\n{skipped}");
    assert_eq!(quarters(&both), [2_100, 0, 0, 21_000]);
}

#[test]
fn a_correction_leaves_what_was_declared_elsewhere_meanwhile() {
    let corrected = "2026-02-02 invoice #M @c 484.00 vat 21%\n\
        2026-07-10 filed 2026-Q2\n  box: 1a 400 84\n\
        2026-02-03 invoice #N @c 1210.00 vat 21%\n\
        2026-08-10 filed 2026-Q1\n  box: 1a 1100 231\n";
    assert_eq!(quarters(corrected), [23_100, 8_400, 0, 0]);
}
