//! What must hold for every report, in every medium.

use crate::journals::Map;
use chrono::NaiveDate;

use super::shelf::{Book, day, examples, print};
use std::collections::BTreeMap;
use tegoed::document::{Block, Cell, Document, Table};
use tegoed::journal::model::CustomerIx;
use tegoed::render::medium::Dialect;
use tegoed::report::scope::{AgeBy, Ask, By, Write};
use tegoed::report::{REPORTS, export, hledger};
use tegoed::value::money::{Money, Totals};

/// Every example on the day it names, and on the last day of each month before.
fn books() -> Vec<(String, Book)> {
    let mut books = Vec::new();
    for name in examples() {
        let book = Book::example(&name);
        let last = book.outcome.ledger.as_of.0;
        for back in 1..=3 {
            let earlier = last - chrono::Days::new(back * 23);
            books.push((format!("{name} on {earlier}"), book.on(earlier)));
        }
        books.push((name, book));
    }
    books
}

fn table(book: &Book, report: &str, ask: &Ask) -> Table {
    let pages = book.pages(report, ask, "en").expect("a subject");
    pages[0].table().expect("a table").clone()
}

/// The money in a row, by column.
fn money<'r>(table: &'r Table, row: &'r [Cell]) -> BTreeMap<&'r str, Money> {
    let cells = table.columns.iter().zip(row);
    cells
        .filter_map(|(column, cell)| match cell {
            Cell::Money(amount) => Some((column.key.as_str(), amount.money())),
            _ => None,
        })
        .collect()
}

fn column(table: &Table, key: &str) -> Totals {
    let rows = table.rows.iter();
    rows.filter_map(|row| money(table, row).get(key).copied())
        .collect()
}

#[test]
fn columns_of_aging_add_up_to_its_balance() {
    for (name, book) in books() {
        for buckets in [vec![], vec![15, 45], vec![7]] {
            for age_by in [AgeBy::Due, AgeBy::Invoice] {
                let ask = Ask {
                    buckets: buckets.clone(),
                    age_by,
                    ..Ask::default()
                };
                let table = table(&book, "aging", &ask);
                for row in &table.rows {
                    let mut cells = money(&table, row);
                    let balance = cells.remove("balance").expect("a balance");
                    let parts: Totals = cells.into_values().collect();
                    assert_eq!(parts.of(balance.currency), balance.minor, "{name}");
                }
            }
        }
    }
}

#[test]
fn aging_balance_and_statements_end_in_the_same_figures() {
    for (name, book) in books() {
        let aging = table(&book, "aging", &Ask::default());
        let balance = table(&book, "balance", &Ask::default());
        assert_eq!(
            column(&aging, "balance"),
            column(&balance, "balance"),
            "{name}"
        );
        let mut ends = Totals::default();
        for (customer, _) in book.outcome.journal.customers.iter() {
            for money in last_balances(&book, customer, &Ask::default()).iter() {
                ends.add(money);
            }
        }
        for money in column(&balance, "balance").iter() {
            assert_eq!(ends.of(money.currency), money.minor, "{name}");
        }
    }
}

/// The last balance of each currency on a statement.
fn last_balances(book: &Book, customer: CustomerIx, ask: &Ask) -> Totals {
    let ask = Ask {
        subject: Some(book.outcome.journal.customer_id(customer).to_owned()),
        ..ask.clone()
    };
    let table = table(book, "statement", &ask);
    let mut last = BTreeMap::new();
    for row in &table.rows {
        if let Some(balance) = money(&table, row).get("balance") {
            last.insert(balance.currency, *balance);
        }
    }
    last.into_values().collect()
}

#[test]
fn opening_and_movements_of_a_statement_make_its_closing() {
    for (name, book) in books() {
        let as_of = book.outcome.ledger.as_of.0;
        for (customer, _) in book.outcome.journal.customers.iter() {
            let ask = Ask {
                subject: Some(book.outcome.journal.customer_id(customer).to_owned()),
                from: Some(as_of - chrono::Days::new(45)),
                to: Some(as_of - chrono::Days::new(5)),
                ..Ask::default()
            };
            let table = table(&book, "statement", &ask);
            let mut running = Totals::default();
            for row in &table.rows {
                let cells = money(&table, row);
                let balance = cells["balance"];
                match (cells.get("debit"), cells.get("credit")) {
                    (None, None) => running.add(balance),
                    (Some(debit), _) => running.add(*debit),
                    (None, Some(credit)) => {
                        running.add(Money::new(-credit.minor, credit.currency));
                    }
                }
                assert_eq!(running.of(balance.currency), balance.minor, "{name}");
            }
        }
    }
}

