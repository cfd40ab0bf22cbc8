//! The returns of the example firms, as a person reads them, and what holds between their pages.

use crate::accountant::shelf::{print_tables, sums_of, sums_where};
use crate::journals::MemoryFiles;
use crate::reports::figures::report_table;
use crate::reports::shelf::{TestJournal, parse_day};
use std::collections::BTreeMap;
use std::fmt::Write;
use tegoed::document::{Cell, Table};
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::report::shared::report_input::{ReportOptions, VatPage};
use tegoed::value::period::Period;

/// Firms whose example is about VAT.
const FIRMS: [&str; 4] = [
    "09-vat-when-invoiced",
    "10-vat-when-paid",
    "11-exempt-childcare",
    "12-small-business-scheme",
];
const QUARTERS: [&str; 4] = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
const OUTSIDE: [&str; 5] = ["unknown", "exempt", "margin", "abroad", "other-currency"];

fn firm(name: &str) -> TestJournal {
    TestJournal::from_example(&format!("{name}.tegoed"))
}

fn asked(period: &str, vat_page: VatPage) -> ReportOptions {
    ReportOptions {
        period: Some(Period::from_text(period).expect("a period")),
        vat_page,
        ..ReportOptions::default()
    }
}

fn explained(period: &str, name: &str) -> ReportOptions {
    asked(period, VatPage::Explanation(name.to_owned()))
}

/// Every name that `--explain` takes for a row of a return.
fn names_of_rows() -> impl Iterator<Item = &'static str> {
    LAW.vat_boxes.iter().map(|it| it.name).chain(OUTSIDE)
}

/// What stands in a column of a row: its code, or what the user wrote.
fn code_in<'r>(table: &Table, row: &'r [Cell], key: &str) -> &'r str {
    let place = table.columns.iter().position(|column| column.key == key);
    match &row[place.expect("a column")] {
        Cell::Text(words) => words,
        Cell::Word(word) => &word.code,
        _ => "",
    }
}

/// Adds sums by currency to others.
fn add_sums(all: &mut BTreeMap<String, i128>, more: BTreeMap<String, i128>) {
    for (currency, sum) in more {
        *all.entry(currency).or_default() += sum;
    }
    all.retain(|_, sum| *sum != 0);
}

#[test]
fn the_returns_of_the_year_read_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/vat");
    settings.bind(|| {
        for name in FIRMS {
            let book = firm(name);
            let mut pages = String::new();
            let mut print = |typed: &str, ask: &ReportOptions, tag: &str| {
                let page = book.print_report("vat", ask, tag, "text");
                writeln!(pages, "$ tegoed vat {typed} --lang {tag}\n{page}").unwrap();
            };
            for quarter in QUARTERS {
                print(
                    &format!("-p {quarter}"),
                    &asked(quarter, VatPage::Return),
                    "en",
                );
            }
            print("-p 2025", &asked("2025", VatPage::Return), "nl");
            print("-p 2025 --icp", &asked("2025", VatPage::EuListing), "nl");
            for name in ["1a", "1b", "exempt", "late"] {
                print(
                    &format!("-p 2025 --explain {name}"),
                    &explained("2025", name),
                    "en",
                );
            }
            insta::assert_snapshot!(name, pages);
        }
        let year = Period::from_text("2025").unwrap();
        let tables = print_tables(&firm("09-vat-when-invoiced"), year, "nl");
        insta::assert_snapshot!("09-vat-when-invoiced.accountant", tables);
    });
}

#[test]
fn quarters_add_up_to_the_year_and_every_amount_has_its_line() {
    for (name, row) in FIRMS
        .into_iter()
        .flat_map(|name| names_of_rows().map(move |row| (name, row)))
    {
        let book = firm(name);
        for key in ["net", "vat"] {
            let year = report_table(&book, "vat", &explained("2025", row));
            let mut parts = BTreeMap::new();
            for quarter in QUARTERS {
                let table = report_table(&book, "vat", &explained(quarter, row));
                add_sums(&mut parts, sums_of(&table, key));
            }
            assert_eq!(sums_of(&year, key), parts, "{name} {row} {key}");
        }
    }
}

