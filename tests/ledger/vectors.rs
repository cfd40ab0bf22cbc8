//! The test vectors of the language: exact figures on exact days.

use super::figures::post_as_of;
use super::shelf::{example_journal, parse_day, read_journal};
use tegoed::journal::model::Journal;
use tegoed::ledger::ageing::{AgeingBasis, AgeingRow, Buckets, build_ageing, days_late};
use tegoed::ledger::model::{AllocationRule, Status};
use tegoed::value::money::Minor;

/// The only row of the ageing, in cents: the buckets, charges, on account, balance.
fn ageing_row(journal: &Journal, day: &str) -> Vec<i128> {
    let rows = build_ageing(
        journal,
        &post_as_of(journal, day),
        &Buckets::default(),
        AgeingBasis::Due,
    );
    let Some(AgeingRow {
        buckets,
        charges,
        unallocated,
        balance,
        ..
    }) = rows.into_iter().next()
    else {
        return vec![0; 8];
    };
    let rest = [charges, unallocated, balance];
    buckets
        .into_iter()
        .chain(rest)
        .map(|Minor(cents)| cents)
        .collect()
}

/// What is open of each item of an invoice, in cents, and how late it is.
fn open_items(journal: &Journal, day: &str, number: &str) -> Vec<(i64, i64)> {
    let ledger = post_as_of(journal, day);
    let invoice = journal.invoice_numbers.index_of(number).unwrap();
    let late = |item| days_late(journal, &ledger, item, AgeingBasis::Due);
    journal
        .items_of(invoice)
        .map(|item| (ledger.items[item].open.0, late(item)))
        .collect()
}

fn invoice_status(journal: &Journal, day: &str, number: &str) -> Status {
    let ledger = post_as_of(journal, day);
    let invoice = journal.invoice_numbers.index_of(number).unwrap();
    ledger.items[journal.items_of(invoice).next().unwrap()].status
}

#[test]
fn t1_each_day_has_its_own_figures() {
    let journal = example_journal("vectors/t1-as-of.tegoed");
    let table = [
        (
            "2026-02-10",
            (100_000, 6),
            (30_000, -9),
            (30_000, -39),
            [60_000, 100_000, 0, 0, 0, 0, 0, 160_000],
        ),
        (
            "2026-03-31",
            (50_000, 55),
            (30_000, 40),
            (30_000, 10),
            [0, 30_000, 80_000, 0, 0, 0, -35_000, 75_000],
        ),
        (
            "2026-04-05",
            (0, 60),
            (30_000, 45),
            (30_000, 15),
            [0, 30_000, 30_000, 0, 0, 0, -35_000, 25_000],
        ),
        (
            "2026-04-12",
            (0, 67),
            (0, 52),
            (25_000, 22),
            [0, 25_000, 0, 0, 0, 0, 0, 25_000],
        ),
        (
            "2026-04-20",
            (50_000, 75),
            (0, 60),
            (25_000, 30),
            [0, 25_000, 0, 50_000, 0, 0, 0, 75_000],
        ),
    ];
    for (day, a, b1, b2, expected) in table {
        assert_eq!(open_items(&journal, day, "A"), [a], "{day}");
        assert_eq!(open_items(&journal, day, "B"), [b1, b2], "{day}");
        assert_eq!(ageing_row(&journal, day), expected, "{day}");
    }
}

#[test]
fn t5_equal_claims_share_in_proportion() {
    let journal = example_journal("vectors/t5-pro-rata.tegoed");
    assert_eq!(open_items(&journal, "2026-03-09", "P-1"), [(30_000, 33)]);
    assert_eq!(open_items(&journal, "2026-03-31", "P-1"), [(22_500, 55)]);
    assert_eq!(open_items(&journal, "2026-03-31", "P-2"), [(7_500, 55)]);
}

#[test]
fn t5_the_odd_cent_goes_to_the_lowest_number() {
    let journal = example_journal("vectors/t5-thirds.tegoed");
    let open = ["P-1", "P-2", "P-3"].map(|number| open_items(&journal, "2026-03-31", number)[0].0);
    assert_eq!(open, [3_000, 3_001, 3_001]);
}

#[test]
fn t5_what_is_not_due_waits() {
    let journal = example_journal("vectors/t5-due-before-not-due.tegoed");
    let open = |day| ["P-1", "P-2", "P-3"].map(|number| open_items(&journal, day, number)[0].0);
    assert_eq!(open("2026-03-31"), [20_000, 0, 15_000]);
    assert_eq!(open("2026-04-20"), [0, 0, 0]);
    assert_eq!(
        ageing_row(&journal, "2026-04-20"),
        [0, 0, 0, 0, 0, 0, -5_000, -5_000]
    );
}

