//! S0-09, S0-11, S0-18, S0-36, S1-23, S2-10, S2-15, S2-25: what pages and letters show of one transaction.

use super::small_firm::{
    assert_says, assert_says_not, journal, journal_with, one_line, page, page_as, told,
};
use crate::letters::shelf::{due_drafts_of, print_due};
use crate::reports::shelf::{TestJournal, print_pages};
use tegoed::letter::compose::LetterSummary;
use tegoed::render::medium::CsvDialect;
use tegoed::report::dossier::dossier_sections;
use tegoed::report::letters;
use tegoed::report::shared::lookup::find_customer;
use tegoed::report::shared::report_input::ReportOptions;

fn for_people() -> ReportOptions {
    ReportOptions {
        for_people: true,
        ..ReportOptions::default()
    }
}

/// S2-10.
#[test]
fn each_invoice_of_a_letter_is_listed_with_its_days() {
    let text = journal(
        "2026-01-12 invoice #1 @b 100.00\n2026-01-13 invoice #2 @b 100.00\n  terms: 7 days\n  received: 2026-01-16\n",
    );
    let book = TestJournal::from_text(&text, "2026-02-10");
    let drafts = due_drafts_of(&book).into_iter();
    let summaries: Vec<LetterSummary> = drafts.map(|it| it.summary).collect();
    let pages = book.with_report_input(&for_people(), "nl", |input| {
        letters::pages(input, &summaries)
    });
    let list = one_line(&print_pages(&pages, "nl", "text", CsvDialect::Plain));
    assert_says(
        &list,
        &[
            "De facturen van deze brieven",
            "1 2026-01-12 2026-01-26 14",
            "2 2026-01-13 2026-01-23 7",
        ],
    );
}

/// S0-09.
#[test]
fn what_is_enough_is_told_while_the_discount_can_be_taken() {
    let discount = "  discount: 2% within 8 days\n  stage: courtesy 7 days before due via email\n";
    let text = journal_with("", "", "2026-01-12 invoice #1 @b 1000.00\n");
    let text = text.replace("  stage: reminder", &format!("{discount}  stage: reminder"));
    let show = page(&text, "2026-01-19", "show", Some("1"), "nl");
    assert_says(&show, &["980,00 EUR is genoeg tot en met 2026-01-20"]);
    let call = page(&text, "2026-01-19", "call", Some("b"), "nl");
    assert_says(
        &call,
        &["Voor factuur 1 is 980,00 EUR genoeg bij betaling tot en met 20 januari 2026"],
    );
    let letter = one_line(&print_due(&text, "2026-01-19", "text"));
    assert_says(
        &letter,
        &["Betalingskorting € 980,00 is genoeg tot en met 20 januari 2026"],
    );
    let paid = format!("{text}2026-01-15 payment #1 500.00\n");
    let show = page(&paid, "2026-01-19", "show", Some("1"), "en");
    assert_says(&show, &["480.00 EUR is enough until 2026-01-20"]);
    // Over, taken, or nothing left.
    let late = page(&text, "2026-01-21", "show", Some("1"), "nl");
    let taken = page(
        &format!("{text}2026-01-15 payment #1 980.00\n"),
        "2026-01-19",
        "show",
        Some("1"),
        "nl",
    );
    for gone in [late, taken] {
        assert_says_not(&gone, &["is genoeg"]);
    }
}

/// S0-36.
#[test]
fn the_parts_of_every_plan_are_in_the_dossier() {
    let text = journal(
        "2026-01-12 invoice #1 @b 600.00\n2026-02-10 plan #1 | Eerste afspraak\n  due: 300.00 on 2026-02-25\n  \
         due: 300.00 on 2026-03-25\n2026-03-10 plan #1 | Tweede afspraak\n  due: 600.00 on 2026-04-25\n",
    );
    let book = TestJournal::from_text(&text, "2026-03-20");
    let contacts = book.with_report_input(&for_people(), "nl", |input| {
        let customer = find_customer(input.day.journal, "b").expect("a customer");
        let Ok(sections) = dossier_sections(input, customer) else {
            panic!("there are papers");
        };
        let contacts = sections.into_iter().find(|it| it.file == "contacts.txt");
        contacts.expect("the contacts").pages
    });
    let contacts = one_line(&print_pages(&contacts, "nl", "text", CsvDialect::Plain));
    assert_says(
        &contacts,
        &[
            "2026-02-10 1 2026-02-25 300,00",
            "vervangen",
            "2026-03-10 1 2026-04-25 600,00",
        ],
    );
}

