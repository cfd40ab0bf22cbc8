//! What a payment is to carry: the number of the invoice, its own reference, or one that checks itself (ISO 11649); and
//! a payment that carries it is known again.

use super::shelf::{BUSINESS, due_drafts, print_draft};
use crate::reports::shelf::TestJournal;
use tegoed::render::payment_code::payload;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::payment_reference::build_creditor_reference;

const DAY: &str = "2026-02-07";

/// A business with these lines more, and invoices of one customer with these.
fn referenced_journal(business: &str, invoices: &[(&str, &str)]) -> String {
    let mut text = format!(
        "{BUSINESS}{business}\ncustomer @jansen\n  name: Jansen\n  kind: business\n  email: a@jansen.example\n\n"
    );
    for (number, details) in invoices {
        text += &format!(
            "2026-01-05 invoice #{number} @jansen 121.00 vat 21% due 2026-02-04 | Drukwerk\n{details}"
        );
    }
    text
}

/// What the only letter asks to write with the payment, as it is printed and as a bank's app reads it.
fn asked_reference(text: &str) -> (String, String) {
    let drafts = due_drafts(text, DAY);
    let [draft] = drafts.as_slice() else {
        panic!("{} letters", drafts.len());
    };
    let printed = print_draft(draft, "text");
    let line = printed
        .lines()
        .find_map(|line| line.strip_prefix("Onder vermelding van"));
    let payment = draft.letter.as_ref().expect("a letter").payment.as_ref();
    let code = payload(payment.expect("a payment")).expect("a code");
    let fields: Vec<&str> = code.lines().skip(9).collect();
    let line = line.expect("a reference").trim().replace('\u{a0}', " ");
    (line, fields.join("/"))
}

#[test]
fn the_number_unless_the_owner_wants_another() {
    let one = [("2026-001", "")];
    let number = ("2026-001".to_owned(), "/2026-001".to_owned());
    assert_eq!(asked_reference(&referenced_journal("", &one)), number);
    assert_eq!(
        asked_reference(&referenced_journal("  ref: number\n", &one)),
        number
    );
    let own = [("2026-001", "  ref: Project Zuid 12\n")];
    let words = ("Project Zuid 12".to_owned(), "/Project Zuid 12".to_owned());
    assert_eq!(asked_reference(&referenced_journal("", &own)), words);
    assert_eq!(
        asked_reference(&referenced_journal("  ref: iso11649\n", &own)),
        words
    );
}

#[test]
fn a_reference_that_checks_itself_stands_in_its_own_field() {
    let (line, fields) = asked_reference(&referenced_journal(
        "  ref: iso11649\n",
        &[("2026-001", "")],
    ));
    assert_eq!(
        (line.as_str(), fields.as_str()),
        ("RF60 2026 001", "RF602026001")
    );
    let own = [("2026-001", "  ref: rf18 5390 0754 7034\n")];
    let (line, fields) = asked_reference(&referenced_journal("", &own));
    assert_eq!(
        (line.as_str(), fields.as_str()),
        ("RF18 5390 0754 7034", "RF18539007547034")
    );
}

#[test]
fn where_it_cannot_be_one_reference_the_numbers_stand() {
    let two = [("2026-001", ""), ("2026-002", "")];
    let numbers = asked_reference(&referenced_journal("  ref: iso11649\n", &two)).0;
    assert_eq!(numbers, "2026-001, 2026-002");
    // More letters than such a reference may have.
    let long = "2026-0000000000000000000001";
    assert_eq!(
        asked_reference(&referenced_journal("  ref: iso11649\n", &[(long, "")])).0,
        long
    );
}

/// For which invoice `next` proposes money that came with a reference.
fn proposed_invoice(reference: &str) -> String {
    let invoices = [
        ("2026-001", ""),
        ("2026-002", ""),
        ("2026-003", "  ref: RF18 5390 0754 7034\n"),
    ];
    let text = referenced_journal("", &invoices)
        + &format!("2026-02-06 payment @jansen 50.00\n  ref: {reference}\n");
    let page = TestJournal::from_text(&text, DAY).print_report(
        "next",
        &ReportOptions::default(),
        "nl",
        "text",
    );
    let line = page
        .lines()
        .find(|line| line.contains("betaling toewijzen"));
    let line = line.expect("a task");
    line.split("for: ").nth(1).expect("a proposal").to_owned()
}

#[test]
fn a_payment_that_carries_it_is_proposed_for_its_invoice() {
    let second = build_creditor_reference("2026002").expect("a reference");
    assert_eq!(proposed_invoice("iets anders"), "#2026-001 50.00");
    assert_eq!(proposed_invoice(&second), "#2026-002 50.00");
    assert_eq!(
        proposed_invoice(&format!("betaling {second} maart")),
        "#2026-002 50.00"
    );
    assert_eq!(proposed_invoice("RF18 5390 0754 7034"), "#2026-003 50.00");
    // Mistyped, it names nothing.
    assert_eq!(proposed_invoice("RF19 5390 0754 7034"), "#2026-001 50.00");
    // Two that differ name nothing either.
    assert_eq!(
        proposed_invoice(&format!("{second} 2026-003")),
        "#2026-001 50.00"
    );
}
