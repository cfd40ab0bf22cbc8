//! What a claim says beside its figures where the journal makes them doubtful.

use crate::journals::{check_text, finding_place};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// A foundry (lines of its own), a policy, a customer, and entries.
fn foundry(business: &str, policy: &str, customer: &str, entries: &str) -> String {
    format!(
        "format 1\nbusiness\n  name: Foundry\n  policy: usual\n{business}policy usual{policy}\
         customer @bell\n  name: Bell\n{customer}{entries}"
    )
}

fn ask(number: &str) -> ReportOptions {
    ReportOptions {
        invoices: vec![number.to_owned()],
        ..ReportOptions::default()
    }
}

/// The claim as text, words one blank apart; and as CSV.
fn claim(text: &str, day: &str, language: &str) -> [String; 2] {
    let book = TestJournal::from_text(text, day);
    let page = book.print_report("claim", &ask("8"), language, "text");
    let csv = book.print_report("claim", &ask("8"), language, "csv");
    [page.split_whitespace().collect::<Vec<_>>().join(" "), csv]
}

fn total(csv: &str) -> &str {
    let last = csv.lines().last().unwrap_or_default();
    last.trim_start_matches(",total,,,,,,EUR,")
}

const BUSINESS: &str = "  kind: business\n";
const TERMS: &str = "\n  terms: 14 days\n";

#[test]
fn a_credit_note_of_after_the_due_day_is_told_with_the_interest_over_it() {
    let entries = "2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell 7300.00 vat 21%\n\
        2026-05-01 credit #C8 for #8 2920.00 | cast in another alloy\n";
    let text = foundry("", TERMS, BUSINESS, entries);
    // From 17 February to 1 May 74 days at 10.15% over 2,920.00: 60.09.
    let [page, _] = claim(&text, "2026-06-01", "en");
    assert!(
        page.contains("2,920.00 EUR of #8 was credited on 2026-05-01"),
        "{page}"
    );
    assert!(
        page.contains("and 60.09 EUR interest is reckoned over that until then"),
        "{page}"
    );
    // Before the due day, or as money, there is nothing to tell.
    for other in [
        "2026-02-10 credit #C8 for #8 2920.00 | cast in another alloy\n",
        "2026-05-01 payment #8 2920.00\n",
    ] {
        let text = foundry(
            "",
            TERMS,
            BUSINESS,
            &format!("{}\n{other}", &entries[..entries.len() - 69]),
        );
        let [page, _] = claim(&text, "2026-06-01", "en");
        assert!(!page.contains("was credited on"), "{page}");
    }
}

#[test]
fn terms_that_are_too_long_or_that_nobody_agreed_to_are_told() {
    let sme = "  size: sme\n";
    let large = "  kind: business\n  size: large\n";
    let agreed = "2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell 7300.00 vat 21%\n";
    let [page, _] = claim(
        &foundry(sme, "\n  terms: 45 days\n", large, agreed),
        "2026-06-01",
        "en",
    );
    assert!(
        page.contains("#8 gives 45 days to pay, where the law allows 30 days"),
        "{page}"
    );
    assert!(
        page.contains("interest then runs from 2026-03-05"),
        "{page}"
    );
    // Between two that are not large 60 days may be agreed on.
    let [page, _] = claim(
        &foundry(sme, "\n  terms: 45 days\n", BUSINESS, agreed),
        "2026-06-01",
        "en",
    );
    assert!(!page.contains("where the law allows"), "{page}");
    // Nobody agreed: 30 days from the invoice, or from its receipt.
    let never = "2026-02-02 invoice #8 @bell 7300.00 vat 21%\n";
    let [page, csv] = claim(&foundry("", TERMS, BUSINESS, never), "2026-06-01", "en");
    assert!(page.contains("agreed to the 14 days of #8"), "{page}");
    assert!(page.contains("owed from 2026-03-05 on"), "{page}");
    let [_, with] = claim(&foundry("", TERMS, BUSINESS, agreed), "2026-06-01", "en");
    assert_eq!(total(&csv), total(&with));
    let received = format!("{never}  received: 2026-02-09\n");
    let [page, _] = claim(&foundry("", TERMS, BUSINESS, &received), "2026-06-01", "nl");
    assert!(page.contains("pas vanaf 2026-03-12 verschuldigd"), "{page}");
    // As many days as the law gives need no agreement.
    let [page, _] = claim(
        &foundry("", "\n  terms: 30 days\n", BUSINESS, never),
        "2026-06-01",
        "en",
    );
    assert!(
        !page.contains("does not say that the customer agreed"),
        "{page}"
    );
}

