//! VAT on what nobody pays: one fact for each day on which it became certain, one for each sum that came after all.

use crate::claim::checks::find_codes;
use crate::dunning::rules::{LADDER, report_rows};

const CHAIRS: &str = "2025-03-03 invoice #S1 @k 2420.00 vat 21% due 2025-04-02 | Chairs\n";

/// The tasks about VAT: since when, what, and why.
fn vat_tasks(journal: &str, on: &str) -> Vec<String> {
    let rows = report_rows(
        journal,
        "next",
        on,
        &["date", "action", "invoice", "reason"],
    );
    let rows = rows.into_iter().filter(|row| row[1].starts_with("vat"));
    rows.map(|row| row.join(" ").replace(" EUR", "")).collect()
}

fn count_findings(journal: &str, on: &str, code: &str) -> usize {
    find_codes(&[code], &format!("; as of {on}\n{LADDER}{journal}")).len()
}

#[test]
fn the_rates_of_lines_count_with_and_without_one_in_the_header() {
    let lines = "  item: 200.00 vat 21% | Paint\n  item: 2 x 50.00 vat 9% | Plants\n  less: 10.00 vat 9% | Bruised\n";
    let several = format!("2025-03-03 invoice #S2 @k 340.10 due 2025-04-02\n{lines}");
    let told = ["2026-04-02 vat-reclaim S2 50.10 of VAT: 42.00 at 21%, 8.10 at 9%"];
    assert_eq!(vat_tasks(&several, "2026-04-02"), told);
    let header = several.replace("340.10 due", "340.10 vat 21% due");
    assert_eq!(vat_tasks(&header, "2026-04-02"), told);
    let low = "2025-03-03 invoice #S3 @k 109.00 vat 21% due 2025-04-02\n  item: 100.00 vat 9%\n";
    assert_eq!(
        vat_tasks(low, "2026-05-02"),
        ["2026-04-02 vat-reclaim S3 9.00 of VAT"]
    );
    let none = "2025-03-03 invoice #S4 @k 100.00 due 2025-04-02\n  item: 100.00 vat 0%\n";
    assert!(vat_tasks(none, "2026-05-02").is_empty());
}

#[test]
fn a_credit_note_takes_its_own_rate_out() {
    let mixed = "2025-03-03 invoice #S2 @k 351.00 due 2025-04-02\n  item: 200.00 vat 21%\n  item: 100.00 vat 9%\n\
        2025-03-20 credit #C1 for #S2 109.00 vat 9%\n";
    assert_eq!(
        vat_tasks(mixed, "2026-04-02"),
        ["2026-04-02 vat-reclaim S2 42.00 of VAT"]
    );
    // After the year the credit note takes back VAT that was asked back already: that part is due again.
    let late = mixed.replace("2025-03-20 credit", "2026-05-20 credit");
    assert_eq!(
        vat_tasks(&late, "2026-05-20"),
        [
            "2026-04-02 vat-reclaim S2 51.00 of VAT: 42.00 at 21%, 9.00 at 9%",
            "2026-05-20 vat-due-again S2 9.00 of VAT"
        ]
    );
}

#[test]
fn what_comes_after_the_year_is_another_fact() {
    let year = "2026-04-02 vat-reclaim S1 420.00 of VAT";
    for (paid, again) in [
        ("1210.00", "210.00"),
        ("100.00", "17.36"),
        ("2420.00", "420.00"),
    ] {
        let journal = format!("{CHAIRS}2026-07-01 payment #S1 {paid}\n");
        assert_eq!(
            vat_tasks(&journal, "2026-07-02"),
            [
                year.to_owned(),
                format!("2026-07-01 vat-due-again S1 {again} of VAT")
            ]
        );
    }
    let in_time = format!("{CHAIRS}2026-04-02 payment #S1 1210.00\n");
    assert_eq!(
        vat_tasks(&in_time, "2026-07-02"),
        ["2026-04-02 vat-reclaim S1 210.00 of VAT"]
    );
    let bounced = format!(
        "{CHAIRS}2026-03-01 payment #S1 2420.00\n2026-04-10 reversal #S1 2420.00 of 2026-03-01\n"
    );
    assert_eq!(
        vat_tasks(&bounced, "2026-07-02"),
        ["2026-04-10 vat-reclaim S1 420.00 of VAT"]
    );
}

