//! The books by box are the return: each amount without VAT and each VAT stands where it is declared, and once.

use super::shelf::{cells_of, draw_tables, print_tables, table_of};
use crate::reports::shelf::TestJournal;
use std::collections::BTreeMap;
use tegoed::document::{Cell, Table};
use tegoed::value::period::Period;

type BoxSums = BTreeMap<String, (i128, i128)>;

fn book(basis: &str, entries: &str, as_of: &str) -> TestJournal {
    let text = format!(
        "format 1\nbusiness\n  name: W\n  country: NL\n  vat-basis: {basis}\ncustomer @jansen\n  terms: 30 days\n\
         customer @muster\n  country: DE\n  vat-id: DE123456788\n  terms: 30 days\n{entries}"
    );
    TestJournal::from_text(&text, as_of)
}

fn period(text: &str) -> Period {
    Period::from_text(text).expect("a period")
}

fn cents(cell: &Cell) -> i128 {
    match cell {
        Cell::Money(amount) => amount.to_money().minor.0,
        _ => 0,
    }
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => words.to_string(),
        Cell::Word(word) => word.code.to_string(),
        _ => String::new(),
    }
}

/// Net and VAT by box, of the rows that belong in one return.
fn by_box(table: &Table, keys: [&str; 2], asked: Option<&str>) -> BoxSums {
    let [net, vat] = keys.map(|key| cells_of(table, key));
    let boxes = cells_of(table, "box");
    let returns = asked.map(|_| cells_of(table, "return_period"));
    let mut sums = BoxSums::new();
    for (place, name) in boxes.iter().enumerate() {
        let own = returns.as_ref().map(|it| words(it[place]));
        if words(name).is_empty() || own.as_deref() != asked {
            continue;
        }
        let sum = sums.entry(words(name)).or_default();
        sum.0 += cents(net[place]);
        sum.1 += cents(vat[place]);
    }
    sums.retain(|_, sum| *sum != (0, 0));
    sums
}

/// The rows of the return of a quarter in the books of a year are those of the amounts of the return.
fn assert_books_are_the_return(book: &TestJournal, year: &str) {
    let whole = draw_tables(book, period(year), "en");
    for quarter in 1..=4 {
        let name = format!("{year}-Q{quarter}");
        let pages = draw_tables(book, period(&name), "en");
        let declared = by_box(table_of(&pages, "vat"), ["net", "vat"], None);
        let journal = table_of(&whole, "journal");
        let booked = by_box(journal, ["vat_net", "vat_amount"], Some(&name));
        assert_eq!(booked, declared, "{name}");
    }
}

const ENTRIES: &str = "2025-01-05 invoice #1 @jansen 1210.00 vat 21% | Stairs\n\
2025-01-06 invoice #2 @jansen 330.00 | Rates\n  item: 100.00 vat 21% | One\n  item: 100.00 vat 9% | Two\n  item: 100.00 vat 0% export | Three\n\
2025-02-01 invoice #3 @muster 500.00 vat 0% eu-services | Advice\n\
2025-02-02 invoice #4 @jansen 300.00 vat 0% export | Abroad\n\
2025-02-03 payment #4 100.00\n\
2025-04-10 payment #1 1000.00\n\
2025-04-12 reversal #1 1000.00 of 2025-04-10\n\
2025-05-01 payment #1 600.00\n\
2025-05-10 writeoff #1 | Nothing to get\n\
2025-07-05 payment #2 200.00\n\
2025-07-06 credit #C2 for #2 20.00 vat 9%\n\
2025-08-01 payment #4 200.00\n\
2025-08-03 payment #1 60.00\n\
2025-11-01 invoice #5 @jansen 121.00 vat 21%\n2025-11-05 void #5 | Wrong\n";

#[test]
fn the_books_by_box_are_the_return_on_either_basis() {
    for basis in ["invoice", "cash"] {
        assert_books_are_the_return(&book(basis, ENTRIES, "2025-12-31"), "2025");
    }
}

/// Where VAT is owed when it is paid, nothing is declared with the invoice; net and VAT stand with the receipt.
#[test]
fn by_receipt_the_invoice_declares_nothing() {
    let entries =
        "2025-01-05 invoice #1 @jansen 1210.00 vat 21% | Stairs\n2025-04-10 payment #1 1210.00\n";
    let book = book("cash", entries, "2025-12-31");
    let first = draw_tables(&book, period("2025-Q1"), "en");
    let journal = table_of(&first, "journal");
    for key in [
        "vat_net",
        "vat_amount",
        "box",
        "declared_on",
        "return_period",
    ] {
        for cell in cells_of(journal, key) {
            assert_eq!((cents(cell), words(cell).as_str()), (0, ""), "{key}");
        }
    }
    let codes: Vec<String> = cells_of(journal, "vat_code")
        .into_iter()
        .map(words)
        .collect();
    assert_eq!(codes, ["", "21%", "21%"]);
    let second = draw_tables(&book, period("2025-Q2"), "en");
    let sums = by_box(
        table_of(&second, "journal"),
        ["vat_net", "vat_amount"],
        Some("2025-Q2"),
    );
    assert_eq!(sums["1a"], (100_000, 21_000));
}

