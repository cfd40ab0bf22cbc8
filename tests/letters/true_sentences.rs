//! A letter says only what happened, and asks only what may be asked: invoice by invoice, in both languages.

use super::shelf::{
    BUSINESS, due_drafts, occasion_drafts, print_draft, print_drafts, requested_drafts,
};
use crate::reports::shelf::TestJournal;
use tegoed::letter::compose::LetterDraft;
use tegoed::report::shared::report_input::ReportOptions;

/// A customer of a kind and a language, and some entries.
fn journal(kind: &str, language: &str, entries: &str) -> String {
    format!(
        "{BUSINESS}  policy: usual

policy usual
  terms: 30 days
  stage: reminder 3 days after due deadline 7 days via email
  stage: demand 14 days after due gap 7 days deadline 7 days via email
  stage: final 28 days after due gap 7 days deadline 14 days via post
  stage: handover 60 days after due gap 14 days

customer @bakker
  name: Bakkerij Zon
  address: Markt 1
  address: 3511 AA Utrecht
  kind: {kind}
  email: post@zon.example
  language: {language}

2026-03-02 agreed @bakker
{entries}"
    )
}

fn only(drafts: Vec<LetterDraft>) -> (LetterDraft, String) {
    assert_eq!(drafts.len(), 1, "{drafts:#?}");
    let text = unwrapped(&print_draft(&drafts[0], "md"));
    (drafts.into_iter().next().expect("one"), text)
}

