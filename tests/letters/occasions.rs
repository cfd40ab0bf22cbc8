//! Letters beside the steps, in both languages, to a business and to a consumer.

use super::shelf::{BUSINESS, assert_letter_snapshot, due_drafts, occasion_drafts, print_draft};
use crate::journals::MemoryFiles;
use crate::reports::shelf::{TestJournal, parse_day};
use std::collections::BTreeSet;
use tegoed::cli::arguments::letters_help::LETTERS_HELP;
use tegoed::document::letter::LetterBlock;
use tegoed::letter::compose::LetterDraft;
use tegoed::letter::facts::letter_content::NotAvailable;
use tegoed::letter::facts::letter_kind::LetterKind;
use tegoed::letter::library::built_in::BUILT_IN_KINDS;
use tegoed::letter::templates::variable::VariableKind;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::channel::Channel;

/// A customer of each kind with two invoices, 1,210.00 and 605.00, due on 4 and 11 February 2026.
fn two_invoice_journal(kind: &str, language: &str, entries: &str) -> String {
    let (name, attention) = match kind {
        "consumer" => ("A. van Leeuwen", ""),
        _ => ("Jansen Bouw B.V.", "  attn: Petra de Wit\n"),
    };
    format!(
        "{BUSINESS}  policy: usual

policy usual
  terms: 30 days
  stage: reminder 3 days after due deadline 7 days via email
  stage: demand 14 days after due gap 10 days deadline 7 days via email
  stage: final 28 days after due gap 10 days deadline 14 days via post
  stage: handover 45 days after due gap 14 days
  bank-buffer: 2 days
  plan-grace: 3 days
  workdays: yes

customer @jansen
  name: {name}
{attention}  address: Havenstraat 8
  address: 1411 AB Naarden
  kind: {kind}
  email: post@jansen.example
  language: {language}

2026-01-02 agreed @jansen
2026-01-05 invoice #2026-001 @jansen 1210.00 vat 21% due 2026-02-04 | Visitekaartjes en briefpapier
  order: PO-778
2026-01-12 invoice #2026-002 @jansen 605.00 vat 21% due 2026-02-11 | Folders
{entries}"
    )
}

const REMINDED: &str = "2026-02-07 sent reminder #2026-001 via email\n  deadline: 2026-02-16\n";

/// Its name, the day, and the entries it rests on.
const LETTERS: [(&str, &str, &str); 13] = [
    (
        "promise",
        "2026-02-12",
        "2026-02-12 phone @jansen #2026-001 | Zei iets dat niemand aangaat\n  reason: cashflow\n\
         2026-02-12 promise #2026-001 1210.00 by 2026-02-20\n",
    ),
    (
        "promise-broken",
        "2026-02-24",
        "2026-02-07 sent reminder #2026-001 via email\n\
         2026-02-12 promise #2026-001 1210.00 by 2026-02-20\n\
         2026-02-19 payment #2026-001 210.00\n",
    ),
    (
        "plan",
        "2026-02-22",
        "2026-02-22 plan @jansen #2026-001 #2026-002 | Drie delen\n  due: 615.00 on 2026-03-10\n  \
         due: 600.00 on 2026-04-10\n  due: 600.00 on 2026-05-10\n  accelerate: yes\n  signed: yes\n",
    ),
    ("plan-unsigned", "2026-02-22", ""),
    ("plan-offer", "2026-02-22", ""),
    ("instalment-missed", "2026-04-15", ""),
    ("instalment-missed-all-due", "2026-04-15", ""),
    (
        "settlement-offer",
        "2026-04-07",
        "2026-04-07 settle #2026-001 1000.00 by 2026-04-30 | Op tijd betaald is klaar\n",
    ),
    (
        "dispute",
        "2026-03-02",
        "2026-03-02 dispute #2026-001 300.00 | De kleur van de kaartjes wijkt af van de proef\n  \
         owner: Karin Bos\n  follow-up: 2026-03-13\n",
    ),
    (
        "handover",
        "2026-04-20",
        "2026-04-20 handover #2026-001 #2026-002 to agency | Incassobureau De Brug\n",
    ),
    (
        "handover-court",
        "2026-04-20",
        "2026-02-07 sent reminder #2026-001 via email\n2026-04-19 fee #2026-001 25.00\n\
         2026-04-20 handover #2026-001 to court\n",
    ),
    (
        "statement",
        "2026-03-01",
        "2026-01-30 credit #C-1 for #2026-001 100.00 vat 21%\n\
         2026-02-03 payment #2026-001 500.00\n\
         2026-02-20 payment @jansen 45.00 on-account\n\
         2026-02-20 bank-through\n",
    ),
    (
        "thanks",
        "2026-02-20",
        "2026-02-12 promise #2026-001 1210.00 by 2026-02-20\n2026-02-20 payment #2026-001 1210.00\n",
    ),
];

