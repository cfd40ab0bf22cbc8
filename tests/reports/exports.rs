//! What other programs get, and that it says the same.

use super::figures::{column_totals, example_journals, report_table, row_money};
use super::shelf::{TestJournal, example_names, parse_day, print_pages};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tegoed::document::{Cell, Document};
use tegoed::render::medium::CsvDialect;
use tegoed::report::export;
use tegoed::report::export::hledger;
use tegoed::report::shared::report_input::ReportOptions;

/// What the export for hledger says of each customer and currency at the end of a day.
fn hledger_balances(text: &str, on: NaiveDate) -> BTreeMap<(String, String), i128> {
    let mut sums = BTreeMap::new();
    let mut counts = false;
    for line in text.lines() {
        if let Some(date) = line
            .get(..10)
            .and_then(|date| date.parse::<NaiveDate>().ok())
        {
            counts = date <= on;
        }
        let Some(rest) = line.strip_prefix("    assets:receivable:") else {
            continue;
        };
        let (account, amount) = rest.split_once("  ").expect("two blanks");
        let customer = account.split(':').next().unwrap_or_default();
        let mut words = amount.split_whitespace();
        let (figure, code) = (
            words.next().expect("a figure"),
            words.next().expect("a code"),
        );
        if counts {
            let minor: i128 = figure.replace('.', "").parse().expect("a figure");
            *sums
                .entry((customer.to_owned(), code.to_owned()))
                .or_insert(0) += minor;
        }
    }
    sums.retain(|_, sum| *sum != 0);
    sums
}

#[test]
fn hledger_finds_the_same_balance_on_every_day() {
    for name in example_names() {
        let book = TestJournal::from_example(&name);
        let last = book.outcome.ledger.as_of;
        let text = book.with_report_input(&ReportOptions::default(), "en", hledger::write);
        for back in 0..15 {
            let on = last - chrono::Days::new(back * 23);
            let then = book.on_day(on);
            let balance = report_table(&then, "balance", &ReportOptions::default());
            let mut expected = BTreeMap::new();
            for row in &balance.rows {
                let (Cell::Text(customer), cells) = (&row[0], row_money(&balance, row)) else {
                    panic!("a customer first");
                };
                let owed = cells["balance"];
                expected.insert(
                    (customer.to_string(), owed.currency.code().to_owned()),
                    owed.minor.0,
                );
            }
            expected.retain(|_, sum| *sum != 0);
            assert_eq!(hledger_balances(&text, on), expected, "{name} on {on}");
        }
    }
}

#[test]
fn export_writes_seven_tables_that_agree() {
    for (name, book) in example_journals() {
        let pages = book.with_report_input(&ReportOptions::default(), "nl", export::pages);
        let parts: Vec<&str> = pages.iter().map(|page| page.page_name).collect();
        let expected = [
            "customers",
            "invoices",
            "items",
            "transactions",
            "allocations",
            "contacts",
            "aging",
        ];
        assert_eq!(parts, expected);
        let [_, invoices, items, transactions, _, _, aging] = pages.as_slice() else {
            panic!("seven");
        };
        for page in &pages {
            let table = page.first_table().expect("a table");
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.len() == table.columns.len()),
                "{name}"
            );
        }
        let sum = |page: &Document, key| column_totals(page.first_table().expect("a table"), key);
        assert_eq!(sum(invoices, "open"), sum(items, "open"), "{name}");
        for balance in sum(aging, "balance").iter() {
            let (debit, credit) = (sum(transactions, "debit"), sum(transactions, "credit"));
            let owed = debit.amount_in(balance.currency) - credit.amount_in(balance.currency);
            assert_eq!(owed, balance.minor, "{name}");
        }
        let json = print_pages(&pages, "nl", "json", CsvDialect::Plain);
        let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(read["command"], "export");
        assert_eq!(
            read["tables"].as_object().map(serde_json::Map::len),
            Some(7)
        );
    }
}

#[test]
fn the_export_for_hledger_reads_well() {
    let book = TestJournal::from_example("00-language-tour.tegoed").on_day(parse_day("2026-12-31"));
    let text = book.with_report_input(&ReportOptions::default(), "en", hledger::write);
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/reports");
    settings.bind(|| insta::assert_snapshot!("00-language-tour.hledger", text));
}
