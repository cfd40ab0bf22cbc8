//! What the page of a return says below its boxes: money that is in none, and discounts that leave them as they are.

use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::period::Period;

const HEAD: &str = "format 1\n\
    policy p\n  terms: 30 days\n  discount: 2% within 8 days\n\
    customer @c\n  name: C\n  kind: business\n  policy: p\n";

/// The lines behind the boxes of a quarter that start with one of these words.
fn remarks(basis: &str, entries: &str, (period, tag): (&str, &str), words: &[&str]) -> String {
    let head = format!("format 1\nbusiness\n  name: B\n  country: NL\n  vat-basis: {basis}\n");
    let text = format!("{}{entries}", HEAD.replace("format 1\n", &head));
    let ask = ReportOptions {
        period: Period::from_text(period),
        ..ReportOptions::default()
    };
    let page = TestJournal::from_text(&text, "2026-12-31").print_report("vat", &ask, tag, "text");
    let paragraphs = page.split("\n\n").map(|it| it.replace('\n', " "));
    let own = paragraphs.filter(|it| words.iter().any(|start| it.starts_with(start)));
    own.map(|it| it.trim_end().to_owned() + "\n").collect()
}

const MONEY: &str = "2026-01-05 invoice #1 @c 121.00 vat 21%\n\
    2026-02-01 payment @c 605.00\n\
    2026-02-03 payment unknown 60.50\n\
    2026-02-04 payment unknown 12.10\n\
    2026-03-01 reversal unknown 12.10 of 2026-02-04\n\
    2026-04-02 payment unknown 10.00\n";

