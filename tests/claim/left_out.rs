//! What a fourteen-day letter did not ask: a part of an invoice that stood at another step, what was contested, what a plan
//! left for later, what other money covered. No costs of it arise from that letter (NL: BW 6:96 lid 6; SPEC.md 12).

use super::figures::claim_answer;
use crate::diagnostics::draw_findings;
use crate::journals::check_text;
use crate::letters::shelf::{due_drafts, print_draft, requested_drafts};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// A consumer, or a business, whose last letter is possible two weeks after the due date, and some entries.
fn journal(kind: &str, entries: &str) -> String {
    format!(
        "format 1\nbusiness\n  name: Atelier Noord\n  iban: NL91ABNA0417164300\n  email: post@noord.example\n  \
         language: nl\n  policy: p\npolicy p\n  terms: 30 days\n  interest: none\n  \
         stage: reminder 3 days after due deadline 7 days via email\n  \
         stage: final 14 days after due gap 7 days deadline 14 days via email\n  \
         stage: handover 30 days after due gap 7 days\n\
         customer @k\n  name: Kok\n  kind: {kind}\n  email: k@k.example\n2026-01-02 agreed @k\n{entries}"
    )
}

fn costs_on(text: &str, day: &str) -> i128 {
    let ask = ReportOptions {
        invoices: vec!["1".to_owned()],
        ..ReportOptions::default()
    };
    let book = TestJournal::from_text(text, day);
    claim_answer(&book, &ask).unwrap().claims[0].costs.0
}

/// The tasks of a day: what, at which step, and how much.
fn tasks(text: &str, day: &str) -> Vec<String> {
    let page = TestJournal::from_text(text, day).print_report(
        "next",
        &ReportOptions::default(),
        "en",
        "csv",
    );
    let rows = page.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        cells.join(" ")
    });
    rows.collect()
}

