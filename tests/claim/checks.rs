//! The checks that rest on law: when they speak, and when they are silent.

use crate::journals::{check_text, finding_place};

/// The findings of some codes, in short.
pub fn find_codes(codes: &[&str], text: &str) -> Vec<String> {
    let outcome = check_text(text);
    let all = outcome.findings.diagnostics.iter();
    let own = all.filter(|found| codes.contains(&found.kind.code));
    own.map(|found| finding_place(&outcome, found)).collect()
}

/// A journal of one invoice due on 31 January 2026, as of a day.
fn one_invoice_journal(as_of: &str, kind: &str, more: &str) -> String {
    format!(
        "; as of {as_of}\nformat 1\ncustomer @k\n  name: K\n  kind: {kind}\n\
         2026-01-01 invoice #1 @k 1000.00 due 2026-01-31 vat 21%\n{more}"
    )
}

#[test]
fn a_business_may_be_charged_from_the_first_late_day() {
    let more = "2026-02-01 costs #1 150.00\n";
    assert_eq!(
        find_codes(
            &["E008"],
            &one_invoice_journal("2026-04-01", "business", more)
        ),
        [""; 0]
    );
    assert_eq!(
        find_codes(
            &["E008"],
            &one_invoice_journal("2026-04-01", "government", more)
        ),
        [""; 0]
    );
    assert_eq!(
        find_codes(
            &["E008"],
            &one_invoice_journal("2026-04-01", "consumer", more)
        ),
        ["E008 7:21"]
    );
}

#[test]
fn a_consumer_may_be_charged_from_the_day_after_the_letter_ran_out() {
    let letter = "2026-03-02 sent final #1 via post\n  costs: 150.00\n";
    let charged = |day: &str, sum: &str| {
        let more = format!("{letter}{day} costs #1 {sum}\n");
        find_codes(
            &["E008", "E018"],
            &one_invoice_journal("2026-04-01", "consumer", &more),
        )
    };
    assert_eq!(charged("2026-03-18", "150.00"), ["E008 9:21"]);
    assert_eq!(charged("2026-03-19", "150.00"), [""; 0]);
    assert_eq!(charged("2026-03-19", "150.01"), ["E008 9:21"]);
    // Two halves are one whole; a third is too much.
    let more = "2026-03-20 costs #1 75.00\n2026-03-21 costs #1 75.00\n2026-03-22 costs #1 0.01\n";
    let more = format!("{letter}{more}");
    assert_eq!(
        find_codes(
            &["E008"],
            &one_invoice_journal("2026-04-01", "consumer", &more)
        ),
        ["E008 11:21"]
    );
}

#[test]
fn a_letter_may_announce_the_tax_where_it_may_come_on_top() {
    let letter = "2026-03-02 sent final #1 via post\n  costs: 181.50\n";
    let text = one_invoice_journal("2026-04-01", "consumer", letter);
    assert_eq!(find_codes(&["E018"], &text), ["E018 8:10"]);
    let exempt = "business\n  name: B\n  vat-scheme: exempt\n  collector: third-party\n";
    let text = text.replace("customer @k", &format!("{exempt}customer @k"));
    assert_eq!(find_codes(&["E018"], &text), [""; 0]);
}

#[test]
fn a_fee_needs_a_policy_that_agrees_on_it() {
    let text = one_invoice_journal("2026-04-01", "business", "2026-02-10 fee #1 25.00\n");
    assert_eq!(find_codes(&["E008"], &text), ["E008 7:19"]);
    let with = |fee: &str| {
        let policy = format!(
            "policy standard\n  terms: 30 days\n  stage: demand 7 days after due fee {fee}\n"
        );
        let text = text.replace("kind: business", "kind: business\n  policy: standard");
        find_codes(
            &["E008"],
            &text.replace("customer @k", &format!("{policy}customer @k")),
        )
    };
    assert_eq!(with("25.00"), [""; 0]);
    assert_eq!(with("24.99"), ["E008 11:19"]);
}

