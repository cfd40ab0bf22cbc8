//! What stands for collection together: letters that could have been one demand, and a fee beside the costs.

use super::figures::claim_answer;
use crate::diagnostics::draw_findings;
use crate::journals::{check_text, finding_place};
use crate::letters::shelf::{due_drafts_of, print_drafts};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// A riding school, two lessons of one pupil that are both late on 7 May, and what happened.
fn school(kind: &str, policy: &str, amounts: [&str; 2], after: &str) -> String {
    let [first, second] = amounts;
    format!(
        "format 1\nbusiness\n  name: Manege\n  iban: NL91ABNA0417164300\n  language: en\n  policy: usual\n\
         policy usual\n  terms: 14 days\n  interest: none\n{policy}\
         customer @fay\n  name: Fay\n  kind: {kind}\n  email: f@fay.example\n2024-05-01 agreed @fay\n\
         2026-04-01 invoice #R1 @fay {first} due 2026-04-15\n2026-04-10 invoice #R2 @fay {second} due 2026-04-24\n{after}"
    )
}

/// The costs claimed on 20 July for some invoices, fees and VAT included, in cents.
fn costs_on(text: &str, numbers: &[&str], day: &str) -> i128 {
    let ask = ReportOptions {
        invoices: numbers.iter().map(|number| (*number).to_owned()).collect(),
        ..ReportOptions::default()
    };
    let book = TestJournal::from_text(text, day);
    claim_answer(&book, &ask).unwrap().claims[0].costs.0
}

fn both(text: &str) -> [i128; 3] {
    let day = "2026-07-20";
    [
        costs_on(text, &["R1", "R2"], day),
        costs_on(text, &["R1"], day),
        costs_on(text, &["R2"], day),
    ]
}

/// Letters by mail of 7 May and of another day: the first runs to 21 May.
fn letters(second: &str, costs: [&str; 2]) -> String {
    format!(
        "2026-05-07 sent final #R1 via email\n  costs: {}\n{second} sent final #R2 via email\n  costs: {}\n",
        costs[0], costs[1]
    )
}

#[test]
fn letters_that_could_have_been_one_give_the_costs_of_the_sum() {
    for day in ["2026-05-07", "2026-05-12", "2026-05-21"] {
        let text = school(
            "consumer",
            "",
            ["120.00", "90.00"],
            &letters(day, ["40.00", "40.00"]),
        );
        assert_eq!(both(&text), [4_000, 4_000, 0], "{day}");
    }
    // 270.00 over 1,800.00, and over 2,500.00 together 375.00.
    let text = school(
        "consumer",
        "",
        ["1800.00", "700.00"],
        &letters("2026-05-12", ["270.00", "105.00"]),
    );
    assert_eq!(both(&text), [37_500, 27_000, 10_500]);
    // The second letter announced less than that, or more.
    let text = school(
        "consumer",
        "",
        ["1800.00", "700.00"],
        &letters("2026-05-12", ["270.00", "60.00"]),
    );
    assert_eq!(both(&text), [33_000, 27_000, 6_000]);
    // Written costs are lowered to it.
    let written = letters("2026-05-12", ["270.00", "105.00"])
        + "2026-06-10 costs #R1 270.00\n2026-06-10 costs #R2 105.00\n";
    assert_eq!(
        both(&school("consumer", "", ["1800.00", "700.00"], &written)),
        [37_500, 27_000, 10_500]
    );
}

#[test]
fn what_could_not_have_been_one_demand_stands_alone() {
    // To wait until the term of the first is over makes no new demand of what was late when that went out.
    let text = school(
        "consumer",
        "",
        ["120.00", "90.00"],
        &letters("2026-05-22", ["40.00", "40.00"]),
    );
    assert_eq!(both(&text), [4_000, 4_000, 0]);
    // The second invoice was not late when the first letter went out.
    let text = text
        .replace("due 2026-04-24", "due 2026-05-10")
        .replace("2026-05-22 sent", "2026-05-12 sent");
    assert_eq!(both(&text), [8_000, 4_000, 4_000]);
    // The first was paid inside its term: it gives no costs, and the second its own.
    let paid = letters("2026-05-12", ["40.00", "40.00"]) + "2026-05-15 payment #R1 120.00\n";
    let text = school("consumer", "", ["120.00", "90.00"], &paid);
    assert_eq!(costs_on(&text, &["R2"], "2026-07-20"), 4_000);
}