/// Without line breaks and with plain blanks.
fn unwrapped(text: &str) -> String {
    let words: Vec<&str> = text.split([' ', '\n', '\u{a0}']).collect();
    let words = words.into_iter().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn step(text: &str, day: &str, stage: &str) -> (LetterDraft, String) {
    only(requested_drafts(text, day, "bakker", stage).expect("a letter"))
}

fn statement(text: &str, day: &str) -> (LetterDraft, String) {
    only(occasion_drafts(text, day, "statement", "bakker").expect("a letter"))
}

fn asked(draft: &LetterDraft) -> (String, String) {
    let letter = draft.letter.as_ref().expect("a letter");
    let payment = letter.payment.as_ref().expect("something is asked");
    (payment.amount.to_string(), payment.reference.clone())
}

fn page(text: &str, day: &str, report: &str, language: &str, medium: &str) -> String {
    let ask = ReportOptions {
        subject: Some("bakker".to_owned()),
        ..ReportOptions::default()
    };
    let page = TestJournal::from_text(text, day).print_report(report, &ask, language, medium);
    unwrapped(&page)
}

const PLAN: &str = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven
2026-04-20 plan #7
  due: 150.00 on 2026-05-04
  due: 250.00 on 2026-06-04
  due: 500.00 on 2026-07-04
  signed: yes
";

#[test]
fn of_a_plan_that_goes_on_only_the_missed_parts_are_asked() {
    let answered = "2026-05-08 email @bakker #7 | Termijn niet ontvangen\n2026-05-08 hold #7 until 2026-05-15\n";
    for (language, named) in [
        (
            "nl",
            "Op 20 april 2026 hebben wij met u een betalingsregeling afgesproken",
        ),
        (
            "en",
            "On 20 April 2026 we agreed on a payment plan with you",
        ),
    ] {
        let text = journal("business", language, &format!("{PLAN}{answered}"));
        let (draft, letter) = step(&text, "2026-05-18", "reminder");
        assert_eq!(draft.summary.stage, "reminder");
        assert_eq!(asked(&draft).0, "150.00");
        assert!(letter.contains(named), "{letter}");
        assert!(
            !letter.contains("aandacht") && !letter.contains("attention"),
            "{letter}"
        );
        assert!(
            !letter.contains("Dagen te laat") && !letter.contains("Days late"),
            "{letter}"
        );
        assert_eq!(asked(&statement(&text, "2026-05-18").0).0, "150.00");
        assert!(page(&text, "2026-05-18", "next", "nl", "csv").contains("EUR,150.00"));
        assert!(page(&text, "2026-05-18", "call", "nl", "text").contains("150"));
    }
}

#[test]
fn a_second_missed_part_is_asked_with_the_first_and_money_lessens_both() {
    let paid = "2026-05-20 payment #7 100.00\n2026-06-08 email @bakker #7 | Termijnen\n";
    let text = journal("business", "nl", &format!("{PLAN}{paid}"));
    let (draft, letter) = step(&text, "2026-06-09", "reminder");
    assert_eq!(asked(&draft).0, "300.00");
    assert!(
        letter.contains("De termijnen van 4 mei 2026 en 4 juni 2026"),
        "{letter}"
    );
    assert!(letter.contains("nog niet volledig ontvangen"), "{letter}");
}

#[test]
fn the_whole_sum_is_asked_where_the_plan_says_so_or_has_ended() {
    let all = PLAN.replace("  signed: yes\n", "  signed: yes\n  accelerate: yes\n");
    let answered = "2026-05-08 email @bakker #7 | Termijn niet ontvangen\n";
    let text = journal("business", "nl", &format!("{all}{answered}"));
    assert_eq!(asked(&step(&text, "2026-05-18", "reminder").0).0, "900.00");
    let ended = format!("{PLAN}2026-05-10 release #7 | Regeling is beëindigd\n");
    let text = journal("business", "nl", &ended);
    assert_eq!(asked(&step(&text, "2026-05-18", "reminder").0).0, "900.00");
    let offer = PLAN.replace("signed: yes", "signed: no");
    let text = journal("business", "nl", &format!("{offer}{answered}"));
    assert_eq!(asked(&step(&text, "2026-05-18", "reminder").0).0, "900.00");
}

#[test]
fn the_invoice_beside_a_plan_has_a_letter_of_its_own() {
    let other = "2026-03-04 invoice #8 @bakker 60.00 vat 21% | Bakplaat\n2026-05-08 email @bakker #7 | Termijn\n";
    let text = journal("business", "nl", &format!("{PLAN}{other}"));
    let drafts = requested_drafts(&text, "2026-05-18", "bakker", "reminder").expect("letters");
    let sums: Vec<(String, String)> = drafts.iter().map(asked).collect();
    assert_eq!(sums.len(), 2, "{}", print_drafts(&drafts, "md"));
    assert!(
        sums.contains(&("150.00".to_owned(), "7".to_owned())),
        "{sums:?}"
    );
    assert!(
        sums.contains(&("60.00".to_owned(), "8".to_owned())),
        "{sums:?}"
    );
}

#[test]
fn a_plan_replaces_the_promise_before_it_in_letters_and_calls() {
    let promised = "2026-04-03 promise #7 900.00 by 2026-04-10\n";
    let entries = PLAN.replace("2026-04-20 plan", &format!("{promised}2026-04-20 plan"));
    let text = journal(
        "business",
        "nl",
        &format!("{entries}2026-05-08 email @bakker #7 | Termijn\n"),
    );
    let (_, letter) = step(&text, "2026-05-18", "reminder");
    assert!(!letter.contains("zegde u toe uiterlijk"), "{letter}");
    let call = page(&text, "2026-05-18", "call", "nl", "text");
    assert!(!call.contains("zei u toe"), "{call}");
    assert!(
        call.contains("De termijn van 4 mei 2026 is niet binnen; het gaat om € 150,00"),
        "{call}"
    );
}

#[test]
fn nobody_reached_is_no_contact() {
    let before = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email\n";
    for outcome in [
        "no-answer",
        "voicemail",
        "busy",
        "Wrong_Number",
        "geen-gehoor",
        "ingesproken",
        "in-gesprek",
        "niet-opgenomen",
    ] {
        let call = format!("2026-04-14 phone @bakker #7\n  outcome: {outcome}\n");
        let text = journal("business", "nl", &format!("{before}{call}"));
        let (_, letter) = step(&text, "2026-04-22", "demand");
        assert!(
            !letter.contains("telefonisch contact"),
            "{outcome}: {letter}"
        );
        assert!(
            letter.contains("14 april 2026: vergeefs geprobeerd u te bellen"),
            "{letter}"
        );
    }
    let spoken = format!("{before}2026-04-14 phone @bakker #7\n  outcome: promised\n");
    let (_, letter) = step(&journal("business", "nl", &spoken), "2026-04-22", "demand");
    assert!(
        letter.contains("14 april 2026: telefonisch contact"),
        "{letter}"
    );
    let mail = format!("{before}2026-04-14 email @bakker #7\n  outcome: bounced\n");
    let (_, letter) = step(&journal("business", "nl", &mail), "2026-04-22", "demand");
    assert!(!letter.contains("14 april 2026"), "{letter}");
}

#[test]
fn costs_that_were_waived_are_not_announced_again() {
    let before = "2026-01-01 agreed @bakker
2026-01-05 invoice #7 @bakker 1000.00 vat 21% due 2026-02-04 | Oven
2026-02-10 sent reminder #7 via email
2026-02-21 sent demand #7 via email
";
    let waived = "2026-02-22 costs #7 150.00 | schaal
2026-02-23 waive #7 150.00 costs | coulance
";
    let announced = |entries: &str| {
        let text = journal("business", "nl", entries);
        let letter = step(&text, "2026-03-25", "final").1;
        assert!(letter.contains("aanspraak"), "{letter}");
        letter.contains("buitengerechtelijke incassokosten")
    };
    assert!(announced(before));
    assert!(!announced(&format!("{before}{waived}")));
}

#[test]
fn an_offer_that_gives_nothing_up_is_none() {
    let before = "2026-03-01 invoice #7 @bakker 1000.00 vat 21% due 2026-03-31 | Oven
2026-04-10 settle #7 600.00 by 2026-05-20 | finale kwijting
2026-04-12 credit #C7 for #7 400.00 vat 21% | retour
";
    let text = journal("business", "nl", before);
    let (_, letter) = step(&text, "2026-04-22", "reminder");
    assert!(letter.contains("600,00"), "{letter}");
    assert!(!letter.contains("schelden"), "{letter}");
}

#[test]
fn what_is_planned_is_not_told_as_done() {
    let before = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email\n";
    for planned in [
        "2026-04-14 visit @bakker #7 | Afspraak gemaakt\n  follow-up: 2026-05-02\n",
        "2026-04-14 visit @bakker #7\n  outcome: planned\n",
        "2026-04-14 phone @bakker #7 | Bellen na de vakantie\n  follow-up: 2026-05-02\n",
        "2026-04-14 phone @bakker #7\n  outcome: gepland\n",
        "2026-04-14 visit @bakker #7\n  outcome: afgezegd\n",
        "2026-04-14 visit @bakker #7\n  outcome: cancelled\n",
        "2026-04-14 phone @bakker #7\n  outcome: verzet\n",
        "2026-04-14 visit @bakker #7\n  outcome: niet-doorgegaan\n",
    ] {
        let text = journal("business", "nl", &format!("{before}{planned}"));
        let (_, letter) = step(&text, "2026-04-22", "demand");
        assert!(!letter.contains("14 april 2026"), "{planned}: {letter}");
    }
    let held = "2026-04-14 visit @bakker #7\n  outcome: held\n  follow-up: 2026-05-02\n";
    let text = journal("business", "nl", &format!("{before}{held}"));
    assert!(
        step(&text, "2026-04-22", "demand")
            .1
            .contains("14 april 2026: bezoek")
    );
}

#[test]
fn a_write_off_is_not_told_to_the_customer() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-03 invoice #8 @bakker 80.00 vat 21% | Plaat
2026-03-10 writeoff #7 70.00 | oninbaar\n2026-03-11 payment #8 20.00\n";
    for (language, words) in [
        ("nl", ["wijtschelding", "fgeboekt", "ninbaar"]),
        ("en", ["Waive", "ritten", "ninbaar"]),
    ] {
        let text = journal("business", language, entries);
        let (draft, letter) = statement(&text, "2026-04-20");
        for word in words {
            assert!(!letter.contains(word), "{word}: {letter}");
        }
        assert_eq!(asked(&draft).0, "890.00");
    }
}

#[test]
fn credited_is_not_called_paid() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-03 invoice #8 @bakker 80.00 vat 21% | Plaat
2026-03-05 credit #C1 for #7 150.00 vat 21% | Deuk\n2026-03-06 payment #8 20.00\n2026-03-07 writeoff #8 6.00\n";
    let text = journal("business", "nl", entries);
    let (_, letter) = step(&text, "2026-04-20", "reminder");
    assert!(
        letter.contains("| Betaald € | Verrekend € | Niet gevraagd € |"),
        "{letter}"
    );
    assert!(
        letter.contains("| 900,00 | 0,00 | 150,00 | 0,00 | 750,00 |")
            && letter.contains("| 80,00 | 20,00 | 0,00 | 6,00 | 54,00 |"),
        "{letter}"
    );
    let only_money = entries
        .lines()
        .filter(|line| !line.contains("credit") && !line.contains("writeoff"));
    let only_money: Vec<&str> = only_money.collect();
    let text = journal("business", "nl", &(only_money.join("\n") + "\n"));
    assert!(
        step(&text, "2026-04-20", "reminder")
            .1
            .contains("| Betaald € |")
    );
    let credited = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-05 credit #C1 for #7 150.00 vat 21%\n";
    let (_, letter) = step(
        &journal("business", "nl", credited),
        "2026-04-20",
        "reminder",
    );
    assert!(!letter.contains("niet volledig betaald"), "{letter}");
}

