//! A quarter of a firm with everything in it, and the worked quarter of SPEC.md 12.2.

use super::shelf::{cells_of, draw_tables, print_tables, sums_of, table_of};
use crate::journals::{MemoryFiles, repository_path};
use crate::reports::shelf::{TestJournal, parse_day};
use crate::vat::quarter::QUARTER;
use tegoed::document::Cell;
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
                    !column.heading.is_empty()
                        || matches!(column.key.as_str(), "period" | "kind" | "language"),
                    "{tag} {name} {}",
                    column.key
                );
            }
        }
    }
}
