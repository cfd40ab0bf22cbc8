//! What a letter must say and must not, rule by rule, and when there is none.

use super::shelf::{BUSINESS, drafts_despite_blockers, due_drafts, print_draft, requested_drafts};
use crate::journals::MemoryFiles;
use crate::reports::shelf::{TestJournal, parse_day};
use tegoed::document::letter::Letter;
use tegoed::letter::compose::LetterDraft;
use tegoed::letter::facts::refusal::LetterRefusal;
use tegoed::letter::record::SentEntriesOfDay;
use tegoed::value::channel::Channel;
use tegoed::value::currency::Currency;
use tegoed::value::money::{Minor, Money};

const LADDER: &str = "  policy: usual

policy usual
  stage: reminder 3 days after due deadline 7 days via email
  stage: demand 14 days after due gap 10 days deadline 7 days via email
  stage: final 28 days after due gap 10 days deadline 14 days via post
  stage: handover 45 days after due gap 14 days
  workdays: yes
";

fn customer_lines(kind: &str) -> String {
    format!(
        "
customer @a
  name: A. van Leeuwen
  address: Havenstraat 8
  address: 1411 AB Naarden
  kind: {kind}
  email: a@leeuwen.example
"
    )
}

/// Invoices of 100.00 due on 4 February, all letters but the last sent.
fn ladder_end_journal(kind: &str, invoices: usize) -> String {
    let mut text = format!("{BUSINESS}{LADDER}{}", customer_lines(kind));
    let mut named = String::new();
    for number in 1..=invoices {
        text += &format!("2026-01-05 invoice #{number} @a 100.00 due 2026-02-04 | Drukwerk\n");
        named += &format!(" #{number}");
    }
    text + &format!(
        "2026-02-07 sent reminder{named} via email\n2026-02-20 sent demand{named} via email\n"
    )
}

fn only_draft(drafts: &[LetterDraft]) -> &LetterDraft {
    assert_eq!(drafts.len(), 1, "{drafts:#?}");
    &drafts[0]
}

fn written_letter(draft: &LetterDraft) -> &Letter {
    draft.letter.as_ref().expect("a letter")
}

fn refusals(draft: &LetterDraft) -> &[LetterRefusal] {
    assert!(draft.letter.is_none());
    &draft.summary.refusals
}

#[test]
fn the_fourteen_day_letter_has_all_that_the_law_asks() {
    let drafts = due_drafts(&ladder_end_journal("consumer", 1), "2026-03-06");
    let draft = only_draft(&drafts);
    let letter = written_letter(draft);
    let text = print_draft(draft, "md");
    assert!(text.contains("binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd"));
    assert!(text.contains("Die bedragen €\u{a0}40,00."), "{text}");
    assert!(!text.contains("btw (21%)"));
    let payment = letter.payment.as_ref().expect("something is asked");
    assert_eq!(
        (payment.amount.to_string(), payment.deadline),
        ("100.00".to_owned(), None)
    );
    let record = &draft.records.sent[0];
    assert_eq!((record.deadline, record.fee), (None, None));
    assert_eq!(
        record
            .announced_costs
            .map(|costs| costs.to_string())
            .as_deref(),
        Some("40.00")
    );
}

#[test]
fn principals_are_added_before_the_scale() {
    let two = due_drafts(&ladder_end_journal("consumer", 2), "2026-03-06");
    let costs = only_draft(&two).records.sent[0]
        .announced_costs
        .expect("costs");
    assert_eq!(costs.to_string(), "40.00");
    let eleven = due_drafts(&ladder_end_journal("consumer", 11), "2026-03-06");
    let costs = only_draft(&eleven).records.sent[0]
        .announced_costs
        .expect("costs");
    assert_eq!(costs.to_string(), "165.00");
}

#[test]
fn who_is_not_said_to_be_a_business_gets_the_fourteen_day_letter() {
    let text = ladder_end_journal("consumer", 1).replace("  kind: consumer\n", "");
    let drafts = due_drafts(&text, "2026-03-06");
    assert!(print_draft(only_draft(&drafts), "text").contains("veertien dagen"));
}