#[test]
fn what_went_before_is_true_of_every_invoice() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-15 invoice #8 @bakker 80.00 vat 21% | Plaat
2026-04-06 sent reminder #7 via email\n2026-04-07 phone @bakker #7\n  reason: admin\n2026-04-08 promise #7 900.00 by 2026-04-12\n";
    let (_, letter) = step(&journal("business", "nl", entries), "2026-04-22", "demand");
    assert!(
        letter.contains("Wij hebben de betaling van de onderstaande facturen"),
        "{letter}"
    );
    assert!(
        !letter.contains("Ondanks") && !letter.contains("verwerking bij u nog liep"),
        "{letter}"
    );
    assert!(
        letter.contains("zegde u toe voor factuur 7 uiterlijk op"),
        "{letter}"
    );
    assert!(
        letter.contains("6 april 2026: herinnering per e-mail (factuur 7)"),
        "{letter}"
    );
    let (_, letter) = step(&journal("business", "en", entries), "2026-04-22", "demand");
    assert!(
        letter.contains("you promised to pay €900.00 for invoice 7 on or before"),
        "{letter}"
    );
}

#[test]
fn what_was_conceded_is_not_asked_again() {
    let upheld = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-20 dispute #7 250.00 | deuk\n2026-03-25 resolve #7 upheld\n";
    let text = journal("business", "nl", upheld);
    let (draft, letter) = step(&text, "2026-04-20", "reminder");
    assert_eq!(asked(&draft).0, "650.00");
    assert!(
        letter.contains("Over € 250,00 van factuur 7 zijn wij het met u eens geworden"),
        "{letter}"
    );
    assert_eq!(asked(&statement(&text, "2026-04-20").0).0, "650.00");
    let next = page(&text, "2026-04-20", "next", "nl", "csv");
    assert!(
        next.contains("credit-note") && next.contains("EUR,250.00") && next.contains("EUR,650.00"),
        "{next}"
    );
    assert!(page(&text, "2026-04-20", "call", "nl", "text").contains("er staat nog € 650,00 open"));
    let credited = format!("{upheld}2026-03-28 credit #C1 for #7 250.00 vat 21%\n");
    let text = journal("business", "nl", &credited);
    assert_eq!(asked(&step(&text, "2026-04-20", "reminder").0).0, "650.00");
    let whole = upheld.replace(" 250.00 |", " |");
    let text = journal("business", "nl", &whole);
    assert!(due_drafts(&text, "2026-04-20").is_empty());
    assert!(
        statement(&text, "2026-04-20")
            .0
            .letter
            .expect("a letter")
            .payment
            .is_none()
    );
}

#[test]
fn a_table_says_which_invoices_it_is_about_and_what_its_principal_is() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-02 invoice #8 @bakker 80.00 vat 21% | Plaat
2026-04-06 sent reminder #7 via email\n2026-04-16 sent demand #7 via email\n2026-05-01 payment #7 40.00\n";
    let (_, letter) = step(&journal("business", "nl", entries), "2026-05-08", "final");
    assert!(letter.contains("| Factuur 7 |"), "{letter}");
    assert!(
        letter.contains("Hoofdsom, na betalingen die eerst op kosten en rente zijn geboekt"),
        "{letter}"
    );
    let (_, letter) = step(&journal("business", "en", entries), "2026-05-08", "final");
    assert!(letter.contains("| Invoice 7 |"), "{letter}");
    assert!(
        letter.contains("Principal, after payments were put to costs and interest first"),
        "{letter}"
    );
}

#[test]
fn a_statement_tells_each_item_as_it_stands_and_names_what_is_asked() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-03 invoice #8 @bakker 80.00 vat 21% | Plaat
2026-04-10 invoice #9 @bakker 33.00 vat 21% | Mes\n2026-04-06 dispute #8 | nooit ontvangen\n";
    let (draft, letter) = statement(&journal("business", "nl", entries), "2026-04-20");
    assert_eq!(asked(&draft), ("900.00".to_owned(), "7".to_owned()));
    assert!(
        letter.contains("| betwist |") && letter.contains("| niet vervallen |"),
        "{letter}"
    );
    assert!(
        letter
            .contains("Over € 80,00 van factuur 8 zijn wij nog met u in gesprek; dat bedrag vragen wij nu niet."),
        "{letter}"
    );
}

#[test]
fn a_call_speaks_the_language_of_the_customer_and_says_what_holds_an_invoice() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-03 invoice #8 @bakker 80.00 vat 21% | Plaat
2026-04-06 dispute #8 | nooit ontvangen\n";
    let call = page(
        &journal("business", "en", entries),
        "2026-04-20",
        "call",
        "nl",
        "text",
    );
    assert!(
        call.contains("It was due on 1 April 2026; €900.00 is still open.”"),
        "{call}"
    );
    assert!(
        call.contains("Voor u belt") && call.contains("Wacht het antwoord af."),
        "{call}"
    );
    assert!(
        call.contains("Factuur 8: betwist (sinds 6 april 2026): „nooit ontvangen”."),
        "{call}"
    );
}

#[test]
fn of_an_offer_that_nobody_signed_no_part_was_missed() {
    let offer = PLAN.replace("signed: yes", "signed: no");
    let text = journal("business", "en", &offer);
    assert!(occasion_drafts(&text, "2026-05-15", "instalment-missed", "bakker").is_err());
    let (draft, letter) = step(&text, "2026-05-15", "reminder");
    assert_eq!(asked(&draft).0, "900.00");
    assert!(!letter.contains("we agreed"), "{letter}");
    let next = page(&text, "2026-05-15", "next", "en", "csv");
    assert!(
        next.contains("send,reminder") && !next.contains("instalment-missed"),
        "{next}"
    );
}

