//! Money of a customer that is here already: every letter, statement, call, task and claim of one day takes the same off.

use super::shelf::{
    BUSINESS, drafts_despite_blockers, due_drafts, occasion_drafts, print_draft, requested_drafts,
};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// A customer of a kind and a language with two invoices, of 820.00 and 460.00, due on 7 and 10 May 2026, and entries.
fn journal(kind: &str, language: &str, entries: &str) -> String {
    format!(
        "{BUSINESS}  policy: usual

policy usual
  terms: 30 days
  stage: reminder 3 days after due deadline 7 days via email
  stage: demand 14 days after due gap 7 days deadline 7 days via email
  stage: final 28 days after due gap 7 days deadline 14 days via post
  stage: handover 90 days after due gap 14 days

customer @kist
  name: Kist Meubels
  address: Kanaal 12
  address: 8011 AA Zwolle
  kind: {kind}
  email: post@kist.example
  phone: 038 555 01 01
  language: {language}

2026-04-01 agreed @kist
2026-04-07 invoice #21 @kist 820.00 vat 21% | Lak
2026-04-10 invoice #22 @kist 460.00 vat 21% | Was
{entries}2026-06-30 bank-through
"
    )
}

/// Ways in which 350.00 comes to stand on account.
const CREDITS: [&str; 4] = [
    "2026-04-20 credit #C5 @kist 350.00 vat 21% | Retour\n",
    "2026-04-20 payment @kist 350.00 on-account\n",
    "2026-04-08 invoice #20 @kist 50.00 vat 21% | Kwast\n2026-04-20 payment #20 400.00\n",
    "2026-03-20 payment @kist 350.00 on-account\n",
];

const LETTERS: &str = "2026-05-11 sent reminder #21 via email\n2026-05-13 sent reminder #22 via email\n\
    2026-05-25 sent demand #21 #22 via email\n";

fn page(text: &str, day: &str, report: &str, language: &str, medium: &str) -> String {
    let ask = ReportOptions {
        subject: Some("kist".to_owned()),
        ..ReportOptions::default()
    };
    TestJournal::from_text(text, day).print_report(report, &ask, language, medium)
}

/// The total of the claim over some invoices less interest and costs, in cents.
fn claimed(text: &str, numbers: &[&str], day: &str) -> i128 {
    let ask = ReportOptions {
        invoices: numbers.iter().map(|&number| number.to_owned()).collect(),
        ..ReportOptions::default()
    };
    let book = TestJournal::from_text(text, day);
    let answer = crate::claim::figures::claim_answer(&book, &ask).expect("a claim");
    answer.claims[0].total.0
}

fn asked(drafts: &[tegoed::letter::compose::LetterDraft]) -> Vec<i64> {
    let letters = drafts.iter().map(|draft| draft.letter.as_ref());
    let payments = letters.map(|letter| letter.expect("a letter").payment.as_ref());
    payments
        .map(|payment| i64::try_from(payment.expect("asked").amount.minor.0).expect("small"))
        .collect()
}

#[test]
fn letter_statement_call_task_and_claim_of_a_day_ask_the_same() {
    for (credit, language) in CREDITS.iter().flat_map(|it| [(it, "nl"), (it, "en")]) {
        let text = journal("business", language, credit);
        let day = "2026-05-14";
        let letters = due_drafts(&text, day);
        assert_eq!(asked(&letters), [93_000], "{credit}");
        let statement = occasion_drafts(&text, day, "statement", "kist").expect("a statement");
        assert_eq!(asked(&statement), [93_000], "{credit}");
        let written = print_draft(&letters[0], "text").replace('\u{a0}', " ");
        let (named, amount) = match language {
            "nl" => ("Uw tegoed bij ons", "€ 350,00"),
            _ => ("Your credit with us", "€350.00"),
        };
        assert!(written.contains(named), "{written}");
        assert!(
            written.replace("€ 350.00", "€350.00").contains(amount),
            "{written}"
        );
        let call = page(&text, day, "call", language, "text").replace('\u{a0}', " ");
        assert!(call.contains("350"), "{call}");
        assert!(call.contains("930"), "{call}");
        let tasks = page(&text, day, "next", language, "csv");
        let sends: Vec<&str> = tasks.lines().filter(|it| it.contains(",send,")).collect();
        assert_eq!(sends.len(), 1, "{tasks}");
        assert!(sends[0].contains(",EUR,930.00,"), "{tasks}");
        let quiet = text.replace(
            "  terms: 30 days\n",
            "  terms: 30 days\n  interest: none\n  costs: none\n",
        );
        assert_eq!(claimed(&quiet, &["21", "22"], day), 93_000, "{credit}");
    }
}

