//! What must hold for every report.

use super::figures::{column_totals, example_journals, report_table, row_money};
use super::shelf::{TestJournal, parse_day, print_pages};
use crate::journals::{self, MemoryFiles};
use std::collections::BTreeMap;
use tegoed::document::{Block, Cell, Document, Table};
use tegoed::journal::model::CustomerIx;
use tegoed::ledger::ageing::AgeingBasis;
use tegoed::render::medium::CsvDialect;
use tegoed::report::export::hledger;
use tegoed::report::shared::report_definition::{ReportError, ReportFn};
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};
use tegoed::report::{REPORTS, export};
use tegoed::value::money::{Money, Totals};

#[test]
fn columns_of_aging_add_up_to_its_balance() {
    for (name, book) in example_journals() {
        for buckets in [vec![], vec![15, 45], vec![7]] {
            for age_by in [AgeingBasis::Due, AgeingBasis::Invoice] {
                let ask = ReportOptions {
                    buckets: buckets.clone(),
                    age_by,
                    ..ReportOptions::default()
                };
                let table = report_table(&book, "aging", &ask);
                for row in &table.rows {
                    let mut cells = row_money(&table, row);
                    let balance = cells.remove("balance").expect("a balance");
                    let parts: Totals = cells.into_values().collect();
                    assert_eq!(parts.amount_in(balance.currency), balance.minor, "{name}");
                }
            }
        }
    }
}

#[test]
fn aging_balance_and_statements_end_in_the_same_figures() {
    for (name, book) in example_journals() {
        let aging = report_table(&book, "aging", &ReportOptions::default());
        let balance = report_table(&book, "balance", &ReportOptions::default());
        assert_eq!(
            column_totals(&aging, "balance"),
            column_totals(&balance, "balance"),
            "{name}"
        );
        let mut ends = Totals::default();
        for (customer, _) in book.outcome.journal.customers.iter() {
            for money in last_balances(&book, customer, &ReportOptions::default()).iter() {
                ends.add(money);
            }
        }
        for money in column_totals(&balance, "balance").iter() {
            assert_eq!(ends.amount_in(money.currency), money.minor, "{name}");
        }
    }
}

/// The last balance of each currency on a statement.
fn last_balances(book: &TestJournal, customer: CustomerIx, ask: &ReportOptions) -> Totals {
    let ask = ReportOptions {
        subject: Some(book.outcome.journal.customer_id(customer).to_owned()),
        ..ask.clone()
    };
    let table = report_table(book, "statement", &ask);
    let mut last = BTreeMap::new();
    for row in &table.rows {
        if let Some(balance) = row_money(&table, row).get("balance") {
            last.insert(balance.currency, *balance);
        }
    }
    last.into_values().collect()
}

#[test]
fn opening_and_movements_of_a_statement_make_its_closing() {
    for (name, book) in example_journals() {
        let as_of = book.outcome.ledger.as_of;
        for (customer, _) in book.outcome.journal.customers.iter() {
            let ask = ReportOptions {
                subject: Some(book.outcome.journal.customer_id(customer).to_owned()),
                from: Some(as_of - chrono::Days::new(45)),
                to: Some(as_of - chrono::Days::new(5)),
                ..ReportOptions::default()
            };
            let table = report_table(&book, "statement", &ask);
            let mut running = Totals::default();
            for row in &table.rows {
                let cells = row_money(&table, row);
                let balance = cells["balance"];
                match (cells.get("debit"), cells.get("credit")) {
                    (None, None) => running.add(balance),
                    (Some(debit), _) => running.add(*debit),
                    (None, Some(credit)) => {
                        running.add(Money::new(-credit.minor, credit.currency));
                    }
                }
                assert_eq!(running.amount_in(balance.currency), balance.minor, "{name}");
            }
        }
    }
}

#[test]
fn open_items_add_up_to_what_aging_says() {
    for (name, book) in example_journals() {
        let by_invoice = ReportOptions {
            group_by: GroupBy::Invoice,
            ..ReportOptions::default()
        };
        let items = report_table(&book, "aging", &by_invoice);
        let customers = report_table(&book, "balance", &ReportOptions::default());
        for key in ["open", "charges"] {
            let whole = column_totals(&customers, key);
            for money in whole.iter() {
                assert_eq!(
                    column_totals(&items, key).amount_in(money.currency),
                    money.minor,
                    "{name}: {key}"
                );
            }
        }
    }
}

#[test]
fn what_happened_to_an_invoice_ends_in_what_is_open() {
    for (name, book) in example_journals() {
        let invoices = report_table(&book, "invoices", &ReportOptions::default());
        for row in &invoices.rows {
            let (Cell::Text(number), cells) = (&row[0], row_money(&invoices, row)) else {
                panic!("{name}: a number first");
            };
            let ask = ReportOptions {
                subject: Some(format!("#{number}")),
                ..ReportOptions::default()
            };
            let story = report_table(&book, "show", &ask);
            let steps = story.rows.iter();
            let last = steps
                .filter_map(|row| row_money(&story, row).get("open").copied())
                .next_back();
            let owed = cells["open"].minor + cells["charges"].minor;
            assert_eq!(last.expect("a step").minor, owed, "{name}: {number}");
        }
    }
}