#[test]
fn a_confirmed_promise_leaves_out_what_is_contested() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-05 dispute #7 250.00 | deuk\n\
        2026-04-10 promise #7 400.00 by 2026-04-17\n";
    let text = journal("business", "en", entries);
    let (_, letter) =
        only(occasion_drafts(&text, "2026-04-10", "promise", "bakker").expect("a letter"));
    assert!(
        letter.contains("€250.00") && !letter.contains("€500.00"),
        "{letter}"
    );
}

#[test]
fn a_statement_tells_what_we_hold_ourselves() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-02 invoice #8 @bakker 80.00 vat 21% | Plaat\n\
        2026-04-05 hold #7 until 2026-06-01 | we wait for the fitter\n";
    for (language, words) in [("en", "not asked now"), ("nl", "nu niet gevraagd")] {
        let (draft, letter) = statement(&journal("business", language, entries), "2026-04-20");
        assert_eq!(asked(&draft).0, "80.00");
        assert_eq!(letter.matches(words).count(), 1, "{letter}");
    }
}

#[test]
fn a_plan_that_made_all_due_is_named_and_has_a_letter_of_its_own() {
    let plan = PLAN.replace("signed: yes\n", "signed: yes\n  accelerate: yes\n");
    let entries = format!(
        "2026-03-04 invoice #8 @bakker 60.00 vat 21% | Bakplaat\n{plan}2026-05-08 email @bakker #7 | Termijn\n"
    );
    for (language, words) in [
        (
            "nl",
            "Volgens de regeling moet u alles wat nog openstaat nu in één keer betalen.",
        ),
        (
            "en",
            "Under the plan all that is still open is now to be paid at once.",
        ),
    ] {
        let text = journal("business", language, &entries);
        let by_name = requested_drafts(&text, "2026-05-18", "bakker", "reminder").expect("letters");
        let by_list = due_drafts(&text, "2026-05-18");
        let sums = |drafts: &[LetterDraft]| drafts.iter().map(asked).collect::<Vec<_>>();
        assert_eq!(sums(&by_name), sums(&by_list));
        let mut amounts = sums(&by_name);
        amounts.sort();
        assert_eq!(
            amounts.iter().map(|it| &*it.0).collect::<Vec<_>>(),
            ["60.00", "900.00"]
        );
        let letters = unwrapped(&print_drafts(&by_name, "md"));
        assert!(letters.contains(words), "{letters}");
        let call = page(&text, "2026-05-18", "call", "nl", "text");
        assert!(
            call.contains("De termijn van 4 mei 2026 is niet binnen, en volgens de regeling is dan alles te betalen")
                || call.contains("under the plan all that is still open is then to be paid: €900.00"),
            "{call}"
        );
        let next = page(&text, "2026-05-18", "next", "nl", "csv");
        assert!(
            next.contains("EUR,900.00") && next.contains("EUR,60.00"),
            "{next}"
        );
    }
}

#[test]
fn who_promised_or_spoke_with_us_did_not_overlook_it() {
    let invoice = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n";
    for (entry, spoken) in [
        ("2026-03-20 promise #7 by 2026-04-03\n", true),
        ("2026-03-20 phone @bakker #7\n  outcome: reached\n", true),
        (
            "2026-03-20 dispute #7 | deuk\n2026-03-21 resolve #7 rejected\n",
            true,
        ),
        ("2026-03-20 phone @bakker #7\n  outcome: no-answer\n", false),
        ("", false),
    ] {
        for (language, words) in [
            ("nl", "aan uw aandacht ontsnapt"),
            ("en", "escaped your attention"),
        ] {
            let text = journal("business", language, &format!("{invoice}{entry}"));
            let (_, letter) = step(&text, "2026-04-20", "reminder");
            assert_eq!(letter.contains(words), !spoken, "{entry}{letter}");
        }
    }
}

#[test]
fn a_credit_is_not_told_as_money_that_came_in() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-10 credit #C1 @bakker 150.00 vat 21% | Retour
2026-04-06 sent reminder #7 via email\n2026-04-16 sent demand #7 via email\n";
    for (language, untrue, principal) in [
        (
            "nl",
            ["volledig ontvangen", "binnen "],
            "Hoofdsom, na aftrek van uw tegoed",
        ),
        (
            "en",
            ["in full", "came in on"],
            "Principal, less your credit with us",
        ),
    ] {
        let text = journal("business", language, entries);
        let (_, letter) = step(&text, "2026-05-08", "final");
        assert!(
            letter.contains(principal) && !letter.contains(untrue[0]),
            "{letter}"
        );
        let claim = page(&text, "2026-05-08", "claim", language, "text");
        assert!(
            !claim.contains("binnenkwam") && !claim.contains("came in"),
            "{claim}"
        );
        let call = page(&text, "2026-05-08", "call", language, "text");
        assert!(
            !call.contains("is binnen dat") && !call.contains("is here and"),
            "{call}"
        );
    }
}

#[test]
fn several_invoices_are_spoken_of_as_several_and_what_is_contested_is_named() {
    let two = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-03 invoice #8 @bakker 121.00 vat 21% | Plaat
2026-03-20 dispute #8 21.00 | deuk\n";
    let one =
        "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-20 dispute #7 21.00 | deuk\n";
    for (language, several, single, named) in [
        (
            "nl",
            "vragen over de facturen?",
            "vragen over de factuur?",
            "Over € 21,00 van factuur 8 zijn wij",
        ),
        (
            "en",
            "about the invoices?",
            "about the invoice?",
            "discussing €21.00 of invoice 8 with you",
        ),
    ] {
        let (_, letter) = step(
            &journal("business", language, two),
            "2026-04-20",
            "reminder",
        );
        assert!(
            letter.contains(several) && letter.contains(named),
            "{letter}"
        );
        assert!(!letter.contains(single), "{letter}");
        let (_, letter) = step(
            &journal("business", language, one),
            "2026-04-20",
            "reminder",
        );
        assert!(
            letter.contains(single) && !letter.contains(several),
            "{letter}"
        );
        // What is contested is not still to be paid.
        assert!(
            !letter.contains("Nog te betalen") && !letter.contains("Still to be paid"),
            "{letter}"
        );
    }
}