#[test]
fn open_items_add_up_to_what_aging_says() {
    for (name, book) in books() {
        let by_invoice = Ask {
            by: By::Invoice,
            ..Ask::default()
        };
        let items = table(&book, "aging", &by_invoice);
        let customers = table(&book, "balance", &Ask::default());
        for key in ["open", "charges"] {
            let whole = column(&customers, key);
            for money in whole.iter() {
                assert_eq!(
                    column(&items, key).of(money.currency),
                    money.minor,
                    "{name}: {key}"
                );
            }
        }
    }
}

#[test]
fn what_happened_to_an_invoice_ends_in_what_is_open() {
    for (name, book) in books() {
        let invoices = table(&book, "invoices", &Ask::default());
        for row in &invoices.rows {
            let (Cell::Text(number), cells) = (&row[0], money(&invoices, row)) else {
                panic!("{name}: a number first");
            };
            let ask = Ask {
                subject: Some(format!("#{number}")),
                ..Ask::default()
            };
            let story = table(&book, "show", &ask);
            let steps = story.rows.iter();
            let last = steps
                .filter_map(|row| money(&story, row).get("open").copied())
                .next_back();
            let owed = cells["open"].minor + cells["charges"].minor;
            assert_eq!(last.expect("a step").minor, owed, "{name}: {number}");
        }
    }
}

#[test]
fn every_page_names_file_day_and_basis() {
    let book = Book::example("05-two-currencies.tegoed");
    for report in REPORTS {
        let subject = match report.write {
            Write::Customer(_) | Write::Subject(_) => Some("museum".to_owned()),
            Write::All(_) | Write::Customers(_) => None,
        };
        let ask = Ask {
            subject,
            ..Ask::default()
        };
        for page in book.pages(report.name, &ask, "nl").expect("a subject") {
            for key in ["file", "as_of", "basis"] {
                assert!(page.fact(key).is_some(), "{}: {key}", report.name);
            }
        }
    }
}

#[test]
fn rows_have_a_cell_for_every_column() {
    for (name, book) in books() {
        for report in REPORTS {
            let ask = Ask {
                subject: Some("nobody".to_owned()),
                ..Ask::default()
            };
            let pages = match report.write {
                Write::All(_) => book.pages(report.name, &ask, "nl"),
                _ => continue,
            };
            for table in pages.expect("pages").iter().flat_map(tables) {
                for row in table.rows.iter().chain(&table.totals) {
                    assert_eq!(row.len(), table.columns.len(), "{name}: {}", report.name);
                }
            }
        }
    }
}