#[test]
fn every_page_names_file_day_and_basis() {
    let book = TestJournal::from_example("05-two-currencies.tegoed");
    for report in REPORTS {
        let subject = match report.write {
            ReportFn::Customer(_) | ReportFn::Subject(_) => Some("museum".to_owned()),
            ReportFn::All(_) | ReportFn::Customers(_) | ReportFn::Invoices(..) => None,
        };
        let ask = ReportOptions {
            subject,
            invoices: vec!["2026-001".to_owned()],
            ..ReportOptions::default()
        };
        for page in book
            .report_pages(report.name, &ask, "nl")
            .expect("a subject")
        {
            for key in ["file", "as_of", "basis"] {
                assert!(page.basis_value(key).is_some(), "{}: {key}", report.name);
            }
        }
    }
}

#[test]
fn rows_have_a_cell_for_every_column() {
    for (name, book) in example_journals() {
        for report in REPORTS {
            let ask = ReportOptions {
                subject: Some("nobody".to_owned()),
                ..ReportOptions::default()
            };
            let pages = match report.write {
                ReportFn::All(_) => book.report_pages(report.name, &ask, "nl"),
                _ => continue,
            };
            for table in pages.expect("pages").iter().flat_map(page_tables) {
                for row in table.rows.iter().chain(&table.totals) {
                    assert_eq!(row.len(), table.columns.len(), "{name}: {}", report.name);
                }
            }
        }
    }
}

fn page_tables(page: &Document) -> impl Iterator<Item = &Table> {
    page.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

#[test]
fn a_customer_who_is_not_there_gets_names_like_it() {
    let book = TestJournal::from_example("04-dispute-and-promise.tegoed");
    let asked = |report, subject: &str| {
        let ask = ReportOptions {
            subject: Some(subject.to_owned()),
            ..ReportOptions::default()
        };
        book.report_pages(report, &ask, "en")
            .map_err(|refused| match refused {
                ReportError::NotFound(missing) => missing.similar,
                other => panic!("{other:?}"),
            })
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

#[test]
fn a_narrow_page_is_not_overrun_by_words() {
    for (name, book) in example_journals() {
        for (number, invoice) in book.outcome.journal.invoices.iter().take(4) {
            if invoice.date > book.outcome.ledger.as_of {
                continue;
            }
            let ask = ReportOptions {
                subject: Some(book.outcome.journal.invoice_no(number).to_owned()),
                explain: true,
                ..ReportOptions::default()
            };
            let text = book.print_report("show", &ask, "nl", "text");
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(100), "{name}: {text}");
        }
    }
}

#[test]
fn reports_are_of_the_day_asked_for() {
    let book = TestJournal::from_example("vectors/t1-as-of.tegoed");
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
        let csv = book.on_day(parse_day(as_of)).print_report(
            "aging",
            &ReportOptions::default(),
            "nl",
            "csv",
        );
        let row = csv.lines().nth(1).expect("a row");
        assert_eq!(
            row.split(',').skip(3).collect::<Vec<_>>(),
            figures,
            "{as_of}"
        );
    }
}

/// Every report there is to ask of a journal.
fn all_questions(book: &TestJournal) -> Vec<(&'static str, ReportOptions)> {
    let journal = &book.outcome.journal;
    let customers = journal
        .customers
        .iter()
        .map(|(it, _)| journal.customer_id(it));
    let invoices = journal
        .invoices
        .iter()
        .map(|(it, _)| journal.invoice_no(it));
    let numbers: Vec<String> = invoices.take(3).map(str::to_owned).collect();
    let subjects: Vec<String> = customers
        .take(1)
        .map(str::to_owned)
        .chain(numbers.iter().cloned())
        .collect();
    let mut all = Vec::new();
    for report in REPORTS {
        let explain = true;
        match report.write {
            ReportFn::All(_) | ReportFn::Customers(_) => {
                for by in [GroupBy::Customer, GroupBy::Invoice] {
                    all.push((
                        report.name,
                        ReportOptions {
                            group_by: by,
                            ..ReportOptions::default()
                        },
                    ));
                }
            }
            ReportFn::Invoices(..) => all.extend(numbers.iter().map(|number| {
                let invoices = vec![number.clone()];
                (
                    report.name,
                    ReportOptions {
                        invoices,
                        ..ReportOptions::default()
                    },
                )
            })),
            ReportFn::Customer(_) | ReportFn::Subject(_) => {
                all.extend(subjects.iter().map(|subject| {
                    let subject = Some(subject.clone());
                    (
                        report.name,
                        ReportOptions {
                            subject,
                            explain,
                            ..ReportOptions::default()
                        },
                    )
                }));
            }
        }
    }
    all
}

#[test]
fn every_journal_however_faulty_gives_every_report() {
    for (name, bytes) in journals::all_journals() {
        let as_of = journals::as_of_comment(&bytes);
        let book = TestJournal::read_with_errors(MemoryFiles::single(bytes), "main.tegoed", as_of);
        for (report, ask) in all_questions(&book) {
            let Ok(pages) = book.report_pages(report, &ask, "nl") else {
                continue;
            };
            for medium in ["text", "csv", "json"] {
                assert!(
                    !print_pages(&pages, "nl", medium, CsvDialect::Plain).is_empty(),
                    "{name}: {report}"
                );
            }
        }
        book.with_report_input(&ReportOptions::default(), "nl", hledger::write);
        book.with_report_input(&ReportOptions::default(), "nl", export::pages);
    }
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
        ("2026-02-22", "reminder", "promise+hold"),
        ("2026-02-26", "reminder", ""),
        ("2026-02-28", "reminder", "hold"),
        ("2026-03-01", "reminder", ""),
        ("2026-03-04", "reminder", "plan+handover"),
        ("2026-03-10", "reminder", "plan"),
        ("2026-03-11", "reminder", ""),
        ("2026-03-12", "reminder", "insolvency"),
    ];
    let by_invoice = ReportOptions {
        group_by: GroupBy::Invoice,
        ..ReportOptions::default()
    };
    let book = TestJournal::from_text(text, "2026-01-10");
    for (as_of, stage, hold) in expected {
        let csv = book
            .on_day(parse_day(as_of))
            .print_report("aging", &by_invoice, "en", "csv");
        let row: Vec<&str> = csv.lines().nth(1).expect("a row").split(',').collect();
        assert_eq!(row[8..10], [stage, hold], "{as_of}");
    }
}

