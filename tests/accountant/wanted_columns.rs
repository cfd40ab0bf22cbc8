//! Columns that a bookkeeper asked for: the VAT in receipts, and what a recovery owes again; totals, and what was kept.

use super::quarter::{firm, first_quarter};
use super::shelf::{cells_of, draw_tables, print_tables, table_of};
use crate::reports::shelf::TestJournal;
use std::collections::{BTreeMap, BTreeSet};
use tegoed::document::{Cell, Table};
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

fn column_of(page: &Table, key: &str) -> Vec<String> {
    let cells = cells_of(page, key).into_iter();
    cells.map(|cell| words(cell).to_owned()).collect()
}

fn cents_of(page: &Table, key: &str) -> Vec<Option<i128>> {
    cells_of(page, key).into_iter().map(cents).collect()
}

/// A credit note has a row for each rate, with the account that it is taken off; without a rate net and VAT are empty.
#[test]
fn a_credit_note_has_a_row_for_each_rate() {
    let entries = "2025-01-05 invoice #1 @jansen 339.00\n  vat: 21% 21.00 of 100.00\n  vat: 9% 18.00 of 200.00\n\
                   2025-02-06 credit #C1 for #1 33.90\n2025-01-06 invoice #2 @jansen 50.00\n\
                   2025-02-07 credit #C2 for #2 5.00\n";
    let book = TestJournal::from_text(&format!("{HEAD}{entries}"), "2025-12-31");
    let pages = draw_tables(&book, year(), "nl");
    let notes = table_of(&pages, "credit-notes");
    assert_eq!(column_of(notes, "number"), ["C1", "C1", "C2"]);
    let codes = column_of(notes, "vat_code");
    assert_eq!(codes.len(), 3);
    assert!(codes.contains(&"21%".to_owned()) && codes.contains(&"9%".to_owned()));
    let gross: i128 = cents_of(notes, "gross").into_iter().flatten().sum();
    assert_eq!(gross, 3_890);
    assert_eq!(cents_of(notes, "net")[2], None);
    let journal = table_of(&pages, "journal");
    let booked = column_of(journal, "account");
    for account in column_of(notes, "account") {
        assert!(booked.contains(&account), "{account}");
    }
}

/// `read-me` has the turnover of the return by rate, with its box; what stands in none says so.
#[test]
fn read_me_has_turnover_by_rate() {
    let entries = "2025-01-05 invoice #1 @jansen 1210.00 vat 21%\n2025-01-06 invoice #2 @jansen 109.00 vat 9%\n\
                   2025-01-07 invoice #3 @jansen 80.00 vat exempt\n2025-01-08 invoice #4 @jansen 70.00\n\
                   2025-02-06 credit #C1 for #1 121.00 vat 21%\n";
    let book = TestJournal::from_text(&format!("{HEAD}{entries}"), "2025-12-31");
    let text = print_tables(&book, year(), "nl");
    for row in [
        "vat,\"Omzet, 21%\",900.00,EUR,\"Rubriek 1a, met 189,00 EUR btw.\"",
        "vat,\"Omzet, 9%\",100.00,EUR,\"Rubriek 1b, met 9,00 EUR btw.\"",
        "vat,\"Omzet, vrijgesteld\",80.00,EUR,In geen rubriek: vrijgesteld.",
        "vat,Omzet zonder tarief,70.00,EUR,In geen rubriek; er kan btw in zitten.",
    ] {
        assert!(text.contains(row), "{row}\n{text}");
    }
}

/// An entry written after its return was filed is booked on its day and declared later: `read-me` has both sums, and what lies
/// between them.
#[test]
fn read_me_has_the_accounts_beside_the_return() {
    let entries = "2025-01-05 invoice #1 @jansen 121.00 vat 21%\n2025-04-10 filed 2025-Q1\n  box: 1a 100 21\n\
                   2025-03-31 invoice #L @jansen 1210.00 vat 21%\n2025-05-01 invoice #2 @jansen 242.00 vat 21%\n";
    let book = TestJournal::from_text(&format!("{HEAD}{entries}"), "2025-12-31");
    let sums = |period: &str| -> Vec<i128> {
        let period = Period::from_text(period).expect("a period");
        let pages = draw_tables(&book, period, "en");
        let first = table_of(&pages, "read-me");
        let rows = column_of(first, "subject").into_iter();
        let rows = rows.zip(cents_of(first, "value"));
        let own = [
            "VAT on the accounts of the period",
            "VAT of the return",
            "of which booked in earlier periods",
            "Booked in the period, declared later",
        ];
        rows.filter(|(subject, _)| own.contains(&subject.as_str()))
            .filter_map(|(_, sum)| sum)
            .collect()
    };
    assert_eq!(sums("2025-Q1"), [23_100, 2_100, 21_000]);
    assert_eq!(sums("2025-Q2"), [4_200, 25_200, 21_000]);
    assert_eq!(sums("2025"), [27_300, 27_300]);
}

/// A plan of which a part was missed holds nothing back any more; `plan_missed` says since when.
#[test]
fn open_items_tell_a_plan_that_was_missed() {
    let entries = "2025-01-05 invoice #1 @jansen 300.00 vat 21%\n2025-03-01 plan #1\n  due: 150.00 on 2025-04-01\n  due: 150.00 on 2025-05-01\n";
    let since = |as_of: &str| {
        let book = TestJournal::from_text(&format!("{HEAD}{entries}"), as_of);
        let pages = draw_tables(&book, year(), "en");
        let items = table_of(&pages, "open-items");
        let missed = cells_of(items, "plan_missed")[0].clone();
        (missed, cells_of(items, "plan")[0].clone())
    };
    assert_eq!(since("2025-03-15").0, Cell::Empty);
    let (missed, running) = since("2025-04-20");
    assert!(matches!(missed, Cell::Date(_)), "{missed:?}");
    assert_eq!(running, Cell::Empty);
}

/// Each entry is of one daybook, and only entries of the bank move the bank.
#[test]
fn entries_of_the_bank_are_those_that_move_it() {
    let pages = draw_tables(&firm(), first_quarter(), "nl");
    let journal = table_of(&pages, "journal");
    let entries = column_of(journal, "entry").into_iter();
    let books = column_of(journal, "daybook");
    let accounts = column_of(journal, "rgs");
    let mut of_entry: BTreeMap<String, (String, bool)> = BTreeMap::new();
    for ((entry, book), account) in entries.zip(books).zip(accounts) {
        let known = of_entry.entry(entry).or_insert((book.clone(), false));
        assert_eq!(known.0, book);
        known.1 |= account == "BLimBanRba";
    }
    for (entry, (book, moves_bank)) in &of_entry {
        assert_eq!(book == "bank", *moves_bank, "{entry}");
    }
    let books: BTreeSet<&String> = of_entry.values().map(|it| &it.0).collect();
    assert_eq!(books.len(), 3);
}