/// To whom each letter is shown; a consumer's differs by the name it speaks to.
const READERS: [(&str, &str); 3] = [("business", "nl"), ("business", "en"), ("consumer", "nl")];

/// A plan of three parts; the first was paid.
fn plan_entry(details: &str) -> String {
    format!(
        "2026-02-22 plan @jansen #2026-001 #2026-002 | Drie delen\n  due: 615.00 on 2026-03-10\n  \
         due: 600.00 on 2026-04-10\n  due: 600.00 on 2026-05-10\n{details}"
    )
}

/// The kinds of letters beside the steps.
fn extra_kinds() -> impl Iterator<Item = &'static &'static LetterKind> {
    BUILT_IN_KINDS.iter().filter(|kind| !kind.is_step)
}

#[test]
fn each_letter_in_both_languages_to_a_business_and_to_a_consumer() {
    for (name, day, entries) in LETTERS {
        let paid =
            "2026-03-09 payment #2026-001 #2026-002 615.00\n2026-04-10 payment #2026-001 200.00\n";
        let (letter, entries) = match name {
            "plan-unsigned" => ("plan", plan_entry("")),
            "plan-offer" => (name, plan_entry("  signed: no\n  follow-up: 2026-03-02\n")),
            "instalment-missed" => (name, REMINDED.to_owned() + &plan_entry("") + paid),
            "instalment-missed-all-due" => (
                "instalment-missed",
                REMINDED.to_owned() + &plan_entry("  accelerate: yes\n") + paid,
            ),
            "handover-court" => ("handover", entries.to_owned()),
            _ => (name, entries.to_owned()),
        };
        for (kind, language) in READERS {
            // A fee is not asked of a consumer.
            if name == "handover-court" && kind == "consumer" {
                continue;
            }
            let text = two_invoice_journal(kind, language, &entries);
            let drafts = occasion_drafts(&text, day, letter, "jansen").expect("a letter");
            let letters: Vec<String> = drafts
                .iter()
                .map(|draft| print_draft(draft, "text"))
                .collect();
            let letters = letters.join("\n=== another letter ===\n\n");
            assert!(!letters.contains("niemand aangaat"), "{letters}");
            assert_letter_snapshot(&format!("{name}-{kind}-{language}"), &letters);
        }
    }
}

/// What is due, by the names of its letters.
fn due_letter_names(text: &str, day: &str) -> Vec<String> {
    due_drafts(text, day)
        .into_iter()
        .map(|draft| draft.summary.stage)
        .collect()
}

/// The journal with what records a letter behind it.
fn journal_with_record(text: &str, day: &str, draft: &LetterDraft) -> String {
    let book = TestJournal::from_text(text, day);
    let talk = draft.records.contact.as_ref().expect("a talk");
    let document = Some(("brieven/x.txt", "00ff"));
    let entries = book.with_report_input(&ReportOptions::default(), "nl", |scope| {
        talk.to_journal_text(scope.day.journal, scope.day.source_lookup, document)
    });
    text.to_owned() + &entries
}

const BROKEN: &str =
    "2026-02-12 promise #2026-001 1210.00 by 2026-02-20\n2026-02-19 payment #2026-001 210.00\n";

#[test]
fn a_broken_promise_is_told_by_the_step_where_one_is_possible() {
    let text = two_invoice_journal("business", "nl", &(REMINDED.to_owned() + BROKEN));
    assert_eq!(due_letter_names(&text, "2026-02-23"), ["demand"]);
    let letters = due_drafts(&text, "2026-02-23");
    assert!(
        print_draft(&letters[0], "md")
            .contains("zegde u toe voor factuur 2026-001 uiterlijk op 20 februari 2026")
    );
}

