//! The term that a letter gave, what was agreed, and money from the day it came in.

use super::figures::claim_answer;
use crate::journals::{check_text, finding_place};
use crate::reports::shelf::TestJournal;
use tegoed::claim::model::CustomerClaims;
use tegoed::report::shared::report_input::ReportOptions;

fn options(numbers: &str) -> ReportOptions {
    ReportOptions {
        invoices: numbers.split(' ').map(str::to_owned).collect(),
        ..ReportOptions::default()
    }
}

fn claims_on(text: &str, numbers: &str, day: &str) -> CustomerClaims {
    claim_answer(&TestJournal::from_text(text, day), &options(numbers)).unwrap()
}

/// The total of the only claim, in cents.
fn total_on(text: &str, numbers: &str, day: &str) -> i128 {
    let claims = claims_on(text, numbers, day).claims;
    assert_eq!(claims.len(), 1);
    claims[0].total.0
}

fn page_on(text: &str, numbers: &str, day: &str, language: &str) -> String {
    let book = TestJournal::from_text(text, day);
    let page = book.print_report("claim", &options(numbers), language, "text");
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The places of the findings with a code, as of a day.
fn findings(code: &str, text: &str, day: &str) -> Vec<String> {
    let outcome = check_text(format!("; as of {day}\n{text}"));
    let found = outcome.findings.diagnostics.iter();
    let found = found.filter(|found| found.kind.code == code);
    found.map(|found| finding_place(&outcome, found)).collect()
}

/// A journal of a bakery's fitter: a policy, one customer of a kind, and entries.
fn journal(kind: &str, policy: &str, entries: &str) -> String {
    format!(
        "format 1\nbusiness\n  name: Fitters\n  policy: usual\npolicy usual\n  terms: 14 days\n{policy}\
         customer @oven\n  name: Oven\n  kind: {kind}\n2024-05-01 agreed @oven\n{entries}"
    )
}

const NO_INTEREST: &str = "  interest: none\n";

#[test]
fn a_later_day_that_the_letter_named_is_the_last_of_the_term() {
    let letter = "2026-04-01 invoice #7 @oven 600.00 due 2026-04-15\n\
        2026-05-04 sent final #7 via email\n  costs: 90.00\n  deadline: 2026-06-05\n";
    let text = journal("consumer", NO_INTEREST, letter);
    assert_eq!(total_on(&text, "7", "2026-06-05"), 60_000);
    assert_eq!(total_on(&text, "7", "2026-06-06"), 69_000);
    // What comes in on the last day is still inside the term.
    let paid = format!("{text}2026-06-05 payment #7 400.00\n");
    assert_eq!(total_on(&paid, "7", "2026-06-06"), 24_000);
    // A day sooner than the law's is a term that is too short, and gives nothing.
    let short = text.replace("2026-06-05", "2026-05-15");
    assert_eq!(total_on(&short, "7", "2026-07-06"), 60_000);
}

#[test]
fn the_days_of_the_step_count_where_the_letter_names_no_day() {
    let ladder = "  interest: none\n  stage: final 10 days after due deadline 30 days via email\n";
    let letter = "2026-04-01 invoice #7 @oven 600.00\n\
        2026-05-04 sent final #7 via email\n  costs: 90.00\n";
    let text = journal("consumer", ladder, letter);
    // Thirty days from 5 May.
    assert_eq!(total_on(&text, "7", "2026-06-03"), 60_000);
    assert_eq!(total_on(&text, "7", "2026-06-04"), 69_000);
    // A step that gives fewer days than the law gives those of the law.
    let text = journal("consumer", &ladder.replace("30 days", "5 days"), letter);
    assert_eq!(total_on(&text, "7", "2026-05-18"), 60_000);
    assert_eq!(total_on(&text, "7", "2026-05-19"), 69_000);
    // A policy named on the invoice has steps of its own, and a step of another name may have the letter.
    let own = "  interest: none\npolicy long\n  terms: 14 days\n  interest: none\n  \
         stage: last 10 days after due deadline 3 weeks via email letter final-notice\n";
    let letter = letter
        .replace("600.00\n", "600.00\n  policy: long\n")
        .replace("sent final", "sent last");
    let text = journal("consumer", own, &letter);
    assert_eq!(total_on(&text, "7", "2026-05-25"), 60_000);
    assert_eq!(total_on(&text, "7", "2026-05-26"), 69_000);
}

#[test]
fn money_of_the_last_day_pays_no_costs_whenever_they_were_written() {
    let without = "2026-04-01 invoice #7 @oven 600.00\n\
        2026-05-04 sent final #7 via email\n  costs: 90.00\n2026-05-18 payment #7 250.00\n";
    let total = total_on(&journal("consumer", "", without), "7", "2026-06-10");
    for day in ["2026-05-05", "2026-05-17", "2026-05-18", "2026-05-19"] {
        let text = journal("consumer", "", &format!("{without}{day} costs #7 90.00\n"));
        assert_eq!(total_on(&text, "7", "2026-06-10"), total, "{day}");
    }
    // A business owes them from the first late day: money of the due date pays none.
    let paid = "2026-04-01 invoice #7 @oven 600.00\n2026-04-15 payment #7 250.00\n";
    let early = format!("{paid}2026-04-10 costs #7 50.00\n");
    let text = journal("business", "", &early);
    let claims = claims_on(&text, "7", "2026-04-16").claims;
    assert_eq!(claims[0].principal.0, 35_000);
    assert_eq!(claims[0].costs.0, 5_000);
}

#[test]
fn an_announced_sum_is_compared_as_a_whole_and_keeps_its_split() {
    let outside = |costs: &str, more: &str| {
        let entries = format!(
            "2026-04-01 invoice #7 @oven 900.00 due 2026-04-15\n2026-05-01 payment #7 300.00\n\
             2026-05-04 sent final #7 via email\n  costs: {costs}\n{more}"
        );
        journal("consumer", "", &entries).replace(
            "  name: Fitters\n",
            "  name: Fitters\n  vat-scheme: exempt\n  collector: third-party\n",
        )
    };
    let costs_on = |text: &str| claims_on(text, "7", "2026-06-01").claims[0].costs.0;
    // 90.00 over 600.00 and 18.90; by the order of the law 601.48 is left, which would be 90.22 and 18.95.
    let text = outside("108.90", "");
    assert_eq!(costs_on(&text), 10_890);
    let page = page_on(&text, "7", "2026-06-01", "en");
    assert!(
        page.contains("90.00 BW 6:96") && page.contains("18.90 BIK art. 2 lid 3"),
        "{page}"
    );
    // Without VAT in the letter there is none in the claim.
    assert_eq!(costs_on(&outside("90.00", "")), 9_000);
    // Less is left at the end of the term: the scale over that, with VAT.
    assert_eq!(
        costs_on(&outside("108.90", "2026-05-10 payment #7 300.00\n")),
        5_445
    );
}

#[test]
fn a_page_calls_agreed_only_what_the_journal_knows_to_be_agreed() {
    let terms = "  interest: 9% yearly\n  costs: 60.00\n";
    let invoice = "2026-04-01 invoice #7 @oven 600.00\n";
    for kind in ["business", "consumer", "government"] {
        let known = journal(kind, terms, invoice);
        let unknown = known.replace("2024-05-01 agreed @oven\n", "");
        for (language, agreed) in [("en", "agreed: policy"), ("nl", "overeengekomen: beleid")] {
            let day = "2026-06-01";
            assert!(
                page_on(&known, "7", day, language).contains(agreed),
                "{kind}"
            );
            let page = page_on(&unknown, "7", day, language);
            assert!(!page.contains(agreed), "{page}");
            assert!(page.contains("(`agreed`)"), "{page}");
        }
        let total = |text| total_on(text, "7", "2026-06-01");
        assert_eq!(total(&known), total(&unknown), "{kind}");
    }
    // Agreed after the invoice is not agreed for it.
    let later = journal("business", terms, invoice).replace("2024-05-01 agreed @oven\n", "")
        + "2026-04-02 agreed @oven\n";
    assert!(!page_on(&later, "7", "2026-06-01", "en").contains("agreed: policy"));
}

#[test]
fn an_agreement_is_to_a_version() {
    let versions = |newer: &str| {
        format!(
            "format 1\nbusiness\n  name: Fitters\n  policy: usual\n\
             policy usual from 2024-01-01\n  terms: 14 days\n  interest: 7% yearly\n  costs: none\n\
             policy usual from 2026-01-01\n  terms: 14 days\n  interest: {newer}\n  costs: none\n\
             customer @oven\n  name: Oven\n  kind: business\n\
             2024-05-01 agreed @oven policy usual\n2026-04-01 invoice #7 @oven 600.00\n"
        )
    };
    let page = |text: &str, language| page_on(text, "7", "2026-06-01", language);
    let other = versions("11% yearly");
    assert!(!page(&other, "en").contains("agreed: policy"));
    assert!(page(&other, "en").contains(
        "On 2024-05-01 the customer accepted the version of policy usual from 2024-01-01; this claim rests on that from \
         2026-01-01"
    ));
    assert!(
        page(&other, "nl")
            .contains("aanvaardde de klant de versie van beleid usual vanaf 2024-01-01")
    );
    // Another version that says the same was agreed as well; a new agreement is one to the new version.
    assert!(page(&versions("7% yearly"), "en").contains("agreed: policy usual"));
    let renewed = format!("{other}2026-03-01 agreed @oven\n");
    assert!(page(&renewed, "en").contains("agreed: policy usual"));
}

#[test]
fn a_rate_or_a_sum_that_nobody_agreed_to_is_found() {
    let terms = "  interest: 9% yearly\n  costs: none\n";
    let invoices = "2026-04-01 invoice #7 @oven 600.00\n2026-04-02 invoice #8 @oven 60.00\n";
    let known = journal("business", terms, invoices);
    assert_eq!(findings("D011", &known, "2026-06-01"), [""; 0]);
    let unknown = known.replace("2024-05-01 agreed @oven\n", "");
    assert_eq!(findings("D011", &unknown, "2026-06-01"), ["D011 13:20"]);
    // What the law gives needs no agreement: a journal that writes none down hears nothing.
    let lawful = unknown.replace("9% yearly", "statutory");
    assert_eq!(findings("D011", &lawful, "2026-06-01"), [""; 0]);
}

#[test]
fn money_counts_from_the_day_it_came_in_placed_or_not() {
    let lines = "2026-01-01 invoice #7 @oven 80000.00 due 2026-01-31\n";
    let named = journal(
        "business",
        "  costs: none\n",
        &format!("{lines}2026-03-10 payment #7 30000.00\n"),
    );
    let waits = journal(
        "business",
        "  costs: none\n",
        &format!("{lines}2026-03-10 payment @oven 30000.00\n"),
    );
    let applied = format!("{waits}2026-06-20 apply @oven 30000.00 for #7\n");
    let spread = waits.replace("  costs: none\n", "  costs: none\n  unreferenced: oldest\n");
    for day in ["2026-03-09", "2026-03-10", "2026-05-01", "2026-09-15"] {
        let total = total_on(&named, "7", day);
        for (way, text) in [
            ("waits", &waits),
            ("applied", &applied),
            ("spread", &spread),
        ] {
            assert_eq!(total_on(text, "7", day), total, "{way} on {day}");
        }
    }
    let page = page_on(&waits, "7", "2026-05-01", "en");
    assert!(
        page.contains("30,000.00 EUR has stood on account of this customer since 2026-03-10"),
        "{page}"
    );
    assert!(
        page.contains("-30,000.00 EUR what stands on account and waits to be placed"),
        "{page}"
    );
    let page = page_on(&waits, "7", "2026-05-01", "nl");
    assert!(
        page.contains("staat sinds 2026-03-10 op rekening van deze klant"),
        "{page}"
    );
}

#[test]
fn money_that_waits_goes_to_what_was_due_first_and_to_no_other_customer() {
    let text = journal(
        "consumer",
        NO_INTEREST,
        "2026-01-01 invoice #7 @oven 100.00\n2026-02-01 invoice #8 @oven 100.00\n\
         2026-03-01 payment @oven 130.00\n\
         customer @mill\n  name: Mill\n  kind: consumer\n2026-01-01 invoice #9 @mill 50.00\n",
    );
    let day = "2026-04-01";
    assert_eq!(total_on(&text, "7", day), 0);
    assert_eq!(total_on(&text, "8", day), 7_000);
    assert_eq!(total_on(&text, "7 8", day), 7_000);
    assert_eq!(total_on(&text, "9", day), 5_000);
    // Money that came too soon counts from the due date, and a refund takes it away again.
    let early = text.replace("2026-03-01 payment", "2025-12-01 payment");
    assert_eq!(total_on(&early, "7 8", day), 7_000);
    let back = format!("{text}2026-03-02 refund @oven 130.00\n");
    assert_eq!(total_on(&back, "7 8", day), 20_000);
}

#[test]
fn the_due_date_is_still_the_debtors() {
    let text = journal(
        "business",
        "",
        "2026-04-01 invoice #7 @oven 600.00 due 2026-04-30\n",
    );
    assert_eq!(total_on(&text, "7", "2026-04-30"), 0);
    assert!(total_on(&text, "7", "2026-05-01") > 60_000);
}

#[test]
fn nothing_to_claim_is_a_total_of_nothing() {
    let text = journal(
        "business",
        "",
        "2026-04-01 invoice #7 @oven 0.00\n2026-04-01 invoice #8 @oven 60.00\n2026-04-03 payment #8 60.00\n\
         2026-04-01 invoice #9 @oven 60.00 due 2026-12-01\n",
    );
    for number in ["7", "8", "9", "7 8 9"] {
        let book = TestJournal::from_text(&text, "2026-06-01");
        let csv = book.print_report("claim", &options(number), "en", "csv");
        assert!(csv.trim_end().ends_with(",total,,,,,,EUR,0.00,"), "{csv}");
    }
    assert!(page_on(&text, "7", "2026-06-01", "en").contains("#7 asked for nothing"));
    assert!(page_on(&text, "8", "2026-06-01", "en").contains("#8 is paid"));
}

#[test]
fn what_was_only_said_is_no_letter() {
    let letter = "2026-04-01 invoice #7 @oven 600.00\n\
        2026-05-04 sent final #7 via email\n  costs: 90.00\n";
    for (way, total) in [
        ("phone", 60_000),
        ("visit", 60_000),
        ("phone email", 69_000),
        ("chat", 69_000),
    ] {
        let text =
            journal("consumer", NO_INTEREST, letter).replace("via email", &format!("via {way}"));
        assert_eq!(total_on(&text, "7", "2026-06-10"), total, "{way}");
        let said = findings("E018", &text, "2026-06-10");
        assert_eq!(said.len(), usize::from(total == 60_000), "{way}: {said:?}");
    }
    let old = "2020-04-01 invoice #7 @oven 600.00\n2024-02-01 sent demand #7 via email\n";
    let barred = "#7 is barred since 2025-04-16";
    for (way, is_barred) in [
        ("demand #7 via email", false),
        ("final #7 via post", false),
        ("demand #7", false),
        ("demand #7 via phone", true),
        ("demand #7 via visit", true),
        ("reminder #7 via email", true),
    ] {
        let text = journal("business", NO_INTEREST, old).replace("demand #7 via email", way);
        let page = page_on(&text, "7", "2026-06-01", "en");
        assert_eq!(page.contains(barred), is_barred, "{way}: {page}");
    }
}

#[test]
fn nothing_arrives_before_it_was_sent() {
    let text = journal(
        "consumer",
        NO_INTEREST,
        "2026-04-01 invoice #7 @oven 600.00\n\
         2026-05-04 sent final #7 via email\n  received: 2026-04-24\n  costs: 90.00\n",
    );
    assert_eq!(total_on(&text, "7", "2026-05-18"), 60_000);
    assert_eq!(total_on(&text, "7", "2026-05-19"), 69_000);
}

#[test]
fn a_claim_to_file_stops_on_the_day_before_the_insolvency() {
    let before = "2026-01-01 invoice #7 @oven 600.00\n";
    let text = |more: &str| {
        journal(
            "business",
            "",
            &format!("{before}2026-05-11 insolvent @oven\n{more}"),
        )
    };
    let on_the_day_before = total_on(&journal("business", "", before), "7", "2026-05-10");
    assert_eq!(total_on(&text(""), "7", "2026-05-11"), on_the_day_before);
    assert_eq!(total_on(&text(""), "7", "2026-11-30"), on_the_day_before);
    let late = "2026-06-01 costs #7 90.00\n2026-06-02 fee #7 25.00\n";
    assert_eq!(total_on(&text(late), "7", "2026-11-30"), on_the_day_before);
    // What is paid out later lowers what was owed, and is shown on its own day.
    let paid = text("2026-09-01 payment #7 100.00\n");
    let without_costs = |text: &str| {
        let claims = claims_on(text, "7", "2026-11-30").claims;
        (claims[0].total - claims[0].costs).0
    };
    assert_eq!(without_costs(&paid), without_costs(&text("")) - 10_000);
    assert!(page_on(&paid, "7", "2026-11-30", "en").contains("payment 2026-09-01"));
    let claims = claims_on(&text(""), "7", "2026-11-30").claims;
    assert_eq!(claims[0].daily_interest().0, 0);
    // What was delivered after that day is another debt, and bears interest.
    let new = text("2026-06-01 invoice #8 @oven 600.00\n");
    assert!(total_on(&new, "8", "2026-11-30") > 69_000);
}

#[test]
fn the_costs_of_a_consumer_are_reckoned_on_what_the_letter_demanded() {
    let text = journal(
        "consumer",
        "",
        "2023-12-02 invoice #7 @oven 8000.00 due 2024-01-01\n2025-01-02 payment #7 4000.00\n\
         2025-02-03 sent final #7 via email\n  costs: 525.00\n2025-02-12 payment #7 3900.00\n",
    );
    // A hundred of what was demanded is left; by the order of the law it is more, which the interest took.
    let claims = claims_on(&text, "7", "2025-03-01").claims;
    assert_eq!(claims[0].costs.0, 4_000);
}

#[test]
fn costs_that_were_given_up_inside_the_term_are_not_asked_after_it() {
    let text = journal(
        "consumer",
        NO_INTEREST,
        "2026-04-01 invoice #7 @oven 600.00\n2026-05-04 sent final #7 via email\n  costs: 90.00\n\
         2026-05-06 costs #7 90.00\n2026-05-08 waive #7 90.00\n",
    );
    assert_eq!(total_on(&text, "7", "2026-06-10"), 60_000);
    let part = text.replace("waive #7 90.00", "waive #7 50.00");
    assert_eq!(total_on(&part, "7", "2026-06-10"), 64_000);
}

#[test]
fn money_that_waits_pays_all_debts_until_it_is_used_up() {
    let debts = "2026-01-02 invoice #7 @oven 900.00\n2026-01-09 invoice #8 @oven 400.00\n\
        2026-01-10 invoice #9 @oven 250.00\n";
    let paid = |money: &str| journal("business", "", &format!("{debts}{money}"));
    let day = "2026-03-01";
    let all = |text: &str| total_on(text, "7 8 9", day);
    // More came in than all of it: nothing is owed, by whichever invoice one asks, and what is left over is told.
    let more = paid("2026-02-20 payment @oven 1300.00\n2026-02-21 payment @oven 320.00\n");
    for numbers in ["7", "8", "9", "7 8 9"] {
        assert_eq!(total_on(&more, numbers, day), 0, "{numbers}");
        let page = page_on(&more, numbers, day, "en");
        assert!(page.contains("is more than this customer owes"), "{page}");
    }
    // A cent more or less that came in is a cent less or more that is asked, costs by the scale aside.
    let without_costs = |text: &str| {
        let claims = claims_on(text, "7 8 9", day).claims;
        (claims[0].total - claims[0].costs).0
    };
    let most = without_costs(&paid("2026-02-20 payment @oven 1500.00\n"));
    let less = without_costs(&paid("2026-02-20 payment @oven 1499.99\n"));
    assert_eq!(less, most + 1);
    assert!(all(&paid("2026-02-20 payment @oven 1500.00\n")) > 0);
    // Costs that were written after the money came are paid by what was left of it.
    let charged = paid("2026-02-20 payment @oven 1620.00\n2026-02-25 costs #8 40.00\n");
    assert_eq!(all(&charged), 0);
    let page = page_on(&charged, "8", day, "nl");
    assert!(
        page.contains("is meer dan deze klant schuldig is"),
        "{page}"
    );
}

#[test]
fn money_that_came_after_the_term_of_the_last_letter_pays_its_costs_too() {
    let letter = "2026-04-01 invoice #7 @oven 600.00\n2026-04-02 invoice #8 @oven 100.00\n\
        2026-05-04 sent final #7 via email\n  costs: 90.00\n";
    let with = |money: &str| journal("consumer", NO_INTEREST, &format!("{letter}{money}"));
    // The term ends on 18 May: later the costs are owed, and are paid before anything else.
    let late = with("2026-05-25 payment @oven 760.00\n");
    assert_eq!(total_on(&late, "7 8", "2026-06-10"), 3_000);
    assert_eq!(total_on(&late, "7", "2026-06-10"), 0);
    let early = with("2026-05-10 payment @oven 760.00\n");
    assert_eq!(total_on(&early, "7 8", "2026-06-10"), 0);
    assert!(page_on(&early, "7", "2026-06-10", "en").contains("60.00 EUR is more than"));
}