#[test]
fn a_policy_that_did_not_hold_yet_and_a_rate_below_the_law_are_told() {
    let entries = "2024-05-01 agreed @bell\n2025-12-02 invoice #8 @bell 7300.00 due 2025-12-31\n";
    let later = " from 2026-01-01\n  interest: none\n  costs: none\n";
    let [page, _] = claim(&foundry("", later, BUSINESS, entries), "2026-06-01", "en");
    assert!(
        page.contains(
            "No version of policy usual holds on the day of #8: the first is from 2026-01-01"
        ),
        "{page}"
    );
    let [page, _] = claim(
        &foundry("", "\n  interest: none\n", BUSINESS, entries),
        "2026-06-01",
        "en",
    );
    assert!(!page.contains("No version of policy"), "{page}");
    let low = foundry("", "\n  interest: 5% yearly\n", BUSINESS, entries);
    let [page, _] = claim(&low, "2026-06-01", "en");
    assert!(
        page.contains("The rate of the policy, 5%, is below that of the law, 10.15%"),
        "{page}"
    );
    // For a consumer 5% is above the 4% of the law.
    let [page, _] = claim(
        &low.replace("business\n2024", "consumer\n2024"),
        "2026-06-01",
        "en",
    );
    assert!(!page.contains("is below that of the law"), "{page}");
}

#[test]
fn what_was_paid_late_in_full_is_not_claimed_and_told() {
    let entries = "2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell 7300.00 vat 21%\n2026-05-01 payment #8 7300.00\n";
    let text = foundry("", TERMS, BUSINESS, entries);
    let [page, csv] = claim(&text, "2026-06-01", "en");
    assert_eq!(total(&csv), "0.00,");
    // 150.22 interest is paid first; over the 150.22 that is left 31 days at 10.15% are 1.29, and costs the least, 40.00.
    assert!(
        page.contains("191.51 EUR of it could still be asked"),
        "{page}"
    );
    let book = TestJournal::from_text(&text, "2026-06-01");
    let show = ReportOptions {
        subject: Some("8".to_owned()),
        ..ReportOptions::default()
    };
    let page = book.print_report("show", &show, "en", "text");
    assert!(page.contains("191.51 EUR"), "{page}");
    // In time, or closed by something else than money: nothing is left.
    for other in [
        "2026-02-16 payment #8 7300.00\n",
        "2026-05-01 writeoff #8 | gone\n",
    ] {
        let text = text.replace("2026-05-01 payment #8 7300.00\n", other);
        assert!(
            !claim(&text, "2026-06-01", "en")[0].contains("could still be asked"),
            "{other}"
        );
    }
    // Five years on the customer may refuse.
    assert!(!claim(&text, "2031-06-01", "en")[0].contains("could still be asked"));
    // What somebody writes is claimed.
    let written = format!("{text}2026-05-20 interest #8 150.22\n2026-05-20 costs #8 40.00\n");
    assert_ne!(total(&claim(&written, "2026-06-01", "en")[1]), "0.00,");
}

#[test]
fn a_total_says_that_it_is_provisional() {
    let entries = "2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell 7300.00 vat 21%\n";
    let text = foundry("", TERMS, BUSINESS, entries);
    assert!(!claim(&text, "2026-06-01", "en")[1].contains("provisional"));
    let [page, csv] = claim(&text, "2027-03-01", "nl");
    assert!(total(&csv).ends_with(",provisional"), "{csv}");
    assert!(page.contains("voorlopig"), "{page}");
}