fn tables(page: &Document) -> impl Iterator<Item = &Table> {
    page.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

#[test]
fn a_customer_who_is_not_there_gets_names_like_it() {
    let book = Book::example("04-dispute-and-promise.tegoed");
    let asked = |report, subject: &str| {
        let ask = Ask {
            subject: Some(subject.to_owned()),
            ..Ask::default()
        };
        book.pages(report, &ask, "en")
            .map_err(|missing| missing.similar)
    };
    assert_eq!(
        asked("statement", "leuw").err(),
        Some(vec!["leeuw".to_owned()])
    );
    assert_eq!(
        asked("show", "2026-011").err().map(|similar| similar.len()),
        Some(3)
    );
    assert_eq!(asked("show", "zzz").err(), Some(vec![]));
    assert!(asked("statement", "Familie Terpstra").is_ok());
    assert!(asked("show", "@leeuw").is_ok() && asked("show", "#c2026-001").is_ok());
    assert_eq!(asked("balance", "gouden").expect("one").len(), 1);
}

const SPITEFUL: &str = "\
format 1

customer @k
  name: =HYPERLINK(\"x\")
  terms: 14 days
customer @l
  name: Jansen; De \"Linde\", B.V.
  terms: 14 days

2026-01-02 invoice #1 @k 1234.50 | +31 20 123
2026-01-03 invoice #2 @l 10.00 | @home
2026-01-04 payment @k 2000.00 on-account | -- voorschot
";

#[test]
fn words_that_would_be_formulas_are_neutralised_and_figures_are_not() {
    let book = Book::of(SPITEFUL, "2026-03-01");
    let csv = book.print("aging", &Ask::default(), "en", "csv");
    assert_eq!(
        csv.lines().collect::<Vec<_>>()[1..],
        [
            "k,\"'=HYPERLINK(\"\"x\"\")\",EUR,0.00,0.00,1234.50,0.00,0.00,0.00,-2000.00,-765.50",
            "l,\"Jansen; De \"\"Linde\"\", B.V.\",EUR,0.00,0.00,10.00,0.00,0.00,0.00,0.00,10.00",
        ]
    );
    let ask = Ask {
        subject: Some("k".to_owned()),
        ..Ask::default()
    };
    let csv = book.print("statement", &ask, "nl", "csv");
    assert!(
        csv.contains(",1,'+31 20 123,EUR,1234.50,,1234.50,main.tegoed,10\r\n"),
        "{csv}"
    );
    assert!(
        csv.contains(",,'-- voorschot,EUR,,2000.00,-765.50,main.tegoed,12\r\n"),
        "{csv}"
    );
}

#[test]
fn the_dialect_of_a_dutch_excel_changes_the_punctuation_only() {
    let book = Book::of(SPITEFUL, "2026-03-01");
    let pages = book.pages("aging", &Ask::default(), "nl").expect("pages");
    let plain = print(&pages, "nl", "csv", Dialect::Plain);
    let excel = print(&pages, "nl", "csv", Dialect::ExcelNl);
    let mut lines = excel.split("\r\n");
    let keys = plain.split("\r\n").next().unwrap_or_default();
    assert_eq!(
        lines.next(),
        Some(format!("\u{feff}{}", keys.replace(',', ";")).as_str())
    );
    assert_eq!(
        lines.next(),
        Some("k;\"'=HYPERLINK(\"\"x\"\")\";EUR;0,00;0,00;1234,50;0,00;0,00;0,00;-2000,00;-765,50")
    );
}

#[test]
fn json_has_the_same_columns_and_every_value_is_a_string() {
    for (name, book) in books() {
        let by_invoice = Ask {
            by: By::Invoice,
            ..Ask::default()
        };
        let text = book.print("aging", &by_invoice, "nl", "json");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["schema"], 1);
        assert_eq!(read["command"], "aging");
        assert_eq!(read["basis"], "due");
        assert_eq!(read["as_of"], book.outcome.ledger.as_of.0.to_string());
        let table = table(&book, "aging", &by_invoice);
        let rows = read["rows"].as_array().expect("rows");
        assert_eq!(rows.len(), table.rows.len(), "{name}");
        for row in rows {
            let row = row.as_object().expect("an object");
            assert_eq!(row.len(), table.columns.len());
            for column in &table.columns {
                let value = &row[&column.key];
                assert!(
                    value.is_string() || value.is_null(),
                    "{name}: {}",
                    column.key
                );
            }
        }
    }
}

#[test]
fn words_of_the_user_do_not_steer_the_terminal() {
    let page = Document {
        title: "De \u{1b}[2J Linde \u{202e}".to_owned(),
        blocks: vec![Block::Table(Table {
            columns: vec![tegoed::report::page::column("text", "Text")],
            rows: vec![vec![Cell::text("\u{1b}]0;x\u{7}\u{9b}2J\u{200f}")]],
            totals: Vec::new(),
        })],
        ..Document::default()
    };
    let text = print(std::slice::from_ref(&page), "en", "text", Dialect::Plain);
    let printable = |letter: char| letter == '\n' || !letter.is_control();
    assert!(text.chars().all(printable), "{text:?}");
    assert!(
        text.contains(r"\u{1b}[2J") && text.contains(r"\u{202e}"),
        "{text}"
    );
    assert!(text.contains(r"\u{1b}]0;x\u{7}\u{9b}2J\u{200f}"), "{text}");
}

#[test]
fn a_narrow_page_is_not_overrun_by_words() {
    for (name, book) in books() {
        for (number, invoice) in book.outcome.journal.invoices.iter().take(4) {
            if invoice.date > book.outcome.ledger.as_of.0 {
                continue;
            }
            let ask = Ask {
                subject: Some(book.outcome.journal.invoice_no(number).to_owned()),
                explain: true,
                ..Ask::default()
            };
            let text = book.print("show", &ask, "nl", "text");
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(100), "{name}: {text}");
        }
    }
}