#[test]
fn a_broken_promise_is_told_by_itself_where_no_step_is_possible_yet() {
    let late = "2026-02-21 sent reminder #2026-001 #2026-002 via email\n";
    let text = two_invoice_journal("business", "nl", &(late.to_owned() + BROKEN));
    let drafts = due_drafts(&text, "2026-02-23");
    assert_eq!(due_letter_names(&text, "2026-02-23"), ["promise-broken"]);
    assert_eq!(drafts[0].summary.total.to_string(), "1000.00");
    assert_eq!(drafts[0].summary.deadline, Some(parse_day("2026-03-02")));
    // Once it went out, the task is done, and the steps wait as long as it gave.
    let after = journal_with_record(&text, "2026-02-23", &drafts[0]);
    assert!(
        after.contains("2026-02-23 hold #2026-001 until 2026-03-04"),
        "{after}"
    );
    assert!(!due_letter_names(&after, "2026-02-24").contains(&"promise-broken".to_owned()));
    let first = |day| {
        due_drafts(&after, day)
            .iter()
            .any(|draft| draft.summary.invoices.len() == 2)
    };
    assert!(!first("2026-03-04"));
    assert!(first("2026-03-05"));
}

#[test]
fn a_missed_instalment_is_asked_before_the_steps_go_on() {
    let entries = REMINDED.to_owned() + &plan_entry("");
    let text = two_invoice_journal("business", "nl", &entries);
    assert_eq!(due_letter_names(&text, "2026-03-13"), Vec::<String>::new());
    assert_eq!(due_letter_names(&text, "2026-03-14"), ["instalment-missed"]);
    let drafts = due_drafts(&text, "2026-03-14");
    assert_eq!(drafts[0].summary.total.to_string(), "615.00");
    let after = journal_with_record(&text, "2026-03-14", &drafts[0]);
    assert_eq!(due_letter_names(&after, "2026-03-15"), Vec::<String>::new());
    // Whether the plan goes on is decided by a person, and the whole sum is not asked before it is ended.
    assert_eq!(due_letter_names(&after, "2026-03-26"), Vec::<String>::new());
    let ended = format!("{after}2026-03-26 release #2026-001 #2026-002\n");
    assert_eq!(due_letter_names(&ended, "2026-03-27"), ["demand"]);
}