/// S0-11, S0-18, S0-38 and S2-15.
#[test]
fn agreement_contacts_and_commission_are_on_the_page() {
    let entries = "2026-01-02 agreed @b | Mevr. B tekende\n2026-01-12 invoice #1 @b 1000.00\n\
                   2026-02-02 phone #1 | Zit krap\n  with: Petra\n  verified: no\n\
                   2026-02-03 phone #1 | Deur klemt\n  satisfied: no\n\
                   2026-02-04 visit #1 | Langs geweest\n  cost: 5.00\n  spent: 20 min\n\
                   2026-05-04 payment #1 300.00\n  commission: 45.00\n";
    let text = journal(entries).replace("policy s\n  terms", "policy s from 2025-01-01\n  terms");
    let show = page(&text, "2026-05-10", "show", Some("1"), "nl");
    assert_says(
        &show,
        &[
            "s, versie vanaf 2025-01-01",
            "Mevr. B tekende",
            "met Petra",
            "nagegaan: klopt niet",
        ],
    );
    assert_says(
        &show,
        &[
            "niet tevreden over het werk",
            "kosten 5,00 EUR, 20 min",
            "provisie 45,00",
        ],
    );
    let customer = page(&text, "2026-05-10", "show", Some("@b"), "en");
    assert_says(
        &customer,
        &[
            "with Petra",
            "checked: not true",
            "not content with the work",
            "commission 45.00",
        ],
    );
    let json = page_as(&text, "2026-05-10", "show", Some("1"), "en", "json");
    assert_says_not(&json, &["checked: not true"]);
}

/// S1-23.
#[test]
fn the_lines_of_a_credit_note_are_shown() {
    let text = journal(
        "2026-01-12 invoice #1 @b 1210.00 vat 21%\n  item: 10 x 100.00 | Kasten\n2026-02-01 credit #C1 for #1 121.00 vat 21%\n  \
         item: 1 x 100.00 | Kast terug\n",
    );
    let show = page(&text, "2026-02-10", "show", Some("C1"), "nl");
    assert_says(&show, &["Kast terug", "100,00"]);
}

/// S2-25.
#[test]
fn who_is_never_handed_over_has_a_reason() {
    let text = |customer: &str| journal_with("", customer, "2026-01-12 invoice #1 @b 100.00\n");
    assert_says(
        &told(&text("  no: agency\n"), "2026-02-10", "E016"),
        &[
            "expected a reason why @b is never handed over, found none",
            "`note:`",
        ],
    );
    let noted = text("  no: agency\n  note: Broer van de buurman\n");
    assert_eq!(told(&noted, "2026-02-10", "E016"), "");
}

/// S0-29.
#[test]
fn all_faults_of_a_text_are_one_finding_and_a_note_does_not_shout() {
    let text = |entry: &str| journal(&format!("2026-01-12 invoice #1 @b 100.00\n{entry}"));
    let both = told(
        &text("2026-02-10 dispute #1 | BETAAL NU OF ANDERS!! Idioot\n"),
        "2026-02-11",
        "C017",
    );
    assert_says(&both, &["capitals, and several exclamation marks", "and "]);
    assert_eq!(both.matches("advice[C017]").count(), 1, "{both}");
    let note = told(
        &text("2026-02-10 note #1 | IK STUUR DE KNOKPLOEG LANGS\n"),
        "2026-02-11",
        "C017",
    );
    assert_says(&note, &["an agency or a judge", "capitals"]);
    assert_eq!(
        told(
            &text("2026-02-10 note #1 | Belde over de BTW en IBAN.\n"),
            "2026-02-11",
            "C017"
        ),
        ""
    );
}
