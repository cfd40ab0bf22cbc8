//! What goes with a letter, by its step.

use super::shelf::{BUSINESS, due_drafts};

const JOURNAL: &str = "  policy: usual

policy usual
  terms: 30 days
  stage: reminder 3 days after due via email
  stage: demand 14 days after due gap 10 days via email
  stage: final 28 days after due gap 10 days via email
  document: papieren/voorwaarden.pdf
  document: in de kast

customer @a
  name: Firma A
  kind: business
  email: a@firma.example

2026-01-02 agreed @a
  document: papieren/getekend.pdf
2026-01-05 invoice #1 @a 100.00 vat 21% due 2026-02-04 | Drukwerk
  document: facturen/1.pdf
";

/// The names and files that go with the one letter of a day.
fn enclosure_names(entries: &str, day: &str) -> Vec<String> {
    let drafts = due_drafts(&format!("{BUSINESS}{JOURNAL}{entries}"), day);
    let [draft] = drafts.as_slice() else {
        panic!("one letter, not {}", drafts.len());
    };
    let letter = draft.letter.as_ref().expect("a letter");
    let all = letter.enclosures.iter();
    all.map(|it| format!("{}: {}", it.name, it.path)).collect()
}

#[test]
fn the_invoice_first_then_the_terms_then_what_was_written() {
    let reminded = "2026-02-07 sent reminder #1 via email\n  document: brieven/een.pdf\n";
    let demanded = "2026-02-20 sent demand #1 via email\n  document: brieven/twee.pdf\n";
    let invoice = "Kopie factuur 1: facturen/1.pdf";
    let terms = [
        "Overeengekomen voorwaarden: papieren/getekend.pdf",
        "Onze betalingsvoorwaarden: papieren/voorwaarden.pdf",
    ];
    let letters = [
        "Onze brief van 7 februari 2026: brieven/een.pdf",
        "Onze brief van 20 februari 2026: brieven/twee.pdf",
    ];
    assert_eq!(enclosure_names("", "2026-02-07"), [invoice]);
    assert_eq!(
        enclosure_names(reminded, "2026-02-20"),
        [invoice, terms[0], terms[1]]
    );
    assert_eq!(
        enclosure_names(&format!("{reminded}{demanded}"), "2026-03-06"),
        [invoice, terms[0], terms[1], letters[0], letters[1]]
    );
}
