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

/// The VAT of each quarter of 2025 and 2026, in cents, where an invoice of 1210.00 of 2025-01-05 is due in 30 days.
fn quarters_of_debt(entries: &str) -> [i128; 8] {
    let journal = read_journal(&format!(
        "format 1\ncustomer @c\n  name: C\n  kind: business\n  terms: 30 days\n\
         2025-01-05 invoice #D @c 1210.00 vat 21%\n{entries}"
    ));
    let quarter = |place: i128| {
        let period = format!("{}-Q{}", 2025 + place / 4, place % 4 + 1);
        read_return(&journal, "2026-12-31", &period, VatBasis::Invoice)
            .total_vat()
            .0
    };
    [0, 1, 2, 3, 4, 5, 6, 7].map(quarter)
}

const FIRST_FILED: &str = "2025-04-20 filed 2025-Q1\n  box: 1a 1000 210\n";

#[test]
fn a_bad_debt_that_was_written_after_the_return_is_late() {
    for late in [
        "2025-03-20 writeoff #D | Written down afterwards\n",
        "2025-03-20 insolvent @c | Bankrupt\n",
    ] {
        let found = quarters_of_debt(&format!("{FIRST_FILED}{late}"));
        assert_eq!(found, [21_000, -21_000, 0, 0, 0, 0, 0, 0], "{late}");
        let before = quarters_of_debt(&format!("{late}{FIRST_FILED}"));
        assert_eq!(before, [0; 8], "{late}");
    }
}

#[test]
fn a_settlement_is_as_late_as_the_payment_that_reaches_it() {
    let agreed = "2025-02-10 settle #D 605.00 by 2025-03-31\n";
    let paid = "2025-03-20 payment #D 605.00\n";
    let found = quarters_of_debt(&format!("{agreed}{FIRST_FILED}{paid}"));
    assert_eq!(found, [21_000, -10_500, 0, 0, 0, 0, 0, 0]);
    let before = quarters_of_debt(&format!("{agreed}{paid}{FIRST_FILED}"));
    assert_eq!(before, [10_500, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn time_that_passes_is_not_late_but_a_reversal_is() {
    // Due on 2025-02-04, so that the year has passed in the first quarter of 2026.
    let filed = "2026-04-20 filed 2026-Q1\n  box: 1a 0 0\n";
    let passed = quarters_of_debt(filed);
    assert_eq!(passed, [21_000, 0, 0, 0, -21_000, 0, 0, 0]);
    let paid = "2025-03-20 payment #D 363.00\n";
    let bounced = "2025-03-25 reversal #D 363.00 of 2025-03-20\n";
    let found = quarters_of_debt(&format!("{paid}{filed}{bounced}"));
    assert_eq!(found, [21_000, 0, 0, 0, -14_700, -6_300, 0, 0]);
}

#[test]
fn two_losses_of_one_day_are_late_each_by_its_line() {
    let found = quarters_of_debt(&format!(
        "2025-03-20 writeoff #D 605.00\n{FIRST_FILED}2025-03-20 writeoff #D 605.00\n"
    ));
    assert_eq!(found, [10_500, -10_500, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn relief_of_a_filed_quarter_stays_and_what_takes_the_debt_away_is_late() {
    let filed = "2026-04-20 filed 2026-Q1\n  box: 1a -1000 -210\n";
    for (late, next) in [
        ("2026-01-20 payment #D 1210.00\n", 21_000),
        ("2026-01-20 payment #D 605.00\n", 10_500),
        ("2025-03-20 payment #D 1210.00\n", 21_000),
        ("2026-01-20 credit #K for #D 1210.00 vat 21%\n", 0),
        ("2026-01-20 credit #K for #D 605.00\n", 0),
        ("2026-01-20 writeoff #D\n", 0),
        ("2026-01-20 void #D\n", 0),
        ("2026-02-20 payment #D 1210.00\n", 21_000),
    ] {
        let found = quarters_of_debt(&format!("{FIRST_FILED}{filed}{late}"));
        assert_eq!(found, [21_000, 0, 0, 0, -21_000, next, 0, 0], "{late}");
        let in_time = quarters_of_debt(&format!("{FIRST_FILED}{late}{filed}"));
        let in_time: i128 = in_time.iter().sum();
        assert_eq!(found.iter().sum::<i128>(), in_time, "{late}");
    }
}
