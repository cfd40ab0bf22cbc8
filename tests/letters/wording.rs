//! Small things a letter says, each of which was untrue or unclear once.

use super::shelf::{BUSINESS, due_drafts, occasion_drafts, print_draft, requested_drafts};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

fn journal(policy: &str, customer: &str, entries: &str) -> String {
    format!(
        "{BUSINESS}  policy: usual\n\npolicy usual\n  terms: 14 days\n{policy}\n\
         customer @visser\n  address: Haven 3\n  address: 1781 AA Den Helder\n  email: v@visser.example\n{customer}\n\
         2026-03-02 agreed @visser\n{entries}"
    )
}

const LADDER: &str = "  stage: reminder 3 days after due deadline 7 days via email\n  \
    stage: final 14 days after due gap 7 days deadline 14 days via post\n";
const NAMED: &str = "  name: Visser\n  kind: consumer\n  language: nl\n";
const INVOICE: &str = "2026-03-02 invoice #61 @visser 480.00 vat 21% | Net\n";

fn plain(text: &str) -> String {
    let words = text.split([' ', '\n', '\u{a0}']);
    let words = words.filter(|word| !word.is_empty() && *word != "**");
    words.collect::<Vec<_>>().join(" ")
}

fn step(text: &str, day: &str, stage: &str) -> String {
    let drafts = requested_drafts(text, day, "visser", stage).expect("a letter");
    plain(&print_draft(&drafts[0], "text"))
}

const SENT: &str = "2026-03-20 sent reminder #61 via email\n";

#[test]
fn the_fourteen_day_letter_gives_the_time_of_its_step() {
    let months = LADDER.replace("deadline 14 days via post", "deadline 2 months via post");
    let letter = step(
        &journal(&months, NAMED, &format!("{INVOICE}{SENT}")),
        "2026-04-10",
        "final",
    );
    assert!(
        letter.contains("binnen 2 maanden vanaf de dag nadat deze brief bij u is bezorgd"),
        "{letter}"
    );
    let weeks = LADDER.replace("deadline 14 days via post", "deadline 3 weeks via email");
    let letter = step(
        &journal(&weeks, NAMED, &format!("{INVOICE}{SENT}")),
        "2026-04-10",
        "final",
    );
    assert!(
        letter.contains("binnen 21 dagen vanaf de dag nadat u dit bericht heeft ontvangen"),
        "{letter}"
    );
    assert!(letter.contains("nog één keer"), "{letter}");
    let short = LADDER.replace("deadline 14 days via post", "deadline 5 days via post");
    let english = NAMED.replace("language: nl", "language: en");
    let letter = step(
        &journal(&short, &english, &format!("{INVOICE}{SENT}")),
        "2026-04-10",
        "final",
    );
    assert!(
        letter.contains("within fourteen days, counted from the day after this letter"),
        "{letter}"
    );
}

#[test]
fn agreed_interest_is_spoken_of_only_where_it_was_agreed() {
    let own = format!("  interest: 9% yearly\n{LADDER}");
    let agreed = journal(&own, NAMED, &format!("{INVOICE}{SENT}"));
    assert!(step(&agreed, "2026-04-10", "final").contains("overeengekomen rente"));
    // Nobody agreed, or to a version that said something else.
    let nobody = agreed.replace("2026-03-02 agreed @visser\n", "");
    let letter = step(&nobody, "2026-04-10", "final");
    assert!(
        letter.contains("wettelijke rente") && !letter.contains("overeengekomen rente"),
        "{letter}"
    );
    let newer = agreed.replace(
        "\ncustomer @visser",
        &format!("\npolicy usual from 2026-03-01\n  terms: 14 days\n  interest: 12% yearly\n{LADDER}\ncustomer @visser"),
    );
    let older = newer.replace("2026-03-02 agreed", "2026-02-02 agreed");
    let letter = step(&older, "2026-04-10", "final");
    assert!(
        letter.contains("wettelijke rente") && !letter.contains("overeengekomen rente"),
        "{letter}"
    );
}

#[test]
fn a_letter_printed_again_on_its_day_is_the_same_letter() {
    let policy = "  stage: reminder 3 days after due deadline 7 days via email\n  \
        stage: demand 10 days after due gap 7 days deadline 7 days via email\n";
    let business = NAMED.replace("consumer", "business");
    let text = journal(policy, &business, &format!("{INVOICE}{SENT}"));
    let first = step(&text, "2026-04-10", "demand");
    let recorded = format!("{text}2026-04-10 sent demand #61 via email\n  deadline: 2026-04-17\n");
    assert_eq!(step(&recorded, "2026-04-10", "demand"), first);
    assert!(
        first.contains("20 maart 2026") && !first.contains("10 april 2026: aanmaning"),
        "{first}"
    );
}