#[test]
fn a_day_that_cannot_be_is_told_and_not_counted_from() {
    let entries = "2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell 7300.00\n  received: 2026-01-03\n\
        2026-02-03 invoice #9 @bell 100.00\n  sent: 2026-01-03 via email\n\
        2026-03-02 sent reminder #8 via email\n  received: 2026-02-02\n";
    let text = foundry("", TERMS, BUSINESS, entries);
    let outcome = check_text(format!("; as of 2026-06-01\n{text}"));
    let found = outcome.findings.diagnostics.iter();
    let found = found.filter(|found| found.kind.code == "D014");
    let places: Vec<String> = found.map(|found| finding_place(&outcome, found)).collect();
    assert_eq!(places.len(), 3, "{places:?}");
    let [_, csv] = claim(&text, "2026-06-01", "en");
    assert!(csv.contains("8,principal,2026-02-02,2026-02-16,"), "{csv}");
}

#[test]
fn the_time_to_pay_of_a_policy_on_the_invoice_comes_before_the_customers() {
    let policies =
        "\n  terms: 14 days\npolicy slow\n  terms: 50 days\npolicy bare\n  interest: none\n";
    let customer = "  kind: business\n  terms: 21 days\n";
    let due = |policy: &str| {
        let entries =
            format!("2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell 7300.00\n{policy}");
        let text = foundry("", policies, customer, &entries);
        let [_, csv] = claim(&text, "2026-06-01", "en");
        let first = csv.lines().nth(1).unwrap_or_default().to_owned();
        first.split(',').nth(3).unwrap_or_default().to_owned()
    };
    assert_eq!(due("  policy: slow\n"), "2026-03-24");
    assert_eq!(due(""), "2026-02-23");
    assert_eq!(due("  policy: bare\n"), "2026-02-23");
    assert_eq!(due("  policy: slow\n  terms: 7 days\n"), "2026-02-09");
}

#[test]
fn advice_counts_court_fees_by_all_that_is_claimed() {
    let advice = |amount: &str, kind: &str, day: &str| {
        let entries =
            format!("2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell {amount} vat 21%\n");
        let text = foundry("", TERMS, &format!("  kind: {kind}\n"), &entries);
        let book = TestJournal::from_text(&text, day);
        let page = book.print_report("advice", &ask("8"), "en", "text");
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // 1,380.00 with 207.00 and 40.29: above 1,500.00.
    let page = advice("1380.00", "business", "2026-06-01");
    assert!(
        page.contains("397.00 EUR for 1,627.29 EUR, interest and costs included"),
        "{page}"
    );
    assert!(
        page.contains("claims the 1,380.00 EUR alone pays 350.00 EUR"),
        "{page}"
    );
    let page = advice("24500.00", "business", "2026-06-01");
    assert!(page.contains("a lawyer is obligatory there"), "{page}");
    assert!(page.contains("3,083.00 EUR court fee"), "{page}");
    let page = advice("1000.00", "business", "2026-06-01");
    assert!(
        !page.contains("alone pays") && !page.contains("lawyer is obligatory"),
        "{page}"
    );
    assert!(!page.contains("register at Justis"), "{page}");
    let page = advice("1000.00", "consumer", "2026-06-01");
    assert!(page.contains("register at Justis (Wki"), "{page}");
}

#[test]
fn what_a_plan_lets_be_paid_later_is_no_term() {
    let entries = "2024-05-01 agreed @bell\n2026-02-02 invoice #8 @bell 600.00 vat 21%\n\
        2026-03-20 plan #8\n  due: 300.00 on 2026-04-30\n  due: 300.00 on 2026-05-31\n  signed: yes\n";
    let [page, csv] = claim(&foundry("", TERMS, BUSINESS, entries), "2026-05-15", "en");
    assert!(
        csv.contains("8,principal,2026-03-20,2026-04-30,,,,EUR,300.00"),
        "{csv}"
    );
    assert!(!page.contains("days to pay"), "{page}");
}