#[test]
fn boxes_are_what_their_explanations_add_up_to_and_3b_is_the_listing() {
    for (name, period) in FIRMS
        .into_iter()
        .flat_map(|name| QUARTERS.map(|period| (name, period)))
    {
        let book = firm(name);
        let found = report_table(&book, "vat", &asked(period, VatPage::Return));
        for row in names_of_rows() {
            let is_own = |cells: &[Cell]| match code_in(&found, cells, "box") {
                "" => code_in(&found, cells, "kind") == row,
                in_box => in_box == row,
            };
            let told = report_table(&book, "vat", &explained(period, row));
            // A business that charges no VAT has no return, and its turnover is told all the same.
            if !found.rows.is_empty() {
                let net = sums_where(&found, "net", is_own);
                assert_eq!(sums_of(&told, "net"), net, "{name} {period} {row}");
                let vat = sums_where(&found, "vat", is_own);
                assert_eq!(sums_of(&told, "vat"), vat, "{name} {period} {row}");
            }
        }
        let within = report_table(&book, "vat", &explained(period, "3b"));
        let listing = report_table(&book, "vat", &asked(period, VatPage::EuListing));
        let mut listed = sums_of(&listing, "goods");
        add_sums(&mut listed, sums_of(&listing, "services"));
        assert_eq!(sums_of(&within, "net"), listed, "{name} {period}");
    }
}

/// What was invoiced, credited and voided in a year stands in its return once: in a box, or in a row of what stands in none.
#[test]
fn a_return_by_invoice_leaves_out_nothing_that_the_statements_have() {
    for name in [
        "09-vat-when-invoiced",
        "11-exempt-childcare",
        "12-small-business-scheme",
    ] {
        let book = firm(name);
        let journal = &book.outcome.journal;
        for key in ["net", "vat"] {
            let (mut stated, mut declared) = (BTreeMap::new(), BTreeMap::new());
            for customer in journal.customers_by_id() {
                let ask = ReportOptions {
                    subject: Some(journal.customer_id(customer).to_owned()),
                    from: Some(parse_day("2025-01-01")),
                    to: Some(parse_day("2025-12-31")),
                    ..ReportOptions::default()
                };
                let statement = report_table(&book, "statement", &ask);
                add_sums(&mut stated, sums_of(&statement, key));
            }
            for row in names_of_rows() {
                let table = report_table(&book, "vat", &explained("2025", row));
                let is_sold =
                    |cells: &[Cell]| !code_in(&table, cells, "kind").starts_with("relief");
                add_sums(&mut declared, sums_where(&table, key, is_sold));
            }
            assert_eq!(declared, stated, "{name} {key}");
        }
    }
}

/// All of an invoice was paid, credited or lost by the end: on both bases the same is owed, but for money after New Year.
#[test]
fn by_receipt_the_year_owes_what_the_money_has_in_it() {
    let vat_of = |name: &str| {
        let table = report_table(&firm(name), "vat", &asked("2025", VatPage::Return));
        sums_of(&table, "vat")["EUR"]
    };
    // 2025-017 is paid half in January (73.50), and 42.00 came in of 2024-058, which was declared by invoice in 2024 and
    // asked back (84.00 and 126.00 less 42.00).
    let by_invoice = vat_of("09-vat-when-invoiced") + 8_400 + 12_600 - 4_200;
    assert_eq!(vat_of("10-vat-when-paid"), by_invoice - 7_350 + 4_200);
}

#[test]
fn the_same_pages_come_twice() {
    for name in FIRMS {
        let print = || {
            let book = firm(name);
            ["text", "csv", "json"].map(|medium| {
                book.print_report("vat", &asked("2025", VatPage::Return), "nl", medium)
            })
        };
        assert_eq!(print(), print(), "{name}");
    }
}

/// `filed` in the root file is about what is included above it, not about what is included below.
#[test]
fn a_filed_line_stands_where_its_file_is_included() {
    let files = MemoryFiles::single(
        "format 1\nbusiness\n  name: A\n  country: NL\ncustomer @j\n  name: J\n  kind: business\n\
        include q1.tegoed\n2025-04-15 filed 2025-Q1\ninclude later/*.tegoed\n",
    )
    .with_file(
        "q1.tegoed",
        "2025-01-10 invoice #1 @j 121.00 vat 21% due 2025-02-10 | A\n",
    )
    .with_file(
        "later/a.tegoed",
        "2025-03-11 invoice #2 @j 242.00 vat 21% due 2025-04-10 | B\ninclude deep/b.tegoed\n",
    )
    .with_file(
        "later/deep/b.tegoed",
        "2025-03-12 invoice #3 @j 363.00 vat 21% due 2025-04-11 | C\n",
    );
    let book = TestJournal::read_with_errors(files, "main.tegoed", parse_day("2025-12-31"));
    let vat_of = |period| {
        sums_of(
            &report_table(&book, "vat", &asked(period, VatPage::Return)),
            "vat",
        )
    };
    assert_eq!(vat_of("2025-Q1")["EUR"], 2_100);
    assert_eq!(vat_of("2025-Q2")["EUR"], 10_500);
}