#[test]
fn tax_on_the_costs_only_where_all_three_conditions_hold() {
    let third = |scheme: &str| {
        let keys = format!("  collector: third-party\n  vat-scheme: {scheme}\n{LADDER}");
        ladder_end_journal("consumer", 1).replace(LADDER, &keys)
    };
    let exempt = due_drafts(&third("exempt"), "2026-03-06");
    let text = print_draft(only_draft(&exempt), "md");
    assert!(
        text.contains("€\u{a0}48,40: €\u{a0}40,00 vermeerderd met €\u{a0}8,40 btw (21%)"),
        "{text}"
    );
    assert!(text.contains("niet verrekenen"));
    let normal = due_drafts(&third("normal"), "2026-03-06");
    assert!(!print_draft(only_draft(&normal), "md").contains("vermeerderd met"));
}

#[test]
fn a_business_is_told_what_it_will_owe_by_line() {
    let drafts = due_drafts(&ladder_end_journal("business", 2), "2026-03-06");
    let draft = only_draft(&drafts);
    assert_eq!(draft.summary.total.to_string(), "200.00");
    assert_eq!(draft.summary.deadline, Some(parse_day("2026-03-20")));
    let text = print_draft(draft, "md");
    assert!(
        text.contains("Buitengerechtelijke incassokosten | €\u{a0}40,00"),
        "{text}"
    );
    let costs = draft.records.sent[0]
        .announced_costs
        .map(|costs| costs.to_string());
    assert_eq!(costs.as_deref(), Some("40.00"));
}