#[test]
fn a_courtesy_of_the_due_day_says_today() {
    let policy = "  stage: courtesy 2 days before due via email\n";
    let text = journal(policy, NAMED, INVOICE);
    let drafts = due_drafts(&text, "2026-03-16");
    let letter = plain(&print_draft(&drafts[0], "text"));
    assert!(letter.contains("factuur 61 vervalt vandaag"), "{letter}");
    assert!(letter.contains("€ 480,00 vandaag overmaken"), "{letter}");
    let letter = plain(&print_draft(&due_drafts(&text, "2026-03-14")[0], "text"));
    assert!(letter.contains("vervalt op 16 maart 2026"), "{letter}");
    let second = format!("{text}2026-03-02 invoice #62 @visser 20.00 vat 21% | Kurk\n");
    let letter = plain(&print_draft(&due_drafts(&second, "2026-03-16")[0], "text"));
    assert!(
        letter.contains("facturen 61 en 62 vervallen vandaag"),
        "{letter}"
    );
}

#[test]
fn subjects_greetings_and_references_are_for_the_reader() {
    let family = NAMED.replace("name: Visser", "name: Fam. Visser-de Boer");
    let text = journal(
        LADDER,
        &family,
        &format!("{INVOICE}2026-03-03 invoice #62 @visser 20.00 vat 21% | Kurk\n"),
    );
    let letter = step(&text, "2026-03-22", "reminder");
    assert!(letter.contains("Beste familie Visser-de Boer,"), "{letter}");
    assert!(
        letter.contains("Herinnering: openstaande facturen 61 en 62"),
        "{letter}"
    );
    // What the journal calls the customer is no reference of his.
    assert!(
        !letter.contains("Ons kenmerk") && !letter.contains("visser Betreft"),
        "{letter}"
    );
    let one = step(&journal(LADDER, &family, INVOICE), "2026-03-22", "reminder");
    assert!(one.contains("Ons kenmerk 61"), "{one}");
    let english = family.replace("language: nl", "language: en");
    let letter = step(
        &journal(LADDER, &english, INVOICE),
        "2026-03-22",
        "reminder",
    );
    assert!(letter.contains("Dear Visser-de Boer family,"), "{letter}");
}

#[test]
fn many_numbers_of_invoices_make_a_reference_without_the_id_of_the_customer() {
    let mut entries = String::new();
    for number in 10..40 {
        entries.push_str(&format!(
            "2026-03-02 invoice #2026-{number} @visser 20.00 vat 21% | Kurk\n"
        ));
    }
    let text = journal(LADDER, NAMED, &entries);
    let drafts = requested_drafts(&text, "2026-03-22", "visser", "reminder").expect("a letter");
    let payment = drafts[0]
        .letter
        .as_ref()
        .and_then(|letter| letter.payment.as_ref());
    let reference = &payment.expect("a payment").reference;
    assert!(
        reference.len() <= 140 && reference.starts_with("2026-03-22, 2026-10, 2026-11"),
        "{reference}"
    );
}

#[test]
fn a_fee_stands_apart_from_costs_in_what_a_business_will_owe() {
    let policy = "  stage: reminder 3 days after due deadline 7 days via email fee 25.00\n  \
        stage: final 14 days after due gap 7 days deadline 14 days via post\n";
    let business = NAMED.replace("consumer", "business");
    let entries = format!("{INVOICE}{SENT}2026-03-20 fee #61 25.00 | herinnering\n");
    let letter = step(&journal(policy, &business, &entries), "2026-04-14", "final");
    assert!(letter.contains("Aanmaningskosten € 25,00"), "{letter}");
    assert!(
        letter.contains("Buitengerechtelijke incassokosten € 72,00"),
        "{letter}"
    );
}

#[test]
fn a_step_that_was_left_out_is_called_no_letter() {
    let policy = "  stage: reminder 3 days after due via email\n  stage: demand 5 days after due gap 10 days via email\n";
    let business = NAMED.replace("consumer", "business");
    let text = journal(
        policy,
        &business,
        &format!("{INVOICE}2026-03-20 skip reminder #61 | gebeld\n"),
    );
    let next = TestJournal::from_text(&text, "2026-04-02");
    let next = next.print_report("next", &ReportOptions::default(), "nl", "csv");
    assert!(
        next.contains("stap overgeslagen op 2026-03-20") && !next.contains("vorige brief"),
        "{next}"
    );
}

#[test]
fn a_statement_of_the_customer_has_no_reference_of_ours() {
    let text = journal(
        LADDER,
        NAMED,
        &format!("{INVOICE}2026-03-03 invoice #62 @visser 20.00 vat 21% | Kurk\n"),
    );
    let drafts = occasion_drafts(&text, "2026-03-22", "statement", "visser").expect("a statement");
    assert!(!plain(&print_draft(&drafts[0], "text")).contains("Ons kenmerk"));
}