#[test]
fn an_offer_does_not_name_what_was_conceded_as_open() {
    let upheld = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-20 dispute #7 250.00 | deuk\n2026-03-25 resolve #7 upheld\n";
    let settle = format!("{upheld}2026-04-10 settle #7 500.00 by 2026-05-01\n");
    let plan = format!(
        "{upheld}2026-04-10 plan #7\n  due: 300.00 on 2026-05-04\n  due: 350.00 on 2026-06-04\n  signed: no\n  follow-up: 2026-04-30\n"
    );
    let text = journal("business", "nl", &settle);
    let (_, letter) =
        only(occasion_drafts(&text, "2026-04-12", "settlement-offer", "bakker").expect("a letter"));
    assert!(
        letter.contains("openstaande bedrag van € 650,00"),
        "{letter}"
    );
    assert!(
        letter.contains("resterende € 150,00 kwijt") && !letter.contains("€ 900,00"),
        "{letter}"
    );
    let text = journal("business", "nl", &plan);
    let (_, letter) =
        only(occasion_drafts(&text, "2026-04-12", "plan-offer", "bakker").expect("a letter"));
    assert!(
        letter.contains("Over € 250,00 van factuur 7 zijn wij het met u eens geworden")
            && !letter.contains("Nog te betalen"),
        "{letter}"
    );
    let text = text.replace(
        "2026-03-20 dispute #7 250.00 | deuk\n2026-03-25 resolve #7 upheld\n",
        "",
    );
    let statement = statement(&text, "2026-04-12").1;
    assert!(
        statement.contains("| regeling voorgesteld |")
            && statement.contains(
                "Voor factuur 7 hebben wij u op 10 april 2026 een betalingsregeling voorgesteld."
            ),
        "{statement}"
    );
}

#[test]
fn a_statement_tells_what_a_plan_lets_wait_and_letters_name_an_offer_that_stands() {
    let text = journal("business", "nl", PLAN);
    assert!(
        statement(&text, "2026-05-18").1.contains(
            "Van factuur 7 is € 750,00 volgens de betalingsregeling van 20 april 2026 later te betalen; de \
             eerstvolgende termijn is die van 4 juni 2026."
        ),
        "{}",
        statement(&text, "2026-05-18").1
    );
    let offer = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-10 settle #7 600.00 by 2026-05-01\n";
    for (language, words) in [
        (
            "nl",
            "Ons voorstel van 10 april 2026 geldt nog: betaalt u voor factuur 7 uiterlijk op 1 mei 2026 € 600,00, dan \
             schelden wij de rest kwijt.",
        ),
        (
            "en",
            "Our offer of 10 April 2026 still stands: if you pay €600.00 for invoice 7 on or before 1 May 2026, we waive the rest.",
        ),
    ] {
        let text = journal("business", language, offer);
        assert!(statement(&text, "2026-04-20").1.contains(words));
        assert!(!statement(&text, "2026-05-02").1.contains(words));
        // Letters wait for its day; a release ends the waiting, and not the offer.
        let text = format!("{text}2026-04-15 release #7 | No more waiting\n");
        assert!(step(&text, "2026-04-20", "reminder").1.contains(words));
    }
}

#[test]
fn a_last_letter_without_a_day_speaks_of_no_term() {
    let text = journal(
        "business",
        "nl",
        "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email\n2026-04-16 sent demand #7 via email\n",
    );
    let text = text.replace(
        "final 28 days after due gap 7 days deadline 14 days",
        "final 28 days after due gap 7 days",
    );
    for language in ["nl", "en"] {
        let text = text.replace(
            "language: nl\n\n2026",
            &format!("language: {language}\n\n2026"),
        );
        let (_, letter) = step(&text, "2026-05-08", "final");
        for untrue in ["deze termijn", "this term", "op tijd of neem", "in time or"] {
            assert!(!letter.contains(untrue), "{letter}");
        }
        assert!(
            letter.contains("rente") || letter.contains("interest"),
            "{letter}"
        );
    }
}

#[test]
fn the_fee_of_a_step_is_in_what_the_list_of_the_day_says() {
    let text = journal(
        "business",
        "nl",
        "2026-03-02 invoice #7 @bakker 90.99 vat 21% | Oven\n",
    )
    .replace(
        "reminder 3 days after due deadline 7 days via email",
        "reminder 3 days after due deadline 7 days via email fee 10.00",
    );
    assert_eq!(asked(&step(&text, "2026-04-20", "reminder").0).0, "100.99");
    assert!(page(&text, "2026-04-20", "next", "nl", "csv").contains("EUR,100.99"));
}

#[test]
fn the_credit_note_that_is_due_is_of_what_was_conceded_however_much_was_paid() {
    let entries =
        "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-03-20 dispute #7 250.00 | deuk
2026-03-25 resolve #7 upheld\n2026-03-28 payment #7 800.00\n";
    for paid in ["800.00", "900.00"] {
        let text = journal(
            "business",
            "nl",
            &entries.replace("#7 800.00", &format!("#7 {paid}")),
        );
        let next = page(&text, "2026-04-20", "next", "nl", "csv");
        assert!(
            next.contains("credit-note") && next.contains("EUR,250.00"),
            "{next}"
        );
    }
    let noted =
        entries.replace("800.00", "900.00") + "2026-03-30 credit #C2 for #7 250.00 vat 21%\n";
    let text = journal("business", "nl", &noted);
    assert!(!page(&text, "2026-04-20", "next", "nl", "csv").contains("credit-note"));
}

#[test]
fn a_letter_names_no_amount_that_was_not_promised_and_no_plan_of_what_others_collect() {
    let two = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n";
    for (amount, nl, en) in [
        (
            "",
            "zegde u ons toe te betalen, uiterlijk",
            "promised to pay us on or before",
        ),
        (
            "400.00 ",
            "zegde u ons toe € 400,00 te betalen",
            "promised to pay us €400.00 on",
        ),
    ] {
        let promised = format!("{two}2026-03-20 promise #7 {amount}by 2026-04-08\n");
        for (language, words) in [("nl", nl), ("en", en)] {
            let text = journal("business", language, &promised);
            let drafts = occasion_drafts(&text, "2026-04-20", "promise-broken", "bakker");
            let (_, letter) = only(drafts.expect("a letter"));
            assert!(letter.contains(words), "{letter}");
        }
    }
    let handed = format!("{PLAN}2026-05-20 handover #7 to agency | De Brug\n");
    let letter = statement(&journal("business", "nl", &handed), "2026-05-21").1;
    assert!(
        letter.contains("uit handen gegeven") && !letter.contains("later te betalen"),
        "{letter}"
    );
}

