//! A quarter of a firm with everything in it, and the worked quarter of SPEC.md 12.2.

use super::shelf::{cells_of, draw_tables, print_tables, sums_of, sums_where, table_of};
use crate::journals::{MemoryFiles, repository_path};
use crate::reports::shelf::{TestJournal, parse_day};
use crate::vat::quarter::QUARTER;
use tegoed::bookkeeping::bookkeeping_entry::BookkeepingKind;
use tegoed::document::Cell;
use tegoed::language::{LANGUAGES, find_language};
use tegoed::value::period::Period;

pub fn firm() -> TestJournal {
    let path = repository_path("tests/accountant/quarter.tegoed");
    let text = std::fs::read_to_string(path).expect("the quarter");
    TestJournal::read_with_errors(
        MemoryFiles::single(text),
        "main.tegoed",
        parse_day("2026-04-30"),
    )
}

pub fn first_quarter() -> Period {
    Period::from_text("2026-Q1").expect("a quarter")
}

#[test]
fn a_quarter_of_a_firm_is_a_folder_that_reads_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/accountant");
    settings.bind(|| {
        insta::assert_snapshot!("quarter", print_tables(&firm(), first_quarter(), "en"));
    });
}

#[test]
fn the_same_bytes_come_twice() {
    let twice = [(); 2].map(|()| print_tables(&firm(), first_quarter(), "nl"));
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn the_worked_quarter_is_booked_as_its_return_says() {
    let text = format!("{QUARTER}business\n  name: W\n  country: NL\n");
    let book = TestJournal::from_text(&text, "2026-06-30");
    let pages = draw_tables(&book, first_quarter(), "nl");
    let boxes = table_of(&pages, "vat-return");
    let figures: Vec<(String, &Cell, &Cell)> = cells_of(boxes, "box")
        .into_iter()
        .zip(cells_of(boxes, "net"))
        .zip(cells_of(boxes, "vat"))
        .map(|((name, net), vat)| (format!("{name:?}"), net, vat))
        .collect();
    let in_box = |name: &str| {
        let found = figures.iter().find(|(known, ..)| known.contains(name));
        let (_, net, vat) = found.expect("a box");
        let cents = |cell: &Cell| match cell {
            Cell::Money(amount) => amount.to_money().minor.0,
            _ => 0,
        };
        (cents(net), cents(vat))
    };
    assert_eq!(in_box("1a"), (105_000, 22_050));
    assert_eq!(in_box("1b"), (10_000, 900));
    assert_eq!(in_box("1e"), (90_000, 0));
    assert_eq!(in_box("3b"), (150_000, 0));
    let journal = table_of(&pages, "journal");
    assert_eq!(sums_of(journal, "debit"), sums_of(journal, "credit"));
    assert_eq!(sums_of(journal, "vat_amount")["EUR"], 22_950);
    assert_eq!(sums_of(journal, "vat_net")["EUR"], 355_000);
    assert_eq!(sums_of(table_of(&pages, "icp"), "services")["EUR"], 150_000);
}

#[test]
fn a_period_that_is_not_over_ends_with_the_day_that_was_asked() {
    let path = repository_path("tests/accountant/quarter.tegoed");
    let text = std::fs::read_to_string(path).expect("the quarter");
    let files = MemoryFiles::single(text);
    let book = TestJournal::read_with_errors(files, "main.tegoed", parse_day("2026-02-12"));
    let pages = draw_tables(&book, first_quarter(), "en");
    let read_me = print_tables(&book, first_quarter(), "en");
    assert!(
        read_me.contains("Last day,2026-02-12,,The period is not over"),
        "{read_me}"
    );
    assert!(
        table_of(&pages, "after-date")
            .rows
            .iter()
            .all(|row| row[7] == Cell::Empty)
    );
}

/// S0-37, S0-38: gross is settled, the share of the agency is a cost, and the bank has the rest.
#[test]
fn what_an_agency_kept_is_a_cost_beside_the_bank() {
    let pages = draw_tables(&firm(), first_quarter(), "en");
    let journal = table_of(&pages, "journal");
    let of_agency = |key: &str| {
        let ids = cells_of(journal, "entry").into_iter();
        let lines = ids.zip(cells_of(journal, key));
        let own = lines.filter(|(id, _)| matches!(id, Cell::Text(id) if id.contains("pieters")));
        let cells = own.filter_map(|(_, cell)| match cell {
            Cell::Money(amount) => Some(amount.to_money().minor.0),
            _ => None,
        });
        cells.collect::<Vec<_>>()
    };
    assert_eq!(of_agency("debit"), [51_000, 9_000]);
    assert_eq!(of_agency("credit"), [60_000]);
    assert_eq!(sums_of(table_of(&pages, "receipts"), "kept")["EUR"], 9_000);
}

/// Every column has a heading in both languages, for those who open the tables as sheets.
#[test]
fn every_column_has_a_heading() {
    for tag in ["nl", "en"] {
        for (name, page) in draw_tables(&firm(), first_quarter(), tag) {
            for column in &page.first_table().expect("a table").columns {
                assert!(
                    !column.heading.is_empty() || column.key == "language",
                    "{tag} {name} {}",
                    column.key
                );
            }
        }
    }
}

/// S1-23: the lines of an invoice, for who books them and for who calculates with them.
#[test]
fn the_lines_of_invoices_have_quantity_price_and_total() {
    let text = "format 1\nbusiness\n  name: W\n  country: NL\ncustomer @jansen\n  terms: 30 days\n\
                2026-01-05 invoice #1 @jansen 631.50 | Bench\n  item: 2 x 150.00 vat 21% | Planks\n\
                \x20 item: 2.5 hours x 80.00 vat 21% | Work\n  less: 0.5 x 20.00 vat 0% export | Returned\n\
                \x20 item: 3 x 12.1667 vat 0% export | Screws\n\
                2026-02-05 credit #C1 for #1 121.00\n  item: 100.00 vat 21% | One plank\n\
                2026-04-05 invoice #2 @jansen 121.00 vat 21%\n  item: 100.00 | Later\n";
    let book = TestJournal::from_text(text, "2026-04-30");
    let pages = draw_tables(&book, first_quarter(), "nl");
    let lines = table_of(&pages, "invoice-lines");
    assert_eq!(lines.rows.len(), 5);
    let entries = table_of(&pages, "journal");
    assert_eq!(sums_of(lines, "net"), sums_of(entries, "vat_net"));
    let printed = print_tables(&book, first_quarter(), "en");
    for row in [
        "1,Planks,2,,150.00,EUR,300.00,21%,",
        "2,Work,2.5,hours,80.00,EUR,200.00,21%,",
        "3,Returned,0.5,,20.00,EUR,-10.00,0% export,",
        "4,Screws,3,,12.1667,EUR,36.50,0% export,",
        "1,One plank,1,,100.00,EUR,-100.00,21%,",
    ] {
        assert!(printed.contains(row), "{row} in {printed}");
    }
}

/// What came in of a debt after it was given up stands beside it, also when it came after the period.
#[test]
fn what_came_in_after_a_write_off_stands_beside_it() {
    let text = "format 1\nbusiness\n  name: W\n  country: NL\ncustomer @jansen\n  terms: 30 days\n\
                2025-10-05 invoice #1 @jansen 242.00 vat 21%\n2025-10-06 invoice #2 @jansen 121.00 vat 21%\n\
                2026-02-05 writeoff #1\n2026-02-06 writeoff #2\n2026-03-01 payment #1 60.00\n2026-04-02 payment #1 40.00\n";
    let book = TestJournal::from_text(text, "2026-04-30");
    let pages = draw_tables(&book, first_quarter(), "nl");
    let lost = table_of(&pages, "written-off");
    let sums = |how: &str| {
        let place = lost.columns.iter().position(|column| column.key == "how");
        let is_meant =
            |row: &[Cell]| matches!(&row[place.unwrap()], Cell::Word(it) if it.code == how);
        (
            sums_where(lost, "gross", is_meant),
            sums_where(lost, "recovered", is_meant),
        )
    };
    let (gross, recovered) = sums("writeoff");
    assert_eq!((gross["EUR"], recovered["EUR"]), (36_300, 10_000));
    assert_eq!(sums("recovery").0["EUR"], -6_000);
}

/// A payment through an agency that bounces takes back what it brought in: the bank what arrived, and what was kept of it.
#[test]
fn a_bounced_payment_takes_back_what_arrived() {
    let text = "format 1\nbusiness\n  name: W\n  country: NL\ncustomer @jansen\n  terms: 30 days\n\
                2025-10-05 invoice #1 @jansen 1210.00 vat 21%\n2026-02-05 payment #1 500.00\n  commission: 75.00\n\
                2026-02-09 reversal #1 500.00 of 2026-02-05\n2026-03-05 payment #1 100.00\n  commission: 15.00\n";
    let book = TestJournal::from_text(text, "2026-04-30");
    let pages = draw_tables(&book, first_quarter(), "nl");
    let receipts = table_of(&pages, "receipts");
    let cents = |key: &str| {
        let cells = cells_of(receipts, key).into_iter();
        let money = cells.filter_map(|cell| match cell {
            Cell::Money(amount) => Some(amount.to_money().minor.0),
            _ => None,
        });
        money.collect::<Vec<_>>()
    };
    assert_eq!(cents("amount"), [50_000, -50_000, 10_000]);
    assert_eq!(cents("kept"), [7_500, -7_500, 1_500]);
    assert_eq!(cents("net_on_bank"), [42_500, -42_500, 8_500]);
}

/// Who opens the tables as sheets reads words in his language, never a code.
#[test]
fn no_code_is_left_without_words() {
    for tag in ["nl", "en"] {
        for (name, page) in draw_tables(&firm(), first_quarter(), tag) {
            for cell in page.first_table().expect("a table").rows.iter().flatten() {
                // An invoice in one part is in no part for people.
                if let Cell::Word(word) = cell
                    && word.code != "1/1"
                {
                    assert!(!word.label.is_empty(), "{tag} {name} {}", word.code);
                }
            }
        }
        let language = find_language(LANGUAGES, tag).expect("a language");
        let say = &language.phrases.accountant;
        let places = [
            "exempt",
            "margin",
            "abroad",
            "unknown",
            "other-currency",
            "late",
        ];
        let vat = ["receipt", "relief-undone"];
        for code in BookkeepingKind::WORDS.iter().chain(&places).chain(&vat) {
            assert!(!say.word(code).is_empty(), "{tag} {code}");
        }
    }
}
