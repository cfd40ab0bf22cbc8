//! When the listing of supplies to other member states goes by month.

use crate::ledger::shelf::{parse_day, read_journal};
use std::fmt::Write;
use tegoed::ledger::posting::post::post;
use tegoed::ledger::vat_breakdown::VatBreakdown;
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::value::period::Period;
use tegoed::value::vocabulary::VatBasis;
use tegoed::vat::listing_periods::find_listing_periods;
use tegoed::vat::vat_return::VatEntries;

/// The quarter whose goods passed the limit, and the parts in which a quarter is listed; empty where it is listed whole.
fn parts_of(invoices: &[(&str, &str)], quarter: &str) -> String {
    let mut text = "format 1\ncustomer @k\n  name: K\n  kind: business\n  country: DE\n  vat-id: DE136695976\n".to_owned();
    for (number, (day, amount)) in invoices.iter().enumerate() {
        writeln!(
            text,
            "{day} invoice #{number} @k {amount} due 2027-12-30 | Goods"
        )
        .unwrap();
    }
    let journal = read_journal(&text);
    let ledger = post(&journal, parse_day("2027-12-31"));
    let breakdown = VatBreakdown::new(&journal);
    let entries = VatEntries::new((&journal, &ledger), &LAW, &breakdown, VatBasis::Invoice);
    let period = Period::from_text(quarter).unwrap();
    let Some(monthly) = find_listing_periods(&entries, &LAW, period) else {
        return String::new();
    };
    let parts: Vec<String> = monthly.parts.iter().map(ToString::to_string).collect();
    format!("{}: {}", monthly.passed_in, parts.join(", "))
}

#[test]
fn a_quarter_whose_goods_stay_within_the_limit_is_listed_whole() {
    let goods = [
        ("2025-01-10", "50000.00 vat 0% eu-goods"),
        ("2025-02-10", "90000.00 vat 0% eu-services"),
        ("2025-03-10", "90000.00 GBP vat 0% eu-goods"),
    ];
    assert_eq!(parts_of(&goods, "2025-Q1"), "");
    let many = [("2025-01-10", "50000.01 vat 0% eu-goods")];
    assert_eq!(
        parts_of(&many, "2025"),
        "",
        "a year is asked by its quarters"
    );
}

#[test]
fn what_went_before_the_month_that_passes_the_limit_is_listed_with_it() {
    let passed_in = |month: &str| {
        let goods = [
            ("2025-04-01", "1000.00 vat 0% eu-goods"),
            (month, "49000.01 vat 0% eu-goods"),
        ];
        parts_of(&goods, "2025-Q2")
    };
    assert_eq!(
        passed_in("2025-04-30"),
        "2025-Q2: 2025-04, 2025-05, 2025-06"
    );
    assert_eq!(
        passed_in("2025-05-31"),
        "2025-Q2: 2025-04-01..2025-05-31, 2025-06"
    );
    assert_eq!(passed_in("2025-06-30"), "2025-Q2: 2025-Q2");
}

#[test]
fn after_the_limit_was_passed_four_quarters_go_by_month() {
    let goods = [("2025-06-10", "60000.00 vat 0% eu-goods")];
    let quarters = ["2025-Q3", "2026-Q2", "2026-Q3"].map(|quarter| parts_of(&goods, quarter));
    assert_eq!(
        quarters,
        [
            "2025-Q2: 2025-07, 2025-08, 2025-09",
            "2025-Q2: 2026-04, 2026-05, 2026-06",
            ""
        ]
    );
}
