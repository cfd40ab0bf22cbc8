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
fn export_writes_tables_that_agree() {
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
            "vat",
            "aging",
            "lines",
        ];
        assert_eq!(parts, expected);
        let [_, invoices, items, transactions, _, _, vat, aging, _] = pages.as_slice() else {
            panic!("nine");
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
        for key in ["net", "vat"] {
            // Turnover and its VAT, by entry and by rate, but for entries of which one rate is unknown.
            let of_entries = sum(transactions, key);
            if vat
                .first_table()
                .is_some_and(|it| it.rows.iter().all(|row| row[6] != Cell::Empty))
            {
                assert_eq!(of_entries, sum(vat, key), "{name} {key}");
            }
        }
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
            Some(9)
        );
    }
}

const VAT_AND_MORE: &str = "\
format 1

business
  name: Zeilmakerij Brandaris
  vat-id: NL004495445B01

customer @kade
  name: Kade B.V.
  kind: business
  vat-id: NL123456782B01
  kvk: 12345678
  address: Havenweg 3
  address: 8601 AA Sneek
  phone: +31 515 55 12 34
  terms: 30 days

2026-01-12 invoice #0071 @kade 605.00 vat 21% | Huik
  order: 00450
  document: orders/450.pdf
  document: photos/450.jpg
2026-01-13 invoice #72 @kade 339.00 | Zeil en boek
  item: 100.00 vat 21% | Zeil
  item: 200.00 vat 9% | Boek
2026-01-14 invoice #73 @kade 80.00 | Lap
2026-01-15 invoice #74 @kade 121.00 vat 21% | Twee keer
2026-01-16 void #74 | Twee keer
2026-01-20 credit #C-9 for #72 169.50 | De helft terug
2026-02-01 payment #0071 200.00
  id: bank-1
2026-02-02 payment #0071 100.00
  id: bank-2
2026-02-03 reversal #0071 100.00 of 2026-02-02
2026-02-20 payment #72 100.00
  commission: 15.00
2026-02-21 dispute #0071 90.00 | Een naad
2026-02-22 phone @kade #0071 | Belt terug
  document: notes/22.txt
2026-02-23 bank-through
";

/// The rows of a table of the export, some columns of each.
fn picked(pages: &[Document], table: &str, keys: &[&str]) -> Vec<String> {
    let page = pages.iter().find(|page| page.page_name == table);
    let page = page.expect("a table");
    let csv = print_pages(std::slice::from_ref(page), "nl", "csv", CsvDialect::Plain);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().expect("keys").clone();
    let place = |key: &&str| headers.iter().position(|it| it == *key).expect("a key");
    let places: Vec<usize> = keys.iter().map(place).collect();
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| {
        let fields: Vec<&str> = places.iter().map(|place| &row[*place]).collect();
        fields.join("|")
    })
    .collect()
}

#[test]
fn every_fact_that_was_written_has_a_column() {
    let book = TestJournal::from_text(VAT_AND_MORE, "2026-02-24");
    let pages = book.with_report_input(&ReportOptions::default(), "nl", export::pages);
    assert_eq!(
        picked(
            &pages,
            "invoices",
            &[
                "invoice",
                "net",
                "vat",
                "vat_codes",
                "document",
                "order",
                "disputed",
                "last_payment"
            ]
        ),
        [
            "72|300.00|39.00|21%; 9%|||0.00|2026-02-20",
            "73||||||0.00|",
            "74|100.00|21.00|21%|||0.00|",
            "0071|500.00|105.00|21%|orders/450.pdf; photos/450.jpg|00450|90.00|2026-02-01",
        ]
    );
    assert_eq!(
        picked(
            &pages,
            "transactions",
            &[
                "entry",
                "invoice",
                "text",
                "number",
                "net",
                "vat",
                "commission"
            ]
        ),
        [
            "invoice|0071|Huik|0071|500.00|105.00|",
            "invoice|72|Zeil en boek|72|300.00|39.00|",
            "invoice|73|Lap|73|||",
            "invoice|74|Twee keer|74|100.00|21.00|",
            "void|74|Twee keer||-100.00|-21.00|",
            "credit|72|De helft terug|C-9|-150.00|-19.50|",
            "payment|0071|||||",
            "payment|0071|||||",
            "reversal|0071|||||",
            "payment|72|||||15.00",
        ]
    );
    assert_eq!(
        picked(
            &pages,
            "vat",
            &[
                "kind",
                "number",
                "for_invoice",
                "code",
                "rate",
                "net",
                "vat",
                "amount"
            ]
        ),
        [
            "invoice|0071||21%|21.00|500.00|105.00|605.00",
            "invoice|72||9%|9.00|200.00|18.00|218.00",
            "invoice|72||21%|21.00|100.00|21.00|121.00",
            "invoice|73||||||80.00",
            "invoice|74||21%|21.00|100.00|21.00|121.00",
            "void|74||21%|21.00|-100.00|-21.00|-121.00",
            "credit|C-9|72|9%|9.00|-100.00|-9.00|-109.00",
            "credit|C-9|72|21%|21.00|-50.00|-10.50|-60.50",
        ]
    );
    assert_eq!(
        picked(
            &pages,
            "customers",
            &["vat_id", "kvk", "address", "last_payment"]
        ),
        ["NL123456782B01|12345678|Havenweg 3, 8601 AA Sneek|2026-02-20"]
    );
    let contacts = picked(&pages, "contacts", &["entry", "document"]);
    assert_eq!(contacts, ["dispute|", "phone|notes/22.txt"]);
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
