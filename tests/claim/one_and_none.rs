//! Findings that are not made where nothing is wrong, and made where the only thing named is.

use crate::journals::{check_text, finding_place};

/// The places of the findings with one of some codes, as of a day.
fn places(codes: &[&str], text: &str, day: &str) -> Vec<String> {
    let outcome = check_text(format!("; as of {day}\n{text}"));
    let found = outcome.findings.diagnostics.iter();
    let found = found.filter(|found| codes.contains(&found.kind.code));
    found.map(|found| finding_place(&outcome, found)).collect()
}

const BUSINESS: &str = "format 1\nbusiness\n  name: Atelier Noord\n  size: sme\n  policy: standard\npolicy standard\n  \
    terms: 30 days\n  stage: reminder 3 days after due deadline 7 days via email\n";

#[test]
fn what_may_have_happened_in_either_order_on_one_day_is_no_finding() {
    for arrangement in [
        "promise #1 300.00 by 2026-02-12",
        "hold #1 until 2026-02-20",
        "dispute #1 | kras",
        "payment #1 300.00",
    ] {
        let text = |day: &str| {
            format!(
                "{BUSINESS}customer @k\n  name: Kok\n  kind: business\n  email: k@k.example\n2026-01-02 agreed @k\n\
                 2026-01-05 invoice #1 @k 300.00\n{day} {arrangement}\n2026-02-10 sent reminder #1 via email\n  \
                 deadline: 2026-02-17\n2026-02-10 bank-through\n"
            )
        };
        let codes = ["E001", "E003", "E004", "E005", "E006"];
        let same_day = places(&codes, &text("2026-02-10"), "2026-02-10");
        assert!(same_day.is_empty(), "{arrangement}: {same_day:?}");
        let day_before = places(&codes, &text("2026-02-09"), "2026-02-10");
        assert_eq!(day_before.len(), 1, "{arrangement}: {day_before:?}");
    }
}

#[test]
fn the_time_to_pay_is_measured_from_the_day_of_receipt() {
    let text = |received: &str, due: &str| {
        format!(
            "{BUSINESS}customer @k\n  name: Kok\n  kind: business\n  size: large\n2026-01-05 invoice #1 @k 1000.00 due {due}\n\
             {received}"
        )
    };
    let found = |text: &str| places(&["D009", "D010"], text, "2026-01-20").len();
    assert_eq!(found(&text("  received: 2026-01-10\n", "2026-02-09")), 0);
    assert_eq!(found(&text("", "2026-02-09")), 1);
    assert_eq!(found(&text("  received: 2026-01-10\n", "2026-02-10")), 1);
}

#[test]
fn the_only_document_of_a_journal_that_is_not_there_is_told() {
    let text = format!(
        "{BUSINESS}customer @k\n  name: Kok\n  kind: business\n2026-01-05 invoice #1 @k 1000.00\n  document: factuur-1.pfd\n"
    );
    assert_eq!(places(&["I006"], &text, "2026-01-20").len(), 1);
}

#[test]
fn every_entry_that_moves_money_and_stands_twice_alike_is_told() {
    let before = format!(
        "{BUSINESS}customer @k\n  name: Kok\n  kind: business\n2026-01-05 agreed @k\n2026-01-05 invoice #1 @k 1000.00\n\
         2026-01-06 invoice #2 @k 200.00\n2026-02-24 payment @k 100.00 on-account\n"
    );
    for entry in [
        "2026-02-25 fee #1 10.00",
        "2026-02-25 costs #1 40.00",
        "2026-02-25 interest #1 3.00",
        "2026-02-25 writeoff #1 5.00 | kras",
        "2026-02-25 payment #1 50.00",
        "2026-02-25 refund @k 20.00",
        "2026-02-25 apply @k 10.00 for #1",
    ] {
        let once = format!("{before}{entry}\n");
        assert_eq!(places(&["P018"], &once, "2026-02-26").len(), 0, "{entry}");
        let twice = format!("{once}{entry}\n");
        assert_eq!(places(&["P018"], &twice, "2026-02-26").len(), 1, "{entry}");
    }
}