#[test]
fn reports_are_of_the_day_asked_for() {
    let book = Book::example("vectors/t1-as-of.tegoed");
    let expected = [
        (
            "2026-02-10",
            [
                "600.00", "1000.00", "0.00", "0.00", "0.00", "0.00", "0.00", "1600.00",
            ],
        ),
        (
            "2026-03-31",
            [
                "0.00", "300.00", "800.00", "0.00", "0.00", "0.00", "-350.00", "750.00",
            ],
        ),
        (
            "2026-04-05",
            [
                "0.00", "300.00", "300.00", "0.00", "0.00", "0.00", "-350.00", "250.00",
            ],
        ),
        (
            "2026-04-12",
            [
                "0.00", "250.00", "0.00", "0.00", "0.00", "0.00", "0.00", "250.00",
            ],
        ),
        (
            "2026-04-20",
            [
                "0.00", "250.00", "0.00", "500.00", "0.00", "0.00", "0.00", "750.00",
            ],
        ),
    ];
    for (as_of, figures) in expected {
        let csv = book
            .on(day(as_of))
            .print("aging", &Ask::default(), "nl", "csv");
        let row = csv.lines().nth(1).expect("a row");
        assert_eq!(
            row.split(',').skip(3).collect::<Vec<_>>(),
            figures,
            "{as_of}"
        );
    }
}

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
    for name in examples() {
        let book = Book::example(&name);
        let last = book.outcome.ledger.as_of.0;
        let text = book.scoped(&Ask::default(), "en", hledger::write);
        for back in 0..15 {
            let on = last - chrono::Days::new(back * 23);
            let then = book.on(on);
            let balance = table(&then, "balance", &Ask::default());
            let mut expected = BTreeMap::new();
            for row in &balance.rows {
                let (Cell::Text(customer), cells) = (&row[0], money(&balance, row)) else {
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
    for (name, book) in books() {
        let pages = book.scoped(&Ask::default(), "nl", export::pages);
        let parts: Vec<&str> = pages.iter().map(|page| page.part).collect();
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
            let table = page.table().expect("a table");
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.len() == table.columns.len()),
                "{name}"
            );
        }
        let sum = |page: &Document, key| column(page.table().expect("a table"), key);
        assert_eq!(sum(invoices, "open"), sum(items, "open"), "{name}");
        for balance in sum(aging, "balance").iter() {
            let (debit, credit) = (sum(transactions, "debit"), sum(transactions, "credit"));
            let owed = debit.of(balance.currency) - credit.of(balance.currency);
            assert_eq!(owed, balance.minor, "{name}");
        }
        let json = print(&pages, "nl", "json", Dialect::Plain);
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
    let book = Book::example("00-language-tour.tegoed").on(day("2026-12-31"));
    let text = book.scoped(&Ask::default(), "en", hledger::write);
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/reports");
    settings.bind(|| insta::assert_snapshot!("00-language-tour.hledger", text));
}

/// Every report there is to ask of a journal.
fn questions(book: &Book) -> Vec<(&'static str, Ask)> {
    let journal = &book.outcome.journal;
    let customers = journal
        .customers
        .iter()
        .map(|(it, _)| journal.customer_id(it));
    let invoices = journal
        .invoices
        .iter()
        .map(|(it, _)| journal.invoice_no(it));
    let subjects: Vec<String> = customers
        .take(1)
        .chain(invoices.take(3))
        .map(str::to_owned)
        .collect();
    let mut all = Vec::new();
    for report in REPORTS {
        let explain = true;
        match report.write {
            Write::All(_) | Write::Customers(_) => {
                for by in [By::Customer, By::Invoice] {
                    all.push((
                        report.name,
                        Ask {
                            by,
                            ..Ask::default()
                        },
                    ));
                }
            }
            Write::Customer(_) | Write::Subject(_) => all.extend(subjects.iter().map(|subject| {
                let subject = Some(subject.clone());
                (
                    report.name,
                    Ask {
                        subject,
                        explain,
                        ..Ask::default()
                    },
                )
            })),
        }
    }
    all
}

#[test]
fn every_journal_however_faulty_gives_every_report() {
    for (name, bytes) in crate::journals::all() {
        let as_of = crate::journals::as_of(&bytes);
        let book = Book::even_so(Map::one(bytes), "main.tegoed", as_of);
        for (report, ask) in questions(&book) {
            let Ok(pages) = book.pages(report, &ask, "nl") else {
                continue;
            };
            for medium in ["text", "csv", "json"] {
                assert!(
                    !print(&pages, "nl", medium, Dialect::Plain).is_empty(),
                    "{name}: {report}"
                );
            }
        }
        book.scoped(&Ask::default(), "nl", hledger::write);
        book.scoped(&Ask::default(), "nl", export::pages);
    }
}

#[test]
fn amounts_stand_under_their_decimal_marks() {
    let text = "\
format 1

customer @k
  name: K
  terms: 14 days

2026-01-02 invoice #1 @k 1234567 JPY
2026-01-02 invoice #2 @k 1234.567 BHD
2026-01-02 invoice #3 @k 99999999.99 EUR
2026-01-02 payment @k 0.05 EUR on-account
";
    let book = Book::of(text, "2026-03-01");
    let shown = book.print("balance", &Ask::default(), "nl", "text");
    let rows: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("k "))
        .collect();
    assert_eq!(
        rows,
        [
            "k       K     BHD          1.234,567        0,000       1.234,567",
            "k       K     EUR     99.999.999,99        -0,05   99.999.999,94",
            "k       K     JPY      1.234.567            0       1.234.567",
        ],
        "{shown}"
    );
    let csv = book.print("balance", &Ask::default(), "nl", "csv");
    assert!(csv.contains("k,K,JPY,1234567,0,0,1234567\r\n"), "{csv}");
    assert!(
        csv.contains("k,K,BHD,1234.567,0.000,0.000,1234.567\r\n"),
        "{csv}"
    );
}