#[test]
fn money_that_went_to_a_fee_is_told_as_paid() {
    let entries =
        "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email
2026-04-10 fee #7 15.00 | herinnering\n2026-04-20 payment #7 100.00\n";
    let (_, letter) = step(&journal("business", "nl", entries), "2026-04-24", "demand");
    assert!(
        letter.contains("Al betaald: **€ 85,00**\\ Betaald aan kosten en rente: **€ 15,00**"),
        "{letter}"
    );
    let two = format!("2026-03-03 invoice #8 @bakker 60.00 vat 21% | Plaat\n{entries}");
    let (_, letter) = step(&journal("business", "en", &two), "2026-04-24", "demand");
    assert!(
        letter.contains("paid towards costs and interest €15.00"),
        "{letter}"
    );
}

/// One letter stands in the journal as an entry for each step; its reader got one, by the name of the highest.
#[test]
fn a_letter_is_told_by_the_name_it_had() {
    let invoices = "2026-03-02 invoice #7 @bakker 500.00 vat 21% | Oven
2026-04-02 invoice #8 @bakker 300.00 vat 21% | Rack
2026-04-07 sent reminder #7 via email
";
    let one = "2026-05-06 sent demand #7 via email
2026-05-06 sent reminder #8 via email
";
    let text = journal("business", "nl", &format!("{invoices}{one}"));
    let (_, demand) = step(&text, "2026-05-20", "demand");
    assert!(
        demand.contains("6 mei 2026: aanmaning per e-mail (factuur 8)"),
        "{demand}"
    );
    assert!(!demand.contains("6 mei 2026: herinnering"), "{demand}");
    let show = page(&text, "2026-05-20", "show", "en", "text");
    assert_eq!(show.matches("sent: demand, email").count(), 2, "{show}");
    let dated = |way: &str, document: &str| {
        let apart = format!(
            "{invoices}2026-05-06 sent demand #7 via post
  document: a.txt
2026-05-06 sent reminder #8 via {way}
  document: {document}
"
        );
        step(&journal("business", "nl", &apart), "2026-05-20", "demand").1
    };
    for (way, document) in [("email", "a.txt"), ("post", "b.txt")] {
        let apart = dated(way, document);
        assert!(apart.contains("6 mei 2026: herinnering per"), "{apart}");
    }
    let same = dated("post", "a.txt");
    assert!(same.contains("6 mei 2026: aanmaning per post"), "{same}");
}

/// Who collects it asks all of it, what was contested as well: the statement says so, and nothing else.
#[test]
fn what_was_handed_over_is_said_so_also_where_a_part_is_contested() {
    for (language, handed, partly, not_asked) in [
        (
            "nl",
            "uit handen gegeven",
            "deels betwist",
            "vragen wij nu niet",
        ),
        (
            "en",
            "handed over",
            "partly disputed",
            "do not ask that amount now",
        ),
    ] {
        let before = "2026-03-02 invoice #7 @bakker 500.00 vat 21% | Oven
2026-03-09 invoice #8 @bakker 300.00 vat 21% | Rack
2026-04-20 dispute #7 121.00 | Scratched
";
        let over = format!("{before}2026-06-20 handover #7 to agency | Zwaan\n");
        let back = format!("{over}2026-06-25 return #7 | Came to nothing\n");
        let said =
            |entries: &str| statement(&journal("business", language, entries), "2026-07-01").1;
        let (before, over, back) = (said(before), said(&over), said(&back));
        assert!(
            before.contains(partly) && before.contains(not_asked),
            "{before}"
        );
        assert!(over.contains(handed), "{over}");
        assert!(
            !over.contains(partly) && !over.contains(not_asked),
            "{over}"
        );
        assert!(back.contains(partly) && !back.contains(handed), "{back}");
    }
}

#[test]
fn a_plan_that_goes_on_is_not_called_over() {
    let next = |entries: &str, language: &str| {
        let text = journal("business", "nl", entries);
        let called = text.replace(
            "days via email\n  stage: demand",
            "days via email phone\n  stage: demand",
        );
        page(&called, "2026-05-10", "next", language, "csv")
    };
    for (language, missed, over) in [
        ("nl", "termijn van 2026-05-04 gemist", "voorbij"),
        ("en", "instalment of 2026-05-04 missed", "is over"),
    ] {
        let list = next(PLAN, language);
        assert!(list.contains(missed) && !list.contains(over), "{list}");
        let released = next(
            &format!("{PLAN}2026-05-02 release #7 | Plan ended\n"),
            language,
        );
        assert!(
            released.contains(over) && !released.contains(missed),
            "{released}"
        );
    }
}

/// The day from which days are counted stands beside them.
#[test]
fn a_missed_part_of_a_plan_is_late_from_its_own_day() {
    let other = "2026-03-09 invoice #8 @bakker 300.00 vat 21% | Rack\n";
    let text = journal("business", "nl", &format!("{PLAN}{other}"));
    let (_, said) = statement(&text, "2026-05-10");
    assert!(said.contains("02-03-2026 | 04-05-2026 | 6 |"), "{said}");
    assert!(said.contains("09-03-2026 | 08-04-2026 | 32 |"), "{said}");
    let reminded = format!("{PLAN}{other}2026-05-07 sent demand #8 via email\n");
    let (_, demand) = step(
        &journal("business", "nl", &reminded),
        "2026-05-10",
        "demand",
    );
    assert!(
        demand.contains("factuur 7: € 150,00, vervallen op 4 mei 2026"),
        "{demand}"
    );
}

#[test]
fn thanks_for_a_part_says_what_is_still_open() {
    let invoices = "2026-03-02 invoice #7 @bakker 500.00 vat 21% | Oven
2026-04-10 payment #7 200.00
";
    for (language, open, nothing) in [
        (
            "nl",
            "Van deze factuur staat nog € 300,00 open.",
            "niets te doen",
        ),
        (
            "en",
            "Of this invoice €300.00 is still open.",
            "nothing you need to do",
        ),
    ] {
        let thanks = |entries: &str| {
            let text = journal("business", language, entries);
            only(occasion_drafts(&text, "2026-05-01", "thanks", "bakker").expect("a letter")).1
        };
        let part = thanks(invoices);
        assert!(part.contains(open) && !part.contains(nothing), "{part}");
        let all = thanks(&invoices.replace("200.00", "500.00"));
        assert!(all.contains(nothing) && !all.contains(" open."), "{all}");
    }
}