#[test]
fn what_is_recorded_reads_back_and_is_written_once() {
    let late = "2026-02-21 sent reminder #2026-001 #2026-002 via email\n";
    let text = two_invoice_journal("business", "nl", &(late.to_owned() + BROKEN));
    let draft = &due_drafts(&text, "2026-02-23")[0];
    let once = journal_with_record(&text, "2026-02-23", draft);
    let expected = "2026-02-23 email @jansen #2026-001 | Uw toezegging is niet nagekomen: factuur 2026-001\n  \
                    document: brieven/x.txt\n  x-sha256: 00ff\n\
                    2026-02-23 hold #2026-001 until 2026-03-04 | Uw toezegging is niet nagekomen: factuur 2026-001\n";
    assert_eq!(once, text.clone() + expected);
    assert_eq!(journal_with_record(&once, "2026-02-23", draft), once);
    let book = TestJournal::read_with_errors(
        MemoryFiles::single(once),
        "main.tegoed",
        parse_day("2026-02-23"),
    );
    let found = &book.outcome.findings.diagnostics;
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_letter_by_post_is_recorded_as_a_letter() {
    let text =
        two_invoice_journal("business", "nl", BROKEN).replace("  email: post@jansen.example\n", "");
    let drafts = occasion_drafts(&text, "2026-02-23", "statement", "jansen").expect("a statement");
    assert_eq!(drafts[0].summary.channels, [Channel::Post]);
    let after = journal_with_record(&text, "2026-02-23", &drafts[0]);
    assert!(after.contains("2026-02-23 letter @jansen | Overzicht van uw openstaande facturen"));
}

#[test]
fn what_is_not_there_is_not_written() {
    let absent = |entries: &str, day: &str, name: &str| {
        let text = two_invoice_journal("business", "nl", entries);
        occasion_drafts(&text, day, name, "jansen").err()
    };
    for occasion in extra_kinds().filter(|known| known.name != "statement") {
        assert_eq!(
            absent("", "2026-02-12", occasion.name),
            Some(NotAvailable::NoEntry),
            "{}",
            occasion.name
        );
    }
    let paid = "2026-02-01 payment #2026-001 #2026-002 1815.00\n";
    assert_eq!(
        absent(paid, "2026-02-12", "statement"),
        Some(NotAvailable::NoEntry)
    );
    assert_eq!(
        absent(BROKEN, "2026-02-24", "promise"),
        Some(NotAvailable::UseOther("promise-broken"))
    );
    let endless = "2026-02-12 promise #2026-001 1210.00\n";
    assert_eq!(
        absent(endless, "2026-02-13", "promise"),
        Some(NotAvailable::Missing("by DATE"))
    );
    assert_eq!(
        absent(&plan_entry(""), "2026-03-20", "plan"),
        Some(NotAvailable::UseOther("instalment-missed"))
    );
    let signed = plan_entry("  signed: yes\n");
    assert_eq!(
        absent(&signed, "2026-02-23", "plan-offer"),
        Some(NotAvailable::UseOther("plan"))
    );
    let open = absent(&plan_entry("  signed: no\n"), "2026-02-23", "plan-offer");
    assert_eq!(open, Some(NotAvailable::Missing("follow-up: DATE")));
    let released = plan_entry("") + "2026-02-25 release #2026-001 #2026-002\n";
    assert_eq!(
        absent(&released, "2026-02-26", "plan"),
        Some(NotAvailable::NoEntry)
    );
    let back =
        "2026-02-12 payment #2026-001 1210.00\n2026-02-14 reversal @jansen 1210.00 of 2026-02-12\n";
    assert_eq!(
        absent(back, "2026-02-15", "thanks"),
        Some(NotAvailable::NoEntry)
    );
    let past = "2026-02-12 settle #2026-001 1000.00 by 2026-02-20\n";
    assert_eq!(
        absent(past, "2026-02-21", "settlement-offer"),
        Some(NotAvailable::NoEntry)
    );
    let ended = "2026-02-12 dispute #2026-001 | Kleur\n2026-02-13 resolve #2026-001 rejected\n";
    assert_eq!(
        absent(ended, "2026-02-14", "dispute"),
        Some(NotAvailable::NoEntry)
    );
}

#[test]
fn whoever_wants_no_mail_gets_it_by_post_and_who_wants_neither_gets_none() {
    let text = |no: &str| {
        two_invoice_journal("business", "nl", BROKEN).replace(
            "  kind: business\n",
            &format!("  kind: business\n  no: {no}\n"),
        )
    };
    let drafts = occasion_drafts(&text("email"), "2026-02-24", "promise-broken", "jansen")
        .expect("a letter");
    assert_eq!(drafts[0].summary.channels, [Channel::Post]);
    let drafts = occasion_drafts(
        &text("email,post"),
        "2026-02-24",
        "promise-broken",
        "jansen",
    );
    assert!(print_draft(&drafts.expect("a draft")[0], "text").contains("neither mail nor post"));
}

#[test]
fn only_who_says_that_money_did_not_come_must_know_all_that_came() {
    let entries = BROKEN.to_owned()
        + "2026-02-22 payment @jansen 40.00\n2026-02-23 dispute #2026-002 | Vouw\n";
    let text = two_invoice_journal("business", "nl", &entries);
    let broken = occasion_drafts(&text, "2026-02-24", "promise-broken", "jansen").expect("a draft");
    assert!(print_draft(&broken[0], "text").contains("40.00 EUR of this customer"));
    for name in ["dispute", "statement"] {
        let drafts = occasion_drafts(&text, "2026-02-24", name, "jansen").expect("a draft");
        assert!(drafts[0].letter.is_some(), "{name}");
    }
}

#[test]
fn a_consumer_is_not_asked_for_charges_he_does_not_owe() {
    let text = two_invoice_journal(
        "consumer",
        "nl",
        &(BROKEN.to_owned() + "2026-02-21 fee #2026-001 25.00\n"),
    );
    let drafts = occasion_drafts(&text, "2026-02-24", "promise-broken", "jansen").expect("a draft");
    assert!(drafts[0].letter.is_none());
    let plain = two_invoice_journal("consumer", "nl", BROKEN);
    let drafts =
        occasion_drafts(&plain, "2026-02-24", "promise-broken", "jansen").expect("a draft");
    assert!(drafts[0].letter.is_some());
}

#[test]
fn thanks_ask_for_nothing() {
    let entries = "2026-02-12 payment #2026-001 #2026-002 1500.00\n";
    let text = two_invoice_journal("business", "nl", entries);
    let drafts = occasion_drafts(&text, "2026-02-12", "thanks", "jansen").expect("a letter");
    let letter = drafts[0].letter.as_ref().expect("a letter");
    assert_eq!(letter.payment, None);
    let printed = print_draft(&drafts[0], "text");
    assert!(
        printed.contains("volledig betaald") && printed.contains("deels betaald"),
        "{printed}"
    );
    assert!(
        printed.contains("Van deze facturen staat nog €\u{a0}315,00 open."),
        "{printed}"
    );
}

#[test]
fn each_dutch_subject_holds_the_word_factuur() {
    for occasion in extra_kinds() {
        let template = format!("src/language/nl/letter_templates/{}.txt", occasion.name);
        let text =
            std::fs::read_to_string(crate::journals::repository_path(&template)).expect("it");
        let subject = text.lines().next().expect("a subject");
        assert!(
            subject.contains("{{ invoice_names }}") || subject.contains("factu"),
            "{subject}"
        );
    }
}

#[test]
fn the_help_of_letters_tells_of_each() {
    for occasion in extra_kinds() {
        assert!(
            LETTERS_HELP.contains(&format!("\n  {:17}  {}\n", occasion.name, occasion.summary))
        );
    }
}

/// A step of one's own that takes the built-in letter of that name.
#[test]
fn no_more_work_until_it_is_paid() {
    let step = "  stage: stop 21 days after due gap 5 days deadline 5 days via email letter suspension\n  stage: final";
    let sent = REMINDED.to_owned() + "2026-02-20 sent demand #2026-001 #2026-002 via email\n";
    for (kind, language) in READERS {
        let text = two_invoice_journal(kind, language, &sent).replace("  stage: final", step);
        let drafts = due_drafts(&text, "2026-03-05");
        assert_eq!(drafts[0].summary.stage, "stop");
        assert_letter_snapshot(
            &format!("suspension-{kind}-{language}"),
            &print_draft(&drafts[0], "text"),
        );
    }
}

#[test]
fn every_variable_of_each_is_named_once_and_described() {
    for occasion in extra_kinds() {
        let mut names = BTreeSet::new();
        for variable in occasion.template_variables() {
            assert!(
                names.insert(variable.name),
                "{}: {} twice",
                occasion.name,
                variable.name
            );
            assert!(!variable.meaning.is_empty());
            let shown = variable.kind.is_printable() && variable.kind != VariableKind::Block;
            assert_eq!(variable.example.is_empty(), !shown, "{}", variable.name);
        }
        assert!(names.len() > 15, "{}", occasion.name);
    }
}

/// What a letter says between the salutation and its first table or particulars.
fn opening_text(draft: &LetterDraft) -> String {
    let letter = draft.letter.as_ref().expect("a letter");
    let words = letter.body.iter().map_while(|part| match part {
        LetterBlock::Paragraph(words) => Some(words.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_tone_answers_the_reason() {
    let offered = "2026-02-24 settle #2026-001 900.00 by 2026-03-31\n";
    let planned = "2026-02-22 plan @jansen #2026-001 #2026-002\n  due: 600.00 on 2026-03-20\n  follow-up: 2026-03-10\n";
    let mut said = String::new();
    for (name, entries) in [
        ("promise-broken", ""),
        ("settlement-offer", offered),
        ("plan-offer", planned),
    ] {
        for reason in ["forgot", "admin", "cashflow", "dissatisfied", "none"] {
            let told_why =
                format!("2026-02-11 phone @jansen #2026-001 | Belde\n  reason: {reason}\n");
            let entries = told_why + BROKEN + entries;
            for language in ["nl", "en"] {
                let text = two_invoice_journal("business", language, &entries);
                let drafts =
                    occasion_drafts(&text, "2026-02-24", name, "jansen").expect("a letter");
                said += &format!("{name}, {reason}\n\n{}\n\n", opening_text(&drafts[0]));
            }
        }
    }
    assert_letter_snapshot("beside-steps-by-reason", &said);
}

#[test]
fn several_of_one_day_stand_in_one_letter() {
    let entries = "2026-02-12 promise #2026-001 1000.00 by 2026-02-20\n2026-02-12 promise #2026-002 605.00 by 2026-03-20\n";
    let text = two_invoice_journal("business", "nl", entries);
    let drafts = occasion_drafts(&text, "2026-02-12", "promise", "jansen").expect("a letter");
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].summary.total.to_string(), "1605.00");
    assert_eq!(drafts[0].summary.deadline, None);
    let letter = print_draft(&drafts[0], "md");
    assert!(
        letter.contains("20 februari 2026") && letter.contains("20 maart 2026"),
        "{letter}"
    );
    assert!(
        letter.contains("Voor het overige, €\u{a0}210,00"),
        "{letter}"
    );
    let later = entries.replace(
        "2026-02-12 promise #2026-002",
        "2026-02-13 promise #2026-002",
    );
    let text = two_invoice_journal("business", "nl", &later);
    let drafts = occasion_drafts(&text, "2026-02-13", "promise", "jansen").expect("a letter");
    assert_eq!(drafts[0].summary.total.to_string(), "605.00");
}

#[test]
fn each_currency_has_its_letter() {
    let entries = "2026-01-12 invoice #U-1 @jansen 100.00 USD vat 21% due 2026-02-11 | Abroad\n2026-02-20 payment #U-1 40.00 USD\n\
                   2026-02-20 payment #2026-002 605.00\n";
    let text = two_invoice_journal("business", "nl", entries);
    for (name, amounts) in [
        ("statement", ["1210.00", "60.00 USD"]),
        ("thanks", ["40.00 USD", "605.00"]),
    ] {
        let drafts = occasion_drafts(&text, "2026-02-20", name, "jansen").expect("letters");
        let mut found: Vec<String> = drafts
            .iter()
            .map(|draft| draft.summary.total.to_string())
            .collect();
        found.sort();
        let expected = amounts.map(|amount| amount.trim_end_matches(" USD"));
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_last_payment_that_settled_something_is_thanked_for() {
    let entries =
        "2026-02-05 payment #2026-001 100.00\n2026-02-06 payment @jansen 25.00 on-account\n";
    let text = two_invoice_journal("business", "nl", entries);
    let drafts = occasion_drafts(&text, "2026-02-10", "thanks", "jansen").expect("a letter");
    assert_eq!(drafts[0].summary.total.to_string(), "100.00");
}

/// A customer who has more on account than he owes, and one whose plan runs, are asked for nothing.
#[test]
fn a_statement_asks_for_what_is_late_and_not_held() {
    let asked = |entries: &str| {
        let text = two_invoice_journal("business", "nl", entries);
        let drafts = occasion_drafts(&text, "2026-02-24", "statement", "jansen").expect("a letter");
        let letter = drafts[0].letter.clone().expect("a letter");
        (
            letter.payment.map(|payment| payment.amount.to_string()),
            print_draft(&drafts[0], "md"),
        )
    };
    assert_eq!(asked("").0.as_deref(), Some("1815.00"));
    let contested = asked("2026-02-20 dispute #2026-001 300.00 | Kleur\n");
    assert_eq!(contested.0.as_deref(), Some("1515.00"));
    assert!(
        contested
            .1
            .contains("Over €\u{a0}300,00 van factuur 2026-001 zijn wij nog met u in gesprek")
    );
    assert_eq!(
        asked("2026-02-20 dispute #2026-001 | Kleur\n").0.as_deref(),
        Some("605.00")
    );
    let (payment, letter) = asked("2026-02-20 payment @jansen 2000.00 on-account\n");
    assert_eq!(payment, None);
    assert!(
        letter.contains("Per saldo in uw voordeel: **€\u{a0}185,00**"),
        "{letter}"
    );
    let plan = "2026-02-20 plan @jansen #2026-001 #2026-002\n  due: 1815.00 on 2026-03-20\n";
    assert_eq!(asked(plan).0, None);
}

#[test]
fn words_of_entries_stay_words() {
    let entries = "2026-02-20 dispute #2026-001 | ## {{ amount }} <b>*scheef*</b> | nog iets\n";
    let text = two_invoice_journal("business", "nl", entries);
    let drafts = occasion_drafts(&text, "2026-02-24", "dispute", "jansen").expect("a letter");
    let letter = print_draft(&drafts[0], "text");
    assert!(
        letter.contains("## {{ amount }} <b>*scheef*</b> | nog iets"),
        "{letter}"
    );
}