/// An entry of a period that was filed before stands in the return of the next one, and its rows say so.
#[test]
fn late_entries_say_in_which_return_they_are() {
    let entries = "2025-01-05 invoice #1 @jansen 121.00 vat 21%\n2025-04-10 filed 2025-Q1\n  box: 1a 100 21\n\
                   2025-03-31 invoice #L @jansen 1210.00 vat 21% | Forgotten\n";
    let book = book("invoice", entries, "2025-12-31");
    assert_books_are_the_return(&book, "2025");
    let pages = draw_tables(&book, period("2025-Q1"), "en");
    let journal = table_of(&pages, "journal");
    let returns: Vec<String> = cells_of(journal, "return_period")
        .into_iter()
        .map(words)
        .collect();
    assert_eq!(
        returns,
        ["", "2025-Q1", "2025-Q1", "", "2025-Q2", "2025-Q2"]
    );
}

/// What was given up of an invoice whose VAT was never declared has none to ask back.
#[test]
fn by_receipt_a_loss_has_no_relief() {
    for (given_up, how) in [
        ("2025-05-10 writeoff #1 | Nothing to get\n", "writeoff"),
        (
            "2025-05-10 settle #1 610.00 by 2025-06-10\n2025-06-01 payment #1 610.00\n",
            "settle",
        ),
    ] {
        let entries = format!("2025-01-05 invoice #1 @jansen 1210.00 vat 21% | Stairs\n{given_up}");
        let book = book("cash", &entries, "2025-12-31");
        let pages = draw_tables(&book, period("2025"), "en");
        let lost = table_of(&pages, "written-off");
        let vat: i128 = cells_of(lost, "vat").into_iter().map(cents).sum();
        assert!(vat > 0, "{how}");
        for cell in cells_of(lost, "vat_relief_period") {
            assert_eq!(words(cell), "", "{how}");
        }
    }
}

/// A folder made later than its period says both: the period, and the day on which it was known.
#[test]
fn pages_say_the_period_and_the_day_asked() {
    let entries = "2025-01-05 invoice #1 @jansen 121.00 vat 21%\n";
    let book = book("invoice", entries, "2026-01-15");
    for (name, page) in draw_tables(&book, period("2025"), "en") {
        let said = |key: &str| {
            page.basis_value(key)
                .map(|cell| format!("{cell:?}"))
                .unwrap_or_default()
        };
        assert!(
            said("as_of").contains("2026-01-15"),
            "{name}: {}",
            said("as_of")
        );
        assert!(said("period").contains("2025"), "{name}");
    }
    assert!(print_tables(&book, period("2025"), "en").contains("2026-01-15"));
}

/// What the first page says of the VAT that waits for payment.
fn vat_not_due(book: &TestJournal, name: &str) -> Vec<i128> {
    let pages = draw_tables(book, period(name), "en");
    let first = table_of(&pages, "read-me");
    let subjects = cells_of(first, "subject").into_iter().map(words);
    let values = cells_of(first, "value").into_iter().map(cents);
    let own = subjects.zip(values);
    let own = own.filter(|(subject, _)| subject == "VAT not due yet");
    own.map(|(_, value)| value).collect()
}

/// Where VAT is owed when it is paid, the first page says how much waits: the VAT in what is open, which is declared once that
/// is paid, also after a credit note for one rate of several.
#[test]
fn vat_not_due_is_the_vat_in_what_is_open() {
    let cash = book("cash", ENTRIES, "2025-12-31");
    for name in ["2025-Q1", "2025-Q2"] {
        let pages = draw_tables(&cash, period(name), "en");
        let open = cells_of(table_of(&pages, "open-items"), "vat_in_open");
        let open: i128 = open.into_iter().map(cents).sum();
        assert_eq!(vat_not_due(&cash, name), [open], "{name}");
    }
    let paid = format!("{ENTRIES}2026-01-05 payment #2 110.00\n");
    let paid = book("cash", &paid, "2026-03-31");
    let pages = draw_tables(&paid, period("2026-Q1"), "en");
    let declared = by_box(table_of(&pages, "vat"), ["net", "vat"], None);
    let declared: i128 = declared.values().map(|sum| sum.1).sum();
    assert_eq!(vat_not_due(&cash, "2025"), [declared]);
    assert_eq!(vat_not_due(&paid, "2026-Q1"), [0]);
    let by_invoice = book("invoice", ENTRIES, "2025-12-31");
    assert!(vat_not_due(&by_invoice, "2025-Q1").is_empty());
}