/// What came after the day of a promise did not keep it, and is asked no more.
#[test]
fn what_came_late_for_a_promise_is_taken_off_it() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven
2026-04-10 promise #7 600.00 by 2026-04-20
2026-04-27 payment #7 250.00
";
    let text = journal("business", "nl", entries);
    let drafts = occasion_drafts(&text, "2026-05-04", "promise-broken", "bakker");
    let (draft, said) = only(drafts.expect("a letter"));
    assert_eq!(asked(&draft).0, "350.00");
    assert!(
        said.contains("Daarvan hebben wij € 250,00 ontvangen."),
        "{said}"
    );
    assert!(said.contains("€ 350,00 alsnog te betalen"), "{said}");
    let list = page(&text, "2026-05-04", "next", "en", "csv");
    assert!(list.contains("received 250.00"), "{list}");
    let all = entries.replace("250.00", "600.00");
    let all = occasion_drafts(
        &journal("business", "nl", &all),
        "2026-05-04",
        "promise-broken",
        "bakker",
    );
    assert!(all.is_err(), "nothing is missing of it");
}

#[test]
fn a_call_knows_what_is_contested() {
    let entries = "2026-03-02 invoice #7 @bakker 500.00 vat 21% | Oven
2026-04-20 dispute #7 121.00 | Scratched
";
    let text = journal("business", "nl", entries);
    for (language, before, told, asked) in [
        (
            "nl",
            "Voor u belt",
            "betwist, € 121,00 (sinds 20 april 2026)",
            "Zo kunt u het zeggen",
        ),
        (
            "en",
            "Before you call",
            "dispute, €121.00 (since 20 April 2026)",
            "What you may say",
        ),
    ] {
        let said = page(&text, "2026-05-10", "call", language, "text");
        let place = |words: &str| {
            said.find(words)
                .unwrap_or_else(|| panic!("{words}: {said}"))
        };
        assert!(
            place(before) < place(told) && place(told) < place(asked),
            "{said}"
        );
        assert!(!said.contains("alles naar wens"), "{said}");
        assert_eq!(said.matches("Scratched").count(), 1, "{said}");
    }
}

#[test]
fn one_credit_is_taken_off_in_one_letter_and_named_in_the_other() {
    let text = journal(
        "consumer",
        "nl",
        "2026-03-02 invoice #7 @bakker 300.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email\n\
         2026-04-16 sent demand #7 via email\n2026-04-04 invoice #8 @bakker 200.00 vat 21% | Deur\n\
         2026-04-20 credit #C1 @bakker 40.00 vat 21% | Te veel berekend\n",
    );
    let (_, last) = step(&text, "2026-05-10", "final");
    assert!(
        last.contains("U heeft bij ons nog € 40,00 tegoed. Dat trekken wij af"),
        "{last}"
    );
    let (draft, first) = step(&text, "2026-05-10", "reminder");
    assert_eq!(asked(&draft).0, "200.00");
    assert!(
        first.contains("U heeft bij ons € 40,00 tegoed dat wij aftrekken van factuur 7; in deze brief is het niet verrekend."),
        "{first}"
    );
    assert!(
        !first.contains("vraagt niet meer dan daarna overblijft"),
        "{first}"
    );
}

#[test]
fn a_rate_and_a_sum_that_nobody_agreed_to_stand_in_no_letter_to_a_business() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email\n\
         2026-04-16 sent demand #7 via email\n";
    let text = journal("business", "nl", entries).replace(
        "policy usual\n",
        "policy usual\n  interest: 12% yearly\n  costs: 75.00\n",
    );
    let (_, agreed) = step(&text, "2026-05-10", "final");
    assert!(
        agreed.contains("€ 75,00") && agreed.contains("12%"),
        "{agreed}"
    );
    let (_, alone) = step(
        &text.replace("2026-03-02 agreed @bakker\n", ""),
        "2026-05-10",
        "final",
    );
    assert!(
        !alone.contains("€ 75,00") && !alone.contains("12%"),
        "{alone}"
    );
    assert!(
        alone.contains("rente en buitengerechtelijke incassokosten"),
        "{alone}"
    );
}

#[test]
fn costs_below_the_scale_are_not_said_to_be_those_of_the_law() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email\n\
         2026-04-16 sent demand #7 via email\n";
    let text = journal("consumer", "nl", entries);
    let (_, scale) = step(&text, "2026-05-10", "final");
    assert!(
        scale.contains("€ 135,00. Deze kosten zijn berekend volgens artikel 6:96"),
        "{scale}"
    );
    let text = text.replace("policy usual\n", "policy usual\n  costs: 75.00\n");
    let (_, less) = step(&text, "2026-05-10", "final");
    assert!(
        less.contains("€ 75,00. Dat is minder dan artikel 6:96"),
        "{less}"
    );
}

#[test]
fn a_second_fourteen_day_letter_asks_no_more_than_one_would_have() {
    let entries = |due: &str| {
        format!(
            "2026-03-02 invoice #7 @bakker 300.00 vat 21% due 2026-03-16 | Oven\n\
             2026-03-02 invoice #8 @bakker 300.00 vat 21% due {due} | Deur\n\
             2026-04-06 sent final #7 via email\n  costs: 45.00\n  received: 2026-04-06\n\
             2026-05-06 sent reminder #8 via email\n2026-05-20 sent demand #8 via email\n"
        )
    };
    // Both were late when the first went out: 15% of 600.00, less the 45.00 of the first.
    let text = journal("consumer", "nl", &entries("2026-03-20"));
    let (_, joint) = step(&text, "2026-06-20", "final");
    assert!(joint.contains("Die bedragen € 45,00"), "{joint}");
    // One that became late later has the least of the law, of its own.
    let text = journal(
        "consumer",
        "nl",
        &entries("2026-04-20").replace("#8 @bakker 300.00", "#8 @bakker 100.00"),
    );
    let (_, own) = step(&text, "2026-06-20", "final");
    assert!(own.contains("Die bedragen € 40,00"), "{own}");
    let text = journal(
        "consumer",
        "nl",
        &entries("2026-03-20").replace("#8 @bakker 300.00", "#8 @bakker 100.00"),
    );
    let (_, joint) = step(&text, "2026-06-20", "final");
    assert!(joint.contains("Die bedragen € 15,00"), "{joint}");
}

#[test]
fn a_letter_that_was_written_down_twice_went_out_once() {
    let entries = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven\n2026-04-06 sent reminder #7 via email\n\
         2026-04-06 sent reminder #7 via email\n2026-04-16 sent demand #7 via email\n";
    let (_, text) = step(&journal("business", "nl", entries), "2026-05-10", "final");
    assert_eq!(
        text.matches("6 april 2026: herinnering per e-mail").count(),
        1,
        "{text}"
    );
}

