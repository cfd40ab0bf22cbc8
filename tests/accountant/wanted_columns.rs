//! Columns that a bookkeeper asked for: the VAT in receipts, and what a recovery owes again; totals, and what was kept.

use super::shelf::{cells_of, draw_tables, print_tables, table_of};
use crate::reports::shelf::TestJournal;
use tegoed::document::Cell;
use tegoed::value::period::Period;

const HEAD: &str =
    "format 1\nbusiness\n  name: W\n  country: NL\ncustomer @jansen\n  terms: 30 days\n";

fn year() -> Period {
    Period::from_text("2025").expect("a period")
}

fn cents(cell: &Cell) -> Option<i128> {
    match cell {
        Cell::Money(amount) => Some(amount.to_money().minor.0),
        _ => None,
    }
}

fn words(cell: &Cell) -> &str {
    match cell {
        Cell::Text(words) => words,
        Cell::Word(word) => &word.code,
        _ => "",
    }
}

/// By receipt, each receipt has the VAT that is declared with it; by invoice the column is empty.
#[test]
fn receipts_have_their_vat_where_it_is_owed_when_paid() {
    let entries = "2025-01-05 invoice #1 @jansen 1210.00 vat 21%\n2025-04-10 payment #1 605.00\n\
                   2025-04-12 reversal #1 605.00 of 2025-04-10\n2025-05-01 payment #1 121.00\n";
    let cash = HEAD.replace("NL\n", "NL\n  vat-basis: cash\n");
    let book = TestJournal::from_text(&format!("{cash}{entries}"), "2025-12-31");
    let pages = draw_tables(&book, year(), "en");
    let vat: Vec<_> = cells_of(table_of(&pages, "receipts"), "vat")
        .into_iter()
        .map(cents)
        .collect();
    assert_eq!(vat, [Some(10_500), Some(-10_500), Some(2_100)]);
    let book = TestJournal::from_text(&format!("{HEAD}{entries}"), "2025-12-31");
    let pages = draw_tables(&book, year(), "en");
    let vat: Vec<_> = cells_of(table_of(&pages, "receipts"), "vat")
        .into_iter()
        .map(cents)
        .collect();
    assert_eq!(vat, [None, None, None]);
}

/// A recovery has the words and the line of the payment that brought it, and the quarter in which its VAT is owed again.
#[test]
fn a_recovery_names_its_payment_and_its_return() {
    let entries = "2025-01-05 invoice #1 @jansen 1210.00 vat 21%\n2025-05-10 writeoff #1 | Nothing to get\n\
                   2025-08-02 payment #1 121.00 | From the trustee\n";
    let book = TestJournal::from_text(&format!("{HEAD}{entries}"), "2025-12-31");
    let pages = draw_tables(&book, year(), "en");
    let lost = table_of(&pages, "written-off");
    let column = |key: &str| -> Vec<String> {
        let cells = cells_of(lost, key).into_iter();
        cells.map(|cell| words(cell).to_owned()).collect()
    };
    assert_eq!(column("how"), ["writeoff", "recovery"]);
    assert_eq!(column("text"), ["Nothing to get", "From the trustee"]);
    assert_eq!(column("vat_relief_period"), ["2025-Q2", ""]);
    assert_eq!(column("relief_undone_period"), ["", "2025-Q3"]);
}

/// Sheets of amounts that count once end with their totals; what an agency kept is told in `read-me`.
#[test]
fn sheets_end_with_totals_and_read_me_has_what_was_kept() {
    let entries = "2025-01-05 invoice #1 @jansen 1210.00 vat 21%\n2025-02-05 payment #1 500.00\n  commission: 72.60\n\
                   2025-02-06 credit #C1 for #1 121.00 vat 21%\n2025-05-10 writeoff #1\n";
    let book = TestJournal::from_text(&format!("{HEAD}{entries}"), "2025-12-31");
    let pages = draw_tables(&book, year(), "en");
    for name in ["journal", "vat", "receipts", "credit-notes", "written-off"] {
        assert_eq!(table_of(&pages, name).totals.len(), 1, "{name}");
    }
    assert!(print_tables(&book, year(), "en").contains("72.60,EUR,\"Booked as costs"));
}