#[test]
fn the_later_letter_is_told_and_announces_no_more() {
    let text = school(
        "consumer",
        "",
        ["120.00", "90.00"],
        &letters("2026-05-12", ["40.00", "40.00"]),
    );
    let outcome = check_text(format!("; as of 2026-07-20\n{text}"));
    let found = outcome.findings.diagnostics.iter();
    let found: Vec<_> = found.filter(|found| found.kind.code == "E018").collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(finding_place(&outcome, found[0]).starts_with("E018 "));
    let told = draw_findings(&outcome);
    assert!(
        told.contains("at most 0.00 beside those of the letter of 2026-05-07, found 40.00"),
        "{told}"
    );
    let right = school(
        "consumer",
        "",
        ["1800.00", "700.00"],
        &letters("2026-05-12", ["270.00", "105.00"]),
    );
    let outcome = check_text(format!("; as of 2026-07-20\n{right}"));
    assert!(
        !outcome
            .findings
            .diagnostics
            .iter()
            .any(|found| found.kind.code == "E018")
    );
    // The letter that is still to be written.
    let ladder = "  stage: final 14 days after due deadline 14 days via email\n";
    let first = "2026-05-07 sent final #R1 via email\n  costs: 270.00\n";
    let book = TestJournal::from_text(
        &school("consumer", ladder, ["1800.00", "700.00"], first),
        "2026-05-12",
    );
    let letter = print_drafts(&due_drafts_of(&book), "text");
    assert!(letter.contains("They amount to \u{20ac}105.00"), "{letter}");
}

#[test]
fn a_fee_that_was_not_agreed_is_part_of_the_scale() {
    let fee = "2026-05-01 fee #R1 30.00\n";
    // 135.00 over 900.00, fee included; 40.00 is the least, and the fee is inside it.
    let text = school("business", "", ["900.00", "500.00"], fee);
    assert_eq!(costs_on(&text, &["R1"], "2026-07-20"), 13_500);
    assert_eq!(
        costs_on(
            &school("business", "", ["80.00", "500.00"], fee),
            &["R1"],
            "2026-07-20"
        ),
        4_000
    );
    // Together: 210.00 over 1,400.00.
    assert_eq!(costs_on(&text, &["R1", "R2"], "2026-07-20"), 21_000);
    // More than the scale by itself: what was written stays, and nothing is added.
    let text = school(
        "business",
        "",
        ["80.00", "500.00"],
        "2026-05-01 fee #R1 55.00\n",
    );
    assert_eq!(costs_on(&text, &["R1"], "2026-07-20"), 5_500);
    // What was waived of it comes back into the costs.
    let text = school(
        "business",
        "",
        ["900.00", "500.00"],
        &format!("{fee}2026-05-02 waive #R1 30.00 fee\n"),
    );
    assert_eq!(costs_on(&text, &["R1"], "2026-07-20"), 13_500);
    // Agreed: the step has it, and the customer accepted the policy. Then both are asked.
    let step = "  stage: reminder 3 days after due via email fee 30.00\n";
    let agreed = school("business", step, ["900.00", "500.00"], fee);
    assert_eq!(costs_on(&agreed, &["R1"], "2026-07-20"), 16_500);
    let not_agreed = agreed.replace("2024-05-01 agreed @fay\n", "");
    assert_eq!(costs_on(&not_agreed, &["R1"], "2026-07-20"), 13_500);
}

#[test]
fn who_paid_one_invoice_of_a_letter_after_its_term_leaves_the_costs_of_the_others() {
    let day = "2026-07-20";
    let letter = "2026-05-07 sent final #R1 #R2 via email\n  costs: 625.00\n2026-06-15 payment #R1 2500.00\n";
    let two = ["2500.00", "2500.00"];
    let text = school("consumer", "", two, letter);
    // 375.00 over what is open; the letter gave 625.00, of which 250.00 would still be owed for the one that was paid.
    assert_eq!(costs_on(&text, &["R1", "R2"], day), 37_500);
    assert_eq!(costs_on(&text, &["R2"], day), 37_500);
    let ask = ReportOptions {
        invoices: vec!["R1".to_owned(), "R2".to_owned()],
        ..ReportOptions::default()
    };
    let page = TestJournal::from_text(&text, day).print_report("claim", &ask, "en", "text");
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        page.contains("250.00 EUR of it could still be asked"),
        "{page}"
    );
    // What was written counts in full, on whichever invoice it stands.
    for written in [
        "2026-05-22 costs #R2 625.00\n",
        "2026-06-16 costs #R1 625.00\n",
    ] {
        let text = school("consumer", "", two, &format!("{letter}{written}"));
        assert_eq!(costs_on(&text, &["R1", "R2"], day), 62_500, "{written}");
    }
}