#[test]
fn the_last_letter_to_a_consumer_announces_the_costs_of_what_is_left() {
    let credit = "2026-04-20 credit #C5 @kist 1270.00 vat 21% | Retour\n";
    let text = journal("consumer", "nl", &format!("{credit}{LETTERS}"));
    let day = "2026-06-10";
    let letters = due_drafts(&text, day);
    assert_eq!(asked(&letters), [1_000]);
    let written = print_draft(&letters[0], "text").replace('\u{a0}', " ");
    assert!(written.contains("Die bedragen € 40,00."), "{written}");
    assert!(!written.contains("Nog te betalen  € 460,00"), "{written}");
    // What the claim asks after the term is what the letter announced.
    let sent = format!("{credit}{LETTERS}2026-06-10 sent final #22 via post\n  costs: 40.00\n");
    let after = journal("consumer", "nl", &sent)
        .replace("  terms: 30 days\n", "  terms: 30 days\n  interest: none\n");
    assert_eq!(claimed(&after, &["21", "22"], "2026-06-30"), 5_000);
}

#[test]
fn nobody_is_asked_for_what_is_covered() {
    let credit = "2026-04-20 credit #C5 @kist 1300.00 vat 21% | Retour\n";
    let text = journal("business", "en", credit);
    let day = "2026-05-14";
    assert!(due_drafts(&text, day).is_empty());
    let call = page(&text, day, "call", "en", "text").replace('\n', " ");
    assert!(call.contains("there is no reason to call"), "{call}");
    // Covered in part: what is covered whole is not written about, the rest is asked.
    let part = text.replace("1300.00", "900.00");
    assert_eq!(asked(&due_drafts(&part, day)), [38_000]);
    let statement = occasion_drafts(&part, day, "statement", "kist").expect("a statement");
    assert_eq!(asked(&statement), [38_000]);
}

#[test]
fn money_that_nobody_placed_is_taken_off_where_one_writes_even_so() {
    let text = journal(
        "business",
        "nl",
        "2026-05-12 payment @kist 350.00 | zonder kenmerk\n",
    );
    let day = "2026-05-14";
    assert!(due_drafts(&text, day)[0].letter.is_none());
    let letters = drafts_despite_blockers(&text, day);
    assert_eq!(asked(&letters), [93_000]);
    let written = print_draft(&letters[0], "md").replace(['\u{a0}', '\n'], " ");
    assert!(
        written.contains("waarvan wij nog niet weten voor welke factuur"),
        "{written}"
    );
    assert!(written.contains("nog niet volledig betaald"), "{written}");
}

#[test]
fn what_is_contested_takes_no_money_from_what_is_asked() {
    let entries =
        "2026-04-20 payment @kist 350.00 on-account\n2026-05-08 dispute #21 | Verkeerde kleur\n";
    let text = journal("business", "nl", entries);
    let day = "2026-05-14";
    assert_eq!(asked(&due_drafts(&text, day)), [11_000]);
    let statement = occasion_drafts(&text, day, "statement", "kist").expect("a statement");
    assert_eq!(asked(&statement), [11_000]);
    let call = page(&text, day, "call", "nl", "text").replace('\u{a0}', " ");
    assert!(call.contains("€ 110,00"), "{call}");
}

#[test]
fn a_missed_part_of_a_plan_is_asked_less_what_is_here() {
    let entries = "2026-04-20 payment @kist 80.00 on-account\n2026-05-12 plan #21 #22\n  \
        due: 300.00 on 2026-05-20\n  due: 980.00 on 2026-08-20\n  signed: yes\n";
    let text = journal("business", "nl", entries);
    let day = "2026-06-01";
    let missed = occasion_drafts(&text, day, "instalment-missed", "kist").expect("a letter");
    assert_eq!(asked(&missed), [22_000]);
    let written = print_draft(&missed[0], "md").replace(['\u{a0}', '\n'], " ");
    assert!(
        written.contains("U heeft bij ons nog € 80,00 tegoed."),
        "{written}"
    );
    let statement = occasion_drafts(&text, day, "statement", "kist").expect("a statement");
    assert_eq!(asked(&statement), [22_000]);
    let call = page(&text, day, "call", "nl", "text").replace('\u{a0}', " ");
    assert!(call.contains("€ 220,00"), "{call}");
    // An arrangement keeps its amounts, and the letter says that the money stands beside them.
    let plan = occasion_drafts(&text, "2026-05-13", "plan", "kist").expect("a letter");
    let written = print_draft(&plan[0], "md").replace(['\u{a0}', '\n'], " ");
    assert!(
        written.contains("U heeft bij ons nog € 80,00 tegoed; dat staat naast"),
        "{written}"
    );
}

#[test]
fn a_step_is_asked_by_name_with_the_same_amount() {
    let text = journal("business", "nl", &format!("{}{LETTERS}", CREDITS[0]));
    let letters = requested_drafts(&text, "2026-05-26", "kist", "reminder").expect("a letter");
    assert_eq!(asked(&letters), [93_000]);
}