/// Without line breaks.
fn unwrapped(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn findings(text: &str, day: &str) -> String {
    let outcome = check_text(format!("; as of {day}\n{text}"));
    draw_findings(&outcome)
}

const CONTESTED: &str = "2026-01-05 invoice #1 @k 1000.00 | Kast
2026-02-08 sent reminder #1 via email
2026-02-20 dispute #1 200.00 | kras
2026-03-10 sent final #1 via email
  costs: 120.00
";

#[test]
fn who_paid_all_that_the_letter_asked_owes_no_costs_of_the_rest() {
    let paid = format!("{CONTESTED}2026-03-20 payment #1 800.00\n");
    for entries in [
        format!("{paid}2026-04-01 resolve #1 rejected\n2026-04-20 bank-through\n"),
        // A plan of which the letter asked one part, and that was ended later.
        "2026-01-05 invoice #1 @k 1000.00 | Kast\n2026-02-08 sent reminder #1 via email\n2026-02-20 plan #1\n  \
         due: 200.00 on 2026-03-05\n  due: 800.00 on 2026-05-10\n  signed: yes\n2026-03-10 sent final #1 via email\n  \
         costs: 40.00\n2026-03-20 payment #1 200.00\n2026-04-15 release #1\n2026-04-20 bank-through\n"
            .to_owned(),
        // Money on account that was given back later.
        "2026-01-05 invoice #1 @k 1000.00 | Kast\n2026-01-20 payment @k 400.00 on-account\n\
         2026-02-08 sent reminder #1 via email\n2026-03-10 sent final #1 via email\n  costs: 90.00\n\
         2026-03-20 payment #1 600.00\n2026-03-21 refund @k 400.00\n2026-04-20 bank-through\n"
            .to_owned(),
        // An offer to take less, which was contested at the same time.
        format!("{paid}2026-03-25 resolve #1 rejected\n2026-04-20 bank-through\n"),
    ] {
        let text = journal("consumer", &entries);
        assert_eq!(costs_on(&text, "2026-04-20"), 0, "{entries}");
        let tasks = tasks(&text, "2026-04-20").join("\n");
        assert!(!tasks.contains("costs"), "{tasks}");
        // The last letter is to be written for the rest; nothing of it may be handed over before that.
        assert!(tasks.contains("final") && !tasks.contains("handover"), "{tasks}");
    }
}

#[test]
fn a_new_letter_gives_the_costs_of_what_the_first_left_out() {
    let paid = format!("{CONTESTED}2026-03-20 payment #1 800.00\n2026-04-01 resolve #1 rejected\n");
    let again = format!(
        "{paid}2026-04-02 sent final #1 via email\n  costs: 40.00\n2026-05-01 bank-through\n"
    );
    let text = journal("consumer", &again);
    // Fourteen days from 3 April end on 16 April.
    assert_eq!(costs_on(&text, "2026-04-16"), 0);
    assert_eq!(costs_on(&text, "2026-04-17"), 4_000);
    assert!(!findings(&text, "2026-05-01").contains("E018"));
    let letters = due_drafts(
        &journal("consumer", &format!("{paid}2026-04-02 bank-through\n")),
        "2026-04-02",
    );
    assert_eq!(letters.len(), 1);
    let page = print_draft(&letters[0], "md");
    assert!(
        page.contains("€\u{a0}200,00") && page.contains("€\u{a0}40,00"),
        "{page}"
    );
    // Nothing of the first letter was paid: the second gives what the scale gives beyond it, 150.00 over 1,000.00 in all.
    let unpaid = CONTESTED.to_owned()
        + "2026-04-01 resolve #1 rejected\n2026-04-02 sent final #1 via email\n  costs: 30.00\n2026-05-01 bank-through\n";
    let text = journal("consumer", &unpaid);
    assert_eq!(costs_on(&text, "2026-04-01"), 12_000);
    assert_eq!(costs_on(&text, "2026-05-01"), 15_000);
    // What was written for the first is not asked a second time.
    let text = journal("consumer", &format!("{unpaid}2026-03-26 costs #1 120.00\n"));
    assert_eq!(costs_on(&text, "2026-05-01"), 15_000);
    let page = findings(&text, "2026-05-01");
    assert!(!page.contains("E008"), "{page}");
}

const PARTS: &str = "2026-01-05 invoice #1 @k 900.00 | Kast
  due: 300.00 on 2026-02-04
  due: 600.00 on 2026-03-04
2026-02-08 sent reminder #1 via email
2026-03-10 bank-through
";

/// What `letters --record` writes on that day: of the first part the last letter, of the second a reminder.
const RECORDED: &str = "2026-03-10 sent reminder #1 via email
  deadline: 2026-03-17
2026-03-10 sent final #1 via email
  costs: 45.00
";

#[test]
fn of_an_invoice_in_parts_a_letter_asks_those_whose_step_it_is() {
    let before = journal("consumer", PARTS);
    let drafts = due_drafts(&before, "2026-03-10");
    assert_eq!(drafts.len(), 2);
    let text = journal("consumer", &format!("{PARTS}{RECORDED}"));
    // Of its own entries `check` says nothing.
    for code in ["E001", "E002", "E007", "E012", "E018"] {
        let found = findings(&text, "2026-03-10");
        assert!(!found.contains(code), "{found}");
    }
    // Printed again on its day it is the letter that went out.
    for draft in &drafts {
        let again = requested_drafts(&text, "2026-03-10", "k", &draft.summary.stage).unwrap();
        assert_eq!(again.len(), 1);
        assert_eq!(print_draft(&again[0], "text"), print_draft(draft, "text"));
    }
    // A month later the second part is to have its last letter, and the first is to be handed over.
    let later = format!("{text}2026-04-10 bank-through\n");
    let tasks = tasks(&later, "2026-04-10").join("\n");
    assert!(
        tasks.contains("send final") && tasks.contains("600.00"),
        "{tasks}"
    );
    assert!(
        tasks.contains("handover") && !tasks.contains("900.00"),
        "{tasks}"
    );
    assert_eq!(costs_on(&later, "2026-04-10"), 4_500);
}

#[test]
fn who_paid_the_part_that_the_letter_asked_owes_no_costs_of_another() {
    let text = journal(
        "consumer",
        &format!("{PARTS}{RECORDED}2026-03-15 payment #1 300.00\n2026-04-10 bank-through\n"),
    );
    assert_eq!(costs_on(&text, "2026-04-10"), 0);
    assert!(!tasks(&text, "2026-04-10").join("\n").contains("costs"));
    // The second part gets costs by a letter of its own.
    let second = format!("{text}2026-04-10 sent final #1 via email\n  costs: 90.00\n");
    assert_eq!(costs_on(&second, "2026-04-30"), 9_000);
}

#[test]
fn a_last_letter_to_a_business_claims_costs_of_the_part_at_that_step() {
    let text = journal("business", PARTS);
    let letters = due_drafts(&text, "2026-03-10");
    assert_eq!(letters.len(), 1);
    let page = print_draft(&letters[0], "md");
    assert!(
        page.contains("factuur 1 (2/2) geldt deze brief als herinnering"),
        "{page}"
    );
    assert!(
        page.contains("€\u{a0}45,00") && !page.contains("€\u{a0}135,00"),
        "{page}"
    );
}

#[test]
fn what_became_late_after_a_letter_has_costs_of_its_own() {
    let invoices = |second: &str| {
        format!(
            "2026-01-02 invoice #3 @k 100.00\n2026-01-20 invoice #4 @k 100.00\n2026-01-02 invoice #5 @k 100.00\n\
             2026-02-10 sent final #3 via email\n  costs: 40.00\n2026-03-10 sent final {second} via email\n  costs: 40.00\n"
        )
    };
    let costs = |numbers: &[&str], second: &str| {
        let ask = ReportOptions {
            invoices: numbers.iter().map(|no| (*no).to_owned()).collect(),
            ..ReportOptions::default()
        };
        let text = journal("consumer", &invoices(second));
        assert!(!findings(&text, "2026-04-20").contains("E018"));
        let book = TestJournal::from_text(&text, "2026-04-20");
        claim_answer(&book, &ask).unwrap().claims[0].costs.0
    };
    // Number 4 was late on 20 February for the first time.
    assert_eq!(costs(&["4"], "#4"), 4_000);
    assert_eq!(costs(&["4", "5"], "#4 #5"), 4_000);
}

#[test]
fn the_time_to_pay_of_a_version_that_was_not_accepted_is_told() {
    let text = |customer: &str| {
        format!(
            "format 1\nbusiness\n  name: Atelier Noord\n  policy: hard\npolicy hard from 2025-01-01\n  terms: 30 days\n\
             policy hard from 2026-01-01\n  terms: 8 days\ncustomer @k\n  name: Zon\n  kind: business\n{customer}\
             2025-03-01 agreed @k\n2026-01-20 invoice #1 @k 1210.00\n"
        )
    };
    let page = |text: &str| {
        let ask = ReportOptions {
            invoices: vec!["1".to_owned()],
            ..ReportOptions::default()
        };
        let book = TestJournal::from_text(text, "2026-02-10");
        unwrapped(&book.print_report("claim", &ask, "en", "text"))
    };
    // Thirty days of 20 January end on 19 February.
    let told = page(&text(""));
    assert!(
        told.contains("accepted 30 days") && told.contains("2026-02-20"),
        "{told}"
    );
    let accepted = page(&format!("{}2026-01-15 agreed @k\n", text("")));
    assert!(!accepted.contains("accepted 30 days"), "{accepted}");
    // The customer's own time to pay comes before that of the policy.
    let own = page(&text("  terms: 8 days\n"));
    assert!(!own.contains("accepted 30 days"), "{own}");
}

#[test]
fn a_policy_of_an_invoice_from_before_its_first_version_is_told() {
    let text = "format 1\nbusiness\n  name: Atelier Noord\n  policy: standard\npolicy standard\n  terms: 30 days\n\
        policy soft from 2026-02-01\n  terms: 60 days\n  interest: none\n  costs: none\ncustomer @k\n  name: Kok\n  \
        kind: business\n2026-01-02 agreed @k policy soft\n2026-01-20 invoice #1 @k 1000.00 due 2026-02-19\n  policy: soft\n";
    let found = findings(text, "2026-03-20");
    assert!(
        found.contains("E024") && found.contains("`soft`"),
        "{found}"
    );
    let ask = ReportOptions {
        invoices: vec!["1".to_owned()],
        ..ReportOptions::default()
    };
    let page = TestJournal::from_text(text, "2026-03-20").print_report("claim", &ask, "en", "text");
    let page = unwrapped(&page);
    assert!(page.contains("No version of policy soft holds"), "{page}");
}