/// What is paid beforehand may be owed when it comes in, whatever the basis.
#[test]
fn money_in_no_box_is_named_on_both_bases() {
    let money_of = |basis, period, tag| {
        let words = ["On account", "Op rekening", "Of unknown", "Van onbekende"];
        remarks(basis, MONEY, (period, tag), &words)
    };
    insta::assert_snapshot!(money_of("invoice", "2026-Q1", "en"), @"
    On account: 1 payment of this period, 605.00 EUR, in no box. If it was paid beforehand for work that is agreed on, its VAT may be owed in this period already: ask the tax office.
    Of unknown payers: 1 payment of this period, 60.50 EUR, in no box. Find out who paid what for. If it was paid beforehand for work that is agreed on, its VAT may be owed in this period as well.
    ");
    insta::assert_snapshot!(money_of("cash", "2026-Q1", "en"), @"
    On account: 1 payment of this period, 605.00 EUR, in no box until the money is used for an invoice. If it was paid beforehand for work that is agreed on, its VAT may be owed in this period already: ask the tax office.
    Of unknown payers: 1 payment of this period, 60.50 EUR, in no box. Find out who paid what for. If it is for an invoice, its VAT is owed in this period. If it was paid beforehand for work that is agreed on, its VAT may be owed in this period as well.
    ");
    insta::assert_snapshot!(money_of("invoice", "2026-Q1", "nl"), @"
    Op rekening: 1 betaling uit dit tijdvak, 605,00 EUR, in geen rubriek. Is het vooruitbetaald voor werk dat is afgesproken, dan kan de btw al in dit tijdvak verschuldigd zijn: vraag het de Belastingdienst.
    Van onbekende betalers: 1 betaling uit dit tijdvak, 60,50 EUR, in geen rubriek. Zoek uit wie wat heeft betaald. Is het vooruitbetaald voor werk dat is afgesproken, dan kan de btw ook in dit tijdvak verschuldigd zijn.
    ");
    insta::assert_snapshot!(money_of("cash", "2026-Q1", "nl"), @"
    Op rekening: 1 betaling uit dit tijdvak, 605,00 EUR, in geen rubriek zolang het geld niet voor een factuur is gebruikt. Is het vooruitbetaald voor werk dat is afgesproken, dan kan de btw al in dit tijdvak verschuldigd zijn: vraag het de Belastingdienst.
    Van onbekende betalers: 1 betaling uit dit tijdvak, 60,50 EUR, in geen rubriek. Zoek uit wie wat heeft betaald. Is het voor een factuur, dan is de btw in dit tijdvak verschuldigd. Is het vooruitbetaald voor werk dat is afgesproken, dan kan de btw ook in dit tijdvak verschuldigd zijn.
    ");
    insta::assert_snapshot!(money_of("invoice", "2026-Q2", "en"), @"Of unknown payers: 1 payment of this period, 10.00 EUR, in no box. Find out who paid what for. If it was paid beforehand for work that is agreed on, its VAT may be owed in this period as well.");
    assert_eq!(money_of("cash", "2026-Q3", "en"), "");
}

/// A discount is off what is owed, not off what was invoiced; one that was lost again with its payment is none.
#[test]
fn discounts_leave_the_vat_as_invoiced_and_are_counted() {
    let entries = "2026-01-05 invoice #1 @c 1210.00 vat 21%\n\
        2026-01-08 payment #1 1185.80\n\
        2026-01-10 invoice #2 @c 1210.00 vat 21%\n\
        2026-01-12 payment #2 1185.80\n\
        2026-02-01 reversal #2 1185.80 of 2026-01-12\n\
        2026-02-10 invoice #3 @c 1210.00 vat 21%\n\
        2026-02-12 payment #3 1185.80\n\
        2026-03-01 void #3\n";
    let discounts = |basis, period, tag| {
        let words = ["Discounts", "Betalingskorting"];
        remarks(basis, entries, (period, tag), &words)
    };
    assert_eq!(
        discounts("invoice", "2026-Q1", "en"),
        "Discounts for paying early: on 1 invoice, 24.20 EUR. Net and VAT stand as invoiced; a credit note for the discount \
         lowers them.\n"
    );
    assert_eq!(
        discounts("invoice", "2026-01", "nl"),
        "Betalingskorting: op 2 facturen, 48,40 EUR. Omzet en btw staan er zoals gefactureerd; een creditnota voor de korting \
         verlaagt ze.\n"
    );
    assert_eq!(discounts("cash", "2026-Q1", "en"), "");
    assert_eq!(discounts("invoice", "2026-Q2", "en"), "");
}

/// The note has lowered them: nothing is left to be done.
#[test]
fn a_discount_for_which_there_is_a_credit_note_is_not_counted() {
    let entries = "2026-01-05 invoice #1 @c 1210.00 vat 21%\n\
        2026-01-08 payment #1 1185.80\n\
        2026-04-02 credit #C1 for #1 24.20 vat 21%\n";
    for period in ["2026-Q1", "2026-Q2", "2026"] {
        let told = remarks("invoice", entries, (period, "en"), &["Discounts"]);
        assert_eq!(told, "", "{period}");
    }
}

/// By receipt the note puts nothing into a box: what it is about never came in.
#[test]
fn by_receipt_a_credit_note_in_the_place_of_a_discount_changes_no_box() {
    let entries = "2026-01-05 invoice #1 @c 1210.00 vat 21%\n2026-01-08 payment #1 1185.80\n";
    let with_note = format!("{entries}2026-02-02 credit #C1 for #1 24.20 vat 21%\n");
    let boxes = |entries: &str| {
        let head = "format 1\nbusiness\n  name: B\n  country: NL\n  vat-basis: cash\n";
        let text = format!("{}{entries}", HEAD.replace("format 1\n", head));
        let ask = ReportOptions {
            period: Period::from_text("2026-Q1"),
            ..ReportOptions::default()
        };
        let page =
            TestJournal::from_text(&text, "2026-12-31").print_report("vat", &ask, "en", "csv");
        let rows = page.lines().filter(|row| row.contains(",1a,"));
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(!boxes(entries).is_empty());
    assert_eq!(boxes(entries), boxes(&with_note));
}