/// What is due on the first days of March, one item a day, and an invoice in two parts.
const MARCH: &str = "format 1
customer @a
  name: A
  kind: business

2026-02-01 invoice #1 @a 10.00 due 2026-03-01 | One
2026-02-01 invoice #2 @a 20.00 due 2026-03-02 | Two
2026-02-01 invoice #3 @a 40.00 due 2026-03-03 | Three
2026-02-01 invoice #4 @a 80.00 due 2026-03-04 | Four
2026-02-01 invoice #5 @a 200.00 | Five
  due: 100.00 on 2026-02-10
  due: 100.00 on 2026-03-03
2026-03-03 payment #2 20.00
";

#[test]
fn what_became_late_since_a_day_is_listed_alone() {
    let book = TestJournal::from_text(MARCH, "2026-03-04");
    let late = |since: &str| -> Vec<String> {
        let ask = ReportOptions {
            group_by: GroupBy::Invoice,
            from: Some(parse_day(since)),
            ..ReportOptions::default()
        };
        let page = book.print_report("aging", &ask, "en", "csv");
        let rows = page.lines().filter(|line| line.starts_with("a,"));
        let cells = rows.map(|row| row.split(',').collect::<Vec<_>>());
        cells.map(|row| format!("{} {}", row[2], row[3])).collect()
    };
    assert_eq!(late("2026-03-05"), Vec::<String>::new());
    // Late for the first time today: what was due yesterday.
    assert_eq!(late("2026-03-04"), ["3 1/1", "5 2/2"]);
    assert_eq!(late("2026-03-03"), ["3 1/1", "5 2/2"]);
    assert_eq!(late("2026-03-02"), ["1 1/1", "3 1/1", "5 2/2"]);
    assert_eq!(late("2026-01-01"), ["1 1/1", "3 1/1", "5 1/2", "5 2/2"]);
    let ask = ReportOptions {
        group_by: GroupBy::Invoice,
        from: Some(parse_day("2026-03-05")),
        ..ReportOptions::default()
    };
    let page = book.print_report("aging", &ask, "nl", "text");
    assert!(page.contains("Te laat sinds  2026-03-05"), "{page}");
    assert!(
        page.contains("Sinds 5 maart 2026 is er niets te laat geworden."),
        "{page}"
    );
}

#[test]
fn the_days_to_the_first_contact_are_told_from_three_on() {
    let contacts = "2026-03-02 phone #1\n2026-03-09 sent reminder #1 via email\n\
                    2026-03-06 sent reminder #2 #3 via email\n  bounced: yes\n\
                    2026-02-16 email #5\n2026-03-08 email #2\n2026-02-25 sent courtesy #3 via email\n";
    let stats = |more: &str| {
        let text = format!("{MARCH}{contacts}{more}");
        let page = TestJournal::from_text(&text, "2026-03-31").print_report(
            "stats",
            &ReportOptions::default(),
            "en",
            "csv",
        );
        let row = page
            .lines()
            .find_map(|line| line.strip_prefix("days_to_first_contact,,"));
        row.map(str::to_owned)
    };
    // Of the first and the fifth only: nothing came of the third, and the second was paid by then.
    assert_eq!(stats(""), None);
    // 0, 5 and 10 days.
    assert_eq!(stats("2026-03-14 visit #3\n").as_deref(), Some("5"));
    // And 1 day.
    let four = "2026-03-14 visit #3\n2026-03-06 chat #4\n";
    assert_eq!(stats(four).as_deref(), Some("3"));
}