#[test]
fn the_last_letter_and_what_holds_the_next_stand_beside_the_item() {
    let text = "\
format 1

customer @k
  name: K
  kind: business
  terms: 14 days

2026-01-02 invoice #1 @k 100.00
2026-01-20 sent reminder #1 via email
2026-02-01 sent demand #1 via email
  bounced: yes
2026-02-03 promise #1 50.00 by 2026-02-10
2026-02-08 payment #1 50.00
2026-02-11 promise #1 50.00 by 2026-02-20
2026-02-12 dispute #1 10.00 | scratch
2026-02-15 resolve #1 rejected
2026-02-21 hold @k until 2026-02-25
2026-02-28 hold #1
2026-03-01 release @k
2026-03-02 plan @k #1
  due: 50.00 on 2026-04-01
2026-03-03 handover #1 to agency
2026-03-10 return #1
2026-03-11 release #1
2026-03-12 insolvent @k
";
    let expected = [
        ("2026-01-19", "none", ""),
        ("2026-02-02", "reminder", ""),
        ("2026-02-04", "reminder", "promise"),
        ("2026-02-08", "reminder", ""),
        ("2026-02-12", "reminder", "promise+dispute"),
        ("2026-02-15", "reminder", "promise"),
        ("2026-02-22", "reminder", "hold"),
        ("2026-02-26", "reminder", ""),
        ("2026-02-28", "reminder", "hold"),
        ("2026-03-01", "reminder", ""),
        ("2026-03-04", "reminder", "plan+handover"),
        ("2026-03-10", "reminder", "plan"),
        ("2026-03-11", "reminder", ""),
        ("2026-03-12", "reminder", "insolvency"),
    ];
    let by_invoice = Ask {
        by: By::Invoice,
        ..Ask::default()
    };
    let book = Book::of(text, "2026-01-10");
    for (as_of, stage, hold) in expected {
        let csv = book.on(day(as_of)).print("aging", &by_invoice, "en", "csv");
        let row: Vec<&str> = csv.lines().nth(1).expect("a row").split(',').collect();
        assert_eq!(row[8..10], [stage, hold], "{as_of}");
    }
}