#[test]
fn whatever_ends_an_invoice_unpaid_starts_it_for_its_share() {
    let whole = format!("{CHAIRS}2025-09-01 writeoff #S1 | nothing there\n");
    let told = ["2025-09-01 vat-reclaim S1 420.00 of VAT; written off on 2025-09-01"];
    assert_eq!(vat_tasks(&whole, "2025-09-01"), told);
    assert_eq!(vat_tasks(&whole, "2026-09-01"), told);
    let part = format!("{CHAIRS}2025-09-01 writeoff #S1 605.00 | a quarter\n");
    assert_eq!(
        vat_tasks(&part, "2026-04-02"),
        [
            "2025-09-01 vat-reclaim S1 105.00 of VAT; written off on 2025-09-01",
            "2026-04-02 vat-reclaim S1 315.00 of VAT"
        ]
    );
    let settled = format!(
        "{CHAIRS}2025-09-01 settle #S1 1815.00 by 2025-10-01\n2025-09-20 payment #S1 1815.00\n"
    );
    assert_eq!(
        vat_tasks(&settled, "2025-09-20"),
        ["2025-09-20 vat-reclaim S1 105.00 of VAT; settled for less on 2025-09-20"]
    );
    let insolvent = format!("{CHAIRS}2025-05-01 payment #S1 1210.00\n2025-08-08 insolvent @k\n");
    assert_eq!(
        vat_tasks(&insolvent, "2025-08-08"),
        ["2025-08-08 vat-reclaim S1 210.00 of VAT; insolvent since 2025-08-08"]
    );
    // The year went before.
    let late = format!("{CHAIRS}2026-06-01 writeoff #S1\n");
    assert_eq!(
        vat_tasks(&late, "2026-06-01"),
        ["2026-04-02 vat-reclaim S1 420.00 of VAT"]
    );
    let void = format!("{CHAIRS}2026-06-01 void #S1\n");
    assert!(vat_tasks(&void, "2026-06-01").is_empty());
}

#[test]
fn what_comes_after_all_is_due_again_whatever_became_of_the_invoice() {
    for day in ["2025-09-01", "2026-06-01"] {
        let journal =
            format!("{CHAIRS}{day} writeoff #S1\n2026-10-01 payment #S1 242.00 | trustee\n");
        let tasks = vat_tasks(&journal, "2026-10-01");
        assert_eq!(
            tasks.last().map(String::as_str),
            Some("2026-10-01 vat-due-again S1 42.00 of VAT")
        );
    }
    let insolvent = format!(
        "{CHAIRS}2025-08-08 insolvent @k\n2025-11-01 payment #S1 121.00 | first dividend\n"
    );
    assert_eq!(
        vat_tasks(&insolvent, "2025-11-01"),
        [
            "2025-08-08 vat-reclaim S1 420.00 of VAT; insolvent since 2025-08-08",
            "2025-11-01 vat-due-again S1 21.00 of VAT"
        ]
    );
}

#[test]
fn parts_have_their_own_year_and_never_more_than_was_charged() {
    let parts = "2025-03-03 invoice #S5 @k 100.00 vat 21%\n  due: 33.33 on 2025-04-02\n  due: 33.33 on 2025-05-02\n\
        \x20 due: 33.34 on 2025-06-02\n";
    assert_eq!(
        vat_tasks(parts, "2026-06-02"),
        [
            "2026-04-02 vat-reclaim S5 5.79 of VAT",
            "2026-05-02 vat-reclaim S5 5.78 of VAT",
            "2026-06-02 vat-reclaim S5 5.79 of VAT"
        ]
    );
}

#[test]
fn only_a_note_about_the_vat_closes_its_task() {
    for other in [
        "2026-04-20 phone #S1 | calls back\n",
        "2026-04-20 email #S1 | about the VAT\n",
        "2026-04-20 note #S1 | moved house\n",
        "2026-04-20 note #S1\n  vat: repaid\n",
        "2026-04-01 note #S1 | VAT, before it could be asked back\n",
        "2026-04-20 dispute #S1\n",
    ] {
        let journal = format!("{CHAIRS}{other}");
        let year = "2026-04-02 vat-reclaim S1 420.00 of VAT";
        assert_eq!(vat_tasks(&journal, "2026-05-01"), [year], "{other}");
        assert_eq!(count_findings(&journal, "2026-05-01", "V005"), 1, "{other}");
    }
    for done in [
        "2026-04-20 note #S1 | first quarter\n  vat: reclaimed\n",
        "2026-04-20 note #S1 | Btw teruggevraagd\n",
    ] {
        let journal = format!("{CHAIRS}{done}");
        assert!(vat_tasks(&journal, "2026-05-01").is_empty(), "{done}");
        assert_eq!(count_findings(&journal, "2026-05-01", "V005"), 0, "{done}");
        let paid = format!("{journal}2026-06-01 payment #S1 1210.00\n");
        assert_eq!(
            vat_tasks(&paid, "2026-06-01"),
            ["2026-06-01 vat-due-again S1 210.00 of VAT"]
        );
        let repaid = format!("{paid}2026-07-01 note #S1\n  vat: repaid\n");
        assert!(vat_tasks(&repaid, "2026-07-01").is_empty());
    }
}

#[test]
fn cents_within_the_tolerance_are_no_bad_debt() {
    let journal = format!("{CHAIRS}2025-03-20 payment #S1 2419.60\n2025-04-10 writeoff #S1 0.40\n");
    assert_eq!(
        vat_tasks(&journal, "2025-05-01"),
        ["2025-04-10 vat-reclaim S1 0.07 of VAT; written off on 2025-04-10"]
    );
    let small =
        "policy small\n  terms: 30 days\n  tolerance: 0.50\n\n2025-03-03 agreed @k policy small\n";
    let within = journal.replace(
        "due 2025-04-02 | Chairs\n",
        "due 2025-04-02 | Chairs\n  policy: small\n",
    );
    assert!(vat_tasks(&format!("{small}{within}"), "2025-05-01").is_empty());
}