#[test]
fn vat_can_be_asked_back_when_the_year_is_over() {
    let text = |day: &str| one_invoice_journal(day, "business", "");
    assert_eq!(find_codes(&["V005"], &text("2027-01-30")), [""; 0]);
    assert_eq!(find_codes(&["V005"], &text("2027-01-31")), ["V005 6:20"]);
    let exempt = "business\n  name: B\n  vat-scheme: kor\ncustomer @k";
    let kor = text("2027-01-31").replace("customer @k", exempt);
    assert_eq!(find_codes(&["V005"], &kor), [""; 0]);
}

#[test]
fn vat_is_due_again_on_what_comes_after_the_year() {
    let paid = |day: &str| {
        one_invoice_journal(
            "2027-12-31",
            "business",
            &format!("{day} payment #1 1000.00\n"),
        )
    };
    assert_eq!(find_codes(&["V005", "V006"], &paid("2027-01-31")), [""; 0]);
    assert_eq!(
        find_codes(&["V005", "V006"], &paid("2027-02-01")),
        ["V005 6:20", "V006 7:23"]
    );
}

#[test]
fn a_claim_nears_its_end_unless_a_demand_kept_it_alive() {
    let codes = ["D012", "D013"];
    let text =
        |day: &str, more: &str| find_codes(&codes, &one_invoice_journal(day, "business", more));
    assert_eq!(text("2030-07-30", ""), [""; 0]);
    assert_eq!(text("2030-07-31", ""), ["D012 6:20"]);
    assert_eq!(text("2030-12-30", ""), ["D012 6:20"]);
    assert_eq!(text("2030-12-31", ""), ["D013 6:20"]);
    assert_eq!(text("2031-01-31", ""), ["D013 6:20"]);
    assert_eq!(text("2031-02-01", ""), ["D013 6:20"]);
    for act in [
        "2029-06-01 sent demand #1 via post\n",
        "2029-06-01 payment #1 1.00\n",
        "2029-06-01 promise #1 1000.00 by 2029-07-01\n",
    ] {
        assert_eq!(text("2031-02-01", act), [""; 0], "{act}");
    }
    // What bounced or came too late keeps nothing alive.
    for act in [
        "2029-06-01 sent demand #1 via post\n  bounced: yes\n",
        "2031-02-01 sent demand #1 via post\n",
    ] {
        assert_eq!(text("2031-03-01", act), ["D013 6:20"], "{act}");
    }
}

#[test]
fn rates_are_asked_for_only_where_they_are_needed() {
    let text =
        |day: &str, more: &str| find_codes(&["E019"], &one_invoice_journal(day, "business", more));
    assert_eq!(text("2026-12-31", ""), [""; 0]);
    assert_eq!(text("2027-01-01", ""), ["E019 6:20"]);
    assert_eq!(
        text("2027-01-01", "2026-02-01 payment #1 1000.00\n"),
        [""; 0]
    );
}

/// An invoice of two lines, the second with a rate of its own.
fn two_line_journal(day: &str, amount: &str, more: &str) -> String {
    format!(
        "format 1\ncustomer @k\n  name: K\n{day} invoice #1 @k {amount} due {day} vat 21%\n\
         \x20 item: 100.00\n  item: 100.00 {more}\n"
    )
}

#[test]
fn a_rate_of_a_line_is_judged_by_itself() {
    let found = |day, amount, more| {
        find_codes(
            &["V002", "A006", "A010"],
            &two_line_journal(day, amount, more),
        )
    };
    assert_eq!(found("2026-01-01", "242.00", "vat 21%"), [""; 0]);
    assert_eq!(found("2026-01-01", "230.00", "vat 9%"), [""; 0]);
    assert_eq!(found("2026-01-01", "238.00", "vat 17%"), ["V002 6:20"]);
    assert_eq!(found("2019-01-01", "227.00", "vat 6%"), ["V002 6:20"]);
    let delivered = "vat 6%\n  delivered: 2018-12-31";
    assert_eq!(found("2019-01-01", "227.00", delivered), [""; 0]);
}