#[test]
fn what_was_promised_for_invoices_of_another_too_is_told_without_its_sum() {
    let entries = "customer @smid\n  name: Smid\n  kind: business\n\n\
         2026-03-02 invoice #7 @bakker 300.00 vat 21% | Oven\n2026-03-02 invoice #8 @smid 100.00 vat 21% | Anvil\n\
         2026-04-08 promise #7 #8 400.00 by 2026-04-20\n";
    let text = journal("business", "en", entries);
    let (_, reminder) = step(&text, "2026-05-10", "reminder");
    assert!(!reminder.contains("400.00"), "{reminder}");
    assert!(reminder.contains("300.00"), "{reminder}");
    let (draft, promise) =
        only(occasion_drafts(&text, "2026-04-10", "promise", "bakker").expect("a letter"));
    assert_eq!(asked(&draft).0, "300.00");
    assert!(!promise.contains("400.00"), "{promise}");
}

#[test]
fn of_an_invoice_in_parts_the_letter_names_the_part() {
    let parts = "2026-03-02 invoice #7 @bakker 900.00 vat 21% | Oven
  due: 300.00 on 2026-04-01
  due: 600.00 on 2026-05-15
";
    let entries = format!("{parts}2026-04-01 payment #7 300.00\n2026-05-20 bank-through\n");
    for (language, part, amount, whole) in [
        ("nl", "factuur 7 (2/2)", "Termijnbedrag", "Factuurbedrag"),
        (
            "en",
            "invoice 7 (2/2)",
            "Instalment amount",
            "Invoice amount",
        ),
    ] {
        let text = journal("business", language, &entries);
        let (draft, words) = step(&text, "2026-05-20", "reminder");
        assert!(words.contains(part) && words.contains(amount), "{words}");
        assert!(!words.contains(whole), "{words}");
        assert_eq!(asked(&draft).1, "7");
    }
    // A letter about another part is none about this one; nor are two parts of one invoice several invoices.
    let late = format!("{parts}2026-04-10 sent reminder #7 via email\n2026-05-20 bank-through\n");
    let text = journal("consumer", "nl", &late);
    let (_, words) = step(&text, "2026-05-20", "reminder");
    assert!(
        words.contains("factuur 7") && !words.contains("bericht van"),
        "{words}"
    );
    let both = format!("{parts}2026-05-20 bank-through\n");
    for (language, sentence) in [
        ("nl", "De betaaltermijnen van deze factuur zijn verstreken."),
        ("en", "Its due dates have passed."),
    ] {
        let text = journal("business", language, &both);
        let (_, words) = step(&text, "2026-05-20", "reminder");
        assert!(words.contains(sentence), "{words}");
    }
    let call = page(
        &journal("business", "nl", &both),
        "2026-05-20",
        "call",
        "nl",
        "text",
    );
    assert!(
        call.contains("Daarvan zijn delen over tijd, het eerste sinds 1 april 2026"),
        "{call}"
    );
}

#[test]
fn thanks_ask_for_nothing_that_is_contested_or_conceded() {
    let invoice = "2026-03-02 invoice #7 @bakker 400.00 vat 21% | Oven\n2026-04-01 dispute #7 100.00 | kras\n";
    let thanks = |language: &str, entries: &str| {
        let text = journal("consumer", language, &format!("{invoice}{entries}"));
        only(occasion_drafts(&text, "2026-04-20", "thanks", "bakker").expect("a letter")).1
    };
    let conceded = "2026-04-05 resolve #7 upheld\n2026-04-20 payment #7 310.00\n";
    let words = thanks("nl", conceded);
    assert!(words.contains("een creditnota van € 100,00"), "{words}");
    assert!(!words.contains("nog € 90,00 open"), "{words}");
    let words = thanks("en", "2026-04-20 payment #7 250.00\n");
    assert!(
        words.contains("Of this invoice €50.00 is still open."),
        "{words}"
    );
    assert!(words.contains("€100.00 is in dispute"), "{words}");
    // What is left is contested as a whole.
    let words = thanks("nl", "2026-04-20 payment #7 300.00\n");
    assert!(
        !words.contains("nog € 100,00 open") && words.contains("nog niet eens"),
        "{words}"
    );
}

#[test]
fn what_nobody_signed_is_offered_and_not_confirmed() {
    let offer = PLAN.replace("signed: yes", "signed: no\n  follow-up: 2026-05-01");
    let text = journal("business", "nl", &offer);
    assert!(occasion_drafts(&text, "2026-04-21", "plan", "bakker").is_err());
    let (_, words) =
        only(occasion_drafts(&text, "2026-04-21", "plan-offer", "bakker").expect("a letter"));
    assert!(
        !words.contains("hebben wij met u een betalingsregeling afgesproken"),
        "{words}"
    );
}

#[test]
fn in_a_currency_without_rules_the_last_letter_claims_nothing() {
    for kind in ["consumer", "business"] {
        let text = journal(
            kind,
            "nl",
            "2026-03-02 invoice #7 @bakker 500.00 USD vat 21% | Oven\n2026-04-10 sent reminder #7 via email\n\
             2026-04-20 sent demand #7 via email\n2026-05-20 bank-through\n",
        );
        let (_, words) = step(&text, "2026-05-20", "final");
        for claimed in [
            "wettelijke rente",
            "verzuim",
            "veertien dagen",
            "incassokosten",
        ] {
            assert!(!words.contains(claimed), "{kind}: {claimed}: {words}");
        }
    }
}

#[test]
fn of_a_plan_over_two_invoices_the_one_that_is_asked_is_late() {
    let entries = "2026-03-02 invoice #1 @bakker 300.00 vat 21% | Kast
2026-03-22 invoice #2 @bakker 100.00 vat 21% | Tafel
2026-04-20 plan #1 #2
  due: 150.00 on 2026-05-10
  due: 250.00 on 2026-06-10
  signed: yes
2026-05-15 payment #1 40.00
2026-05-26 bank-through
";
    let text = journal("business", "nl", entries);
    let (missed, _) = only(
        occasion_drafts(&text, "2026-05-26", "instalment-missed", "bakker").expect("a letter"),
    );
    assert_eq!(asked(&missed).1, "1");
    let (_, words) = statement(&text, "2026-05-26");
    // Nothing of the second invoice is asked before 10 June.
    assert!(words.contains("| 2 | 22-03-2026 | 10-06-2026 |"), "{words}");
    let call = page(&text, "2026-05-26", "call", "nl", "text");
    assert!(call.contains("is niet volledig binnen"), "{call}");
}