/// The journal without the entries that say a letter went out.
fn without_sent(text: &str, stages: &[&str]) -> String {
    let kept = text.lines().filter(|line| {
        let mut sent = stages.iter().map(|stage| format!(" sent {stage} "));
        !sent.any(|sent| line.contains(&sent))
    });
    kept.map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_word_factuur_stands_in_every_dutch_subject() {
    for kind in ["business", "consumer"] {
        for count in [1, 2, 3, 11] {
            let last = ladder_end_journal(kind, count);
            let demand = without_sent(&last, &["demand"]);
            let reminder = without_sent(&last, &["demand", "reminder"]);
            for text in [last, demand, reminder] {
                let drafts = due_drafts(&text, "2026-03-06");
                let subject = &written_letter(only_draft(&drafts)).subject;
                let named = subject.contains("factuur ") || subject.contains("facturen ");
                assert!(named, "{subject}");
            }
        }
    }
}

#[test]
fn one_letter_at_the_level_of_its_highest_step() {
    let text = ladder_end_journal("business", 1)
        + "2026-02-01 invoice #9 @a 50.00 due 2026-03-02 | Meer\n\
           2026-02-01 invoice #10 @a 60.00 due 2026-03-05 | Nog meer\n";
    let drafts = due_drafts(&text, "2026-03-06");
    let draft = only_draft(&drafts);
    assert_eq!(
        (
            draft.summary.stage.as_str(),
            draft.summary.total.to_string()
        ),
        ("final", "150.00".to_owned())
    );
    let steps: Vec<&str> = draft
        .records
        .sent
        .iter()
        .map(|record| record.stage.as_str())
        .collect();
    assert_eq!(steps, ["final", "reminder"]);
    let letter = print_draft(draft, "md");
    assert!(
        letter.contains("Voor factuur 9 geldt deze brief als herinnering"),
        "{letter}"
    );
    assert!(
        letter.contains("factuur 10: €\u{a0}60,00, vervallen op 5 maart 2026"),
        "{letter}"
    );
    assert!(
        letter.contains("Buitengerechtelijke incassokosten | €\u{a0}40,00"),
        "{letter}"
    );
}

#[test]
fn the_fourteen_day_letter_names_its_invoices_only() {
    let text = ladder_end_journal("consumer", 1)
        + "2026-02-01 invoice #9 @a 50.00 due 2026-03-02 | Meer\n\
           2026-02-01 invoice #10 @a 60.00 due 2026-03-05 | Nog meer\n";
    let drafts = due_drafts(&text, "2026-03-06");
    let stages: Vec<&str> = drafts
        .iter()
        .map(|draft| draft.summary.stage.as_str())
        .collect();
    assert_eq!(stages, ["reminder", "final"]);
    let last = print_draft(&drafts[1], "text");
    assert!(!last.contains("50,00") && !last.contains("60,00"), "{last}");
}

#[test]
fn no_threat_whose_step_is_not_next() {
    let handed = |text: &str, day: &str| {
        let drafts = due_drafts(text, day);
        print_draft(only_draft(&drafts), "text").contains("uit handen")
    };
    let whole = ladder_end_journal("business", 1);
    assert!(handed(&whole, "2026-03-06"));
    let without = whole.replace("  stage: handover 45 days after due gap 14 days\n", "");
    assert!(!handed(&without, "2026-03-06"));
    let kept = whole.replace("  kind: business\n", "  kind: business\n  no: agency\n");
    assert!(!handed(&kept, "2026-03-06"));
    assert!(!handed(&without_sent(&whole, &["demand"]), "2026-03-06"));
}

#[test]
fn a_consumer_is_asked_no_fee() {
    let fee = "deadline 7 days via email fee 25.00\n";
    let text = ladder_end_journal("consumer", 1).replace("deadline 7 days via email\n", fee);
    let drafts = due_drafts(&without_sent(&text, &["reminder", "demand"]), "2026-02-07");
    assert!(matches!(
        refusals(only_draft(&drafts)),
        [LetterRefusal::FeeNotAllowed(..)]
    ));
    // The last letter is free of charge, whatever its step says.
    let last = text.replace("14 days via post\n", "14 days via post fee 10.00\n");
    let drafts = due_drafts(&last, "2026-03-06");
    assert_eq!(only_draft(&drafts).summary.total.to_string(), "100.00");
}

#[test]
fn charges_that_the_law_does_not_give_are_not_asked() {
    let text = ladder_end_journal("consumer", 1) + "2026-02-20 fee #1 25.00\n";
    let drafts = due_drafts(&text, "2026-03-06");
    let expected = LetterRefusal::ChargesNotOwed("1".to_owned(), euros(25_00));
    assert_eq!(refusals(only_draft(&drafts)), [expected]);
}

#[test]
fn what_is_missing_is_named() {
    let text = ladder_end_journal("business", 1);
    for (line, expected) in [
        ("  name: Drukkerij Van Dam\n", LetterRefusal::NoBusinessName),
        ("  iban: NL91ABNA0417164300\n", LetterRefusal::NoIban),
        ("  name: A. van Leeuwen\n", LetterRefusal::NoName),
        (
            "  address: Havenstraat 8\n  address: 1411 AB Naarden\n",
            LetterRefusal::NoAddress,
        ),
    ] {
        let drafts = due_drafts(&text.replace(line, ""), "2026-03-06");
        assert_eq!(refusals(only_draft(&drafts)), [expected]);
    }
    // Of a country whose law nobody knows the language is not known either.
    let abroad = text.replace("  language: nl\n", "  country: DE\n");
    let drafts = due_drafts(&abroad, "2026-03-06");
    assert!(refusals(only_draft(&drafts)).contains(&LetterRefusal::NoLanguage));
    let mailed = text
        .replace("via post", "via email")
        .replace("  email: a@leeuwen.example\n", "");
    let drafts = due_drafts(&mailed, "2026-03-06");
    assert_eq!(refusals(only_draft(&drafts)), [LetterRefusal::NoEmail]);
    let own = text.replace("via post", "via post letter brief-van-jan");
    let drafts = due_drafts(&own, "2026-03-06");
    assert_eq!(
        refusals(only_draft(&drafts)),
        [LetterRefusal::NoLetter("brief-van-jan".to_owned())]
    );
}

#[test]
fn of_several_ways_those_are_taken_that_the_data_allow() {
    let text = ladder_end_journal("business", 1).replace("via post", "via email post");
    let (mail, address) = (
        "  email: a@leeuwen.example\n",
        "  address: Havenstraat 8\n  address: 1411 AB Naarden\n",
    );
    for (missing, ways) in [
        ("", vec![Channel::Email, Channel::Post]),
        (mail, vec![Channel::Post]),
        (address, vec![Channel::Email]),
    ] {
        let drafts = due_drafts(&text.replacen(missing, "", 1), "2026-03-06");
        let draft = only_draft(&drafts);
        assert!(draft.letter.is_some(), "{missing}: {draft:#?}");
        assert_eq!(draft.summary.channels, ways, "{missing}");
    }
    let neither = text.replace(mail, "").replace(address, "");
    let drafts = due_drafts(&neither, "2026-03-06");
    let expected = [LetterRefusal::NoAddress, LetterRefusal::NoEmail];
    assert_eq!(refusals(only_draft(&drafts)), expected);
}

#[test]
fn stale_bank_data_and_money_that_waits_stop_a_letter_unless_somebody_says_so() {
    let stale = ladder_end_journal("business", 1).replace(
        "  workdays: yes\n",
        "  workdays: yes\n  bank-stale: 7 days\n",
    ) + "2026-02-25 bank-through\n";
    let drafts = due_drafts(&stale, "2026-03-06");
    assert_eq!(
        refusals(only_draft(&drafts)),
        [LetterRefusal::BankStale(Some(parse_day("2026-02-25")))]
    );
    let drafts = drafts_despite_blockers(&stale, "2026-03-06");
    let footer = &written_letter(only_draft(&drafts)).footer;
    assert_eq!(
        footer,
        &["Betalingen na 25 februari 2026 zijn in deze brief nog niet verwerkt."]
    );
    let waiting = ladder_end_journal("business", 1) + "2026-03-01 payment @a 30.00\n";
    let drafts = due_drafts(&waiting, "2026-03-06");
    assert_eq!(
        refusals(only_draft(&drafts)),
        [LetterRefusal::Unallocated(euros(30_00))]
    );
    let drafts = drafts_despite_blockers(&waiting, "2026-03-06");
    assert!(written_letter(only_draft(&drafts)).footer[0].contains("€\u{a0}30,00"));
}

#[test]
fn a_deadline_rolls_to_a_working_day() {
    // Seven days from Saturday 28 March is Saturday 4 April; Easter Monday is the 6th.
    let text = format!("{BUSINESS}{LADDER}{}", customer_lines("business"))
        + "2026-01-05 invoice #1 @a 100.00 due 2026-03-25 | Drukwerk\n";
    assert_eq!(
        only_draft(&due_drafts(&text, "2026-03-28"))
            .summary
            .deadline,
        Some(parse_day("2026-04-07"))
    );
    let plain = text.replace("workdays: yes", "workdays: no");
    assert_eq!(
        only_draft(&due_drafts(&plain, "2026-03-28"))
            .summary
            .deadline,
        Some(parse_day("2026-04-04"))
    );
}

#[test]
fn a_part_in_dispute_is_not_asked() {
    let text = ladder_end_journal("business", 1) + "2026-02-25 dispute #1 30.00 | Kleur\n";
    let drafts = due_drafts(&text, "2026-03-06");
    let draft = only_draft(&drafts);
    assert_eq!(draft.summary.total.to_string(), "70.00");
    let letter = print_draft(draft, "md");
    assert!(
        letter.contains("Over €\u{a0}30,00 van factuur 1 zijn wij nog met u in gesprek"),
        "{letter}"
    );
}

#[test]
fn a_broken_promise_is_named() {
    let text = ladder_end_journal("business", 1)
        + "2026-02-22 promise #1 100.00 by 2026-02-27\n2026-02-26 payment #1 40.00\n";
    let drafts = due_drafts(&text, "2026-03-06");
    let letter = print_draft(only_draft(&drafts), "md");
    let said = "Op 22 februari 2026 zegde u toe uiterlijk op 27 februari 2026 €\u{a0}100,00 te betalen. Wij hebben \
                daarvan €\u{a0}40,00 ontvangen.";
    assert!(letter.contains(said), "{letter}");
}

#[test]
fn a_step_again_but_never_one_too_early() {
    let text = ladder_end_journal("business", 1);
    let again = requested_drafts(&text, "2026-02-21", "a", "reminder").expect("a letter");
    assert_eq!(only_draft(&again).summary.stage, "reminder");
    let early = requested_drafts(&text, "2026-02-21", "a", "final").expect_err("too early");
    assert_eq!(early, "Some(\"final\") from Some(2026-03-04)");
    let far = requested_drafts(&text, "2026-02-08", "a", "final").expect_err("not next");
    assert_eq!(far, "Some(\"demand\") from Some(2026-02-18)");
}

#[test]
fn what_is_recorded_reads_back_and_ends_the_task() {
    for kind in ["business", "consumer"] {
        let text =
            ladder_end_journal(kind, 2) + "2026-02-01 invoice #9 @a 50.00 due 2026-03-02 | Meer\n";
        let book = TestJournal::from_text(&text, "2026-03-06");
        let mut after = text.clone();
        for draft in due_drafts(&text, "2026-03-06") {
            for record in &draft.records.sent {
                assert!(
                    !SentEntriesOfDay::new(&book.outcome.journal, draft.records.sent[0].date)
                        .contains(record)
                );
                after +=
                    &record.to_journal_text(&book.outcome.journal, Some(("brieven/x.txt", "00ff")));
            }
        }
        let book = TestJournal::read_with_errors(
            MemoryFiles::single(after.clone()),
            "main.tegoed",
            parse_day("2026-03-06"),
        );
        assert!(
            book.outcome.findings.diagnostics.is_empty(),
            "{:#?}",
            book.outcome.findings.diagnostics
        );
        assert!(due_drafts(&after, "2026-03-06").is_empty());
    }
}

#[test]
fn nothing_due_is_no_letter() {
    assert!(due_drafts(BUSINESS, "2026-03-06").is_empty());
    let held =
        ladder_end_journal("business", 1) + "2026-03-01 hold @a until 2026-03-31 | Verhuizing\n";
    assert!(due_drafts(&held, "2026-03-06").is_empty());
}

#[test]
fn somebody_signs_where_the_business_names_him() {
    let signed = |keys: &str| {
        let text = ladder_end_journal("business", 1).replacen("  policy: usual\n", keys, 1);
        written_letter(only_draft(&due_drafts(&(text), "2026-03-06")))
            .signature
            .clone()
    };
    let keys = |more: &str| format!("{more}  policy: usual\n");
    assert_eq!(signed(&keys("")), ["Drukkerij Van Dam"]);
    let name = keys("  signatory: P. van Dam\n");
    assert_eq!(signed(&name), ["P. van Dam", "Drukkerij Van Dam"]);
    let both = keys("  signatory: P. van Dam\n  function: directeur\n");
    assert_eq!(
        signed(&both),
        ["P. van Dam", "directeur", "Drukkerij Van Dam"]
    );
    // A function of nobody is none.
    let nobody = keys("  function: directeur\n");
    assert_eq!(signed(&nobody), ["Drukkerij Van Dam"]);
}

/// A list of letters composes none of them, but must find these: `due_drafts` compares it with the drafts.
#[test]
fn a_step_whose_template_knows_something_else_has_no_letter() {
    let consumer = ladder_end_journal("consumer", 1);
    for (letter, expected) in [
        ("thanks", "expected a variable of this letter"),
        ("suspension", "expected `{{ statutory_notice }}`"),
    ] {
        let step = format!("deadline 14 days via post letter {letter}");
        let text = consumer.replace("deadline 14 days via post", &step);
        let drafts = due_drafts(&text, "2026-03-06");
        match refusals(only_draft(&drafts)) {
            [LetterRefusal::InvalidTemplate(file, _, message)] => {
                assert_eq!(file, &format!("nl/{letter}.txt"));
                assert!(message.starts_with(expected), "{message}");
            }
            other => panic!("{other:?}"),
        }
    }
    let unknown = consumer.replace("via post\n", "via post letter own\n");
    let drafts = due_drafts(&unknown, "2026-03-06");
    let expected = [LetterRefusal::NoLetter("own".to_owned())];
    assert_eq!(refusals(only_draft(&drafts)), expected);
}

fn euros(minor: i128) -> Money {
    Money::new(Minor(minor), Currency::EUR)
}