#[test]
fn t8_seeds() {
    let journal = example_journal("vectors/s1-24-items.tegoed");
    assert_eq!(
        open_items(&journal, "2026-01-31", "2026-001"),
        [(200_000, -4)]
    );

    let journal = example_journal("vectors/s3-18-late-fee.tegoed");
    assert_eq!(
        ageing_row(&journal, "2025-12-02"),
        [0, 25_000, 0, 0, 0, 0, 0, 25_000]
    );
    assert_eq!(
        ageing_row(&journal, "2025-12-03"),
        [0, 25_000, 0, 0, 0, 2_500, 0, 27_500]
    );
    assert_eq!(
        ageing_row(&journal, "2025-12-04"),
        [0, 0, 25_000, 0, 0, 2_500, 0, 27_500]
    );

    let journal = example_journal("vectors/s0-34-thirty-thirty-forty.tegoed");
    assert_eq!(ageing_row(&journal, "2026-01-07"), [0; 8]);
    let open = [(0, 51), (30_000, 13), (40_001, -30)];
    assert_eq!(open_items(&journal, "2026-02-28", "2026-001"), open);

    let journal = example_journal("vectors/s2-06-received.tegoed");
    assert_eq!(
        open_items(&journal, "2026-04-03", "2026-001"),
        [(50_000, 0)]
    );
    assert_eq!(
        open_items(&journal, "2026-04-04", "2026-001"),
        [(50_000, 1)]
    );
    assert_eq!(
        open_items(&journal, "2026-04-03", "2026-002"),
        [(30_000, 1)]
    );

    let journal = example_journal("vectors/s2-07-agreed-too-late.tegoed");
    assert!(post_as_of(&journal, "2026-12-31").faults.is_empty());
}

#[test]
fn t8_discount_inside_the_window_only() {
    let journal = example_journal("vectors/s4-08-discount.tegoed");
    assert_eq!(
        ageing_row(&journal, "2026-03-05"),
        [2_000, 0, 0, 0, 0, 0, 0, 2_000]
    );
    assert_eq!(
        ageing_row(&journal, "2026-04-01"),
        [200_000, 2_000, 0, 0, 0, 0, 0, 202_000]
    );
    assert_eq!(
        ageing_row(&journal, "2026-04-06"),
        [0, 102_000, 0, 0, 0, 1_500, 0, 103_500]
    );
    assert_eq!(
        ageing_row(&journal, "2026-04-10"),
        [0, 100_000, 0, 0, 0, 1_500, 0, 101_500]
    );
    let on_day = |number| invoice_status(&journal, "2026-04-10", number);
    assert_eq!(["D-0", "D-1", "D-2"].map(on_day), [Status::Paid; 3]);
    assert_eq!(["D-3", "D-4"].map(on_day), [Status::Paid, Status::Open]);
    let ledger = post_as_of(&journal, "2026-04-10");
    let given = ledger
        .allocations
        .iter()
        .filter(|step| step.rule == AllocationRule::Discount);
    assert_eq!(
        given.map(|step| step.amount.0).collect::<Vec<_>>(),
        [100, 2_000]
    );
}

#[test]
fn t9_boundaries() {
    let journal = example_journal("vectors/t9-boundaries.tegoed");
    assert_eq!(
        ageing_row(&journal, "2026-03-31"),
        [10_000, 50_000, 40_000, 0, 0, 0, 0, 100_000]
    );
    assert_eq!(
        ageing_row(&journal, "2026-04-01"),
        [0, 30_000, 70_000, 0, 0, 0, 0, 100_000]
    );
    assert_eq!(
        ageing_row(&journal, "2026-04-30"),
        [0, 10_000, 50_000, 40_000, 0, 0, 0, 100_000]
    );
    assert_eq!(
        ageing_row(&journal, "2026-05-30"),
        [0, 0, 10_000, 50_000, 40_000, 0, 0, 100_000]
    );
}

#[test]
fn t9_a_part_without_a_day_is_not_late() {
    let text = "format 1\ncustomer @k\n  name: K\n\
                2026-01-05 invoice #1 @k 10.00\n  due: 50% on 2026-01-10\n  due: 50% on delivery\n";
    let journal = read_journal(text);
    assert_eq!(
        open_items(&journal, "2027-01-05", "1"),
        [(500, 360), (500, 0)]
    );
}

#[test]
fn one_year_at_a_small_firm() {
    let journal = example_journal("06-small-firm-one-year.tegoed");
    let ledger = tegoed::ledger::post(&journal, parse_day("2025-12-31"));
    assert!(ledger.faults.is_empty());
    let mut overdue = Minor::ZERO;
    let mut not_due = Minor::ZERO;
    for row in build_ageing(&journal, &ledger, &Buckets::default(), AgeingBasis::Due) {
        not_due += row.buckets[0];
        for bucket in &row.buckets[1..] {
            overdue += *bucket;
        }
    }
    assert_eq!((overdue, not_due), (Minor(145_200), Minor(949_850)));
}
