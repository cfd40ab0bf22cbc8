//! `forecast`: what may come in, and what nobody can say that of.

use crate::reports::figures::{column_totals, example_journals, report_table};
use crate::reports::shelf::TestJournal;
use std::collections::BTreeMap;
use tegoed::document::Cell;
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};
use tegoed::value::money::{Money, Totals};

/// A caterer in spring: who has promised, who has a plan, who pays as always, and who is a riddle.
const CATERER: &str = "\
format 1
decimal-mark ,

business
  name: Feestkeuken Van Dam
  language: nl
  policy: standard

policy standard
  terms: 14 days
  bank-buffer: 2 days

customer @vast
  name: Hockeyclub Vast
  kind: business
customer @traag
  name: Congrescentrum Traag
  kind: business
customer @nieuw
  name: Bruidspaar Nieuw
  kind: consumer
customer @woord
  name: Zalencentrum Woord
  kind: business
customer @delen
  name: Familie Delen
  kind: consumer
customer @klacht
  name: Bedrijf Klacht
  kind: business
customer @wacht
  name: Vereniging Wacht
  kind: business
customer @incasso
  name: Cafe Weg
  kind: business
customer @failliet
  name: Hotel Op
  kind: business
customer @overzee
  name: Overseas Inc
  kind: business

; Ten days after the due date, as always.
2026-01-05 invoice #1 @vast 100,00 due 2026-01-19
2026-01-29 payment #1 100,00
2026-02-02 invoice #2 @vast 100,00 due 2026-02-16
2026-02-25 payment #2 100,00
2026-02-09 invoice #3 @vast 100,00 due 2026-02-23
2026-03-06 payment #3 100,00
; not late; five days late; later than ever
2026-03-30 invoice #4 @vast 210,00 due 2026-04-13
2026-03-13 invoice #5 @vast 220,00 due 2026-03-27
2026-01-26 invoice #6 @vast 230,00 due 2026-02-09

; 40, 50, 60 and 70 days late.
2025-01-02 invoice #7 @traag 100,00 due 2025-01-16
2025-02-25 payment #7 100,00
2025-03-02 invoice #8 @traag 100,00 due 2025-03-16
2025-05-05 payment #8 100,00
2025-05-02 invoice #9 @traag 100,00 due 2025-05-16
2025-07-15 payment #9 100,00
2025-07-02 invoice #10 @traag 100,00 due 2025-07-16
2025-09-24 payment #10 100,00
; 45 days late: three were later, 60 in the middle; 58 days late: a median of 55 has passed, and two are too few;
; 20 days late: no later than usual
2026-02-01 invoice #11 @traag 310,00 due 2026-02-15
2026-01-19 invoice #12 @traag 320,00 due 2026-02-02
2026-02-26 invoice #13 @traag 330,00 due 2026-03-12

; Nothing known: the due date, and after that nobody knows.
2026-03-31 invoice #14 @nieuw 410,00 due 2026-04-14
2026-03-01 invoice #15 @nieuw 420,00 due 2026-03-15

; A promise of 500,00 for two invoices, of which 100,00 came; and one that was broken.
2026-02-02 invoice #16 @woord 300,00 due 2026-02-16
2026-02-03 invoice #17 @woord 400,00 due 2026-02-17
2026-03-20 promise #16 #17 500,00 by 2026-04-10
2026-03-25 payment #16 100,00
2026-02-04 invoice #18 @woord 90,00 due 2026-02-18
2026-03-01 promise #18 90,00 by 2026-03-08

; Three terms, of which the first is met.
2026-01-10 invoice #19 @delen 300,00 due 2026-01-24
2026-02-20 plan @delen #19
  due: 100,00 on 2026-03-20
  due: 100,00 on 2026-04-20
  due: 100,00 on 2026-08-20
2026-03-20 payment #19 100,00
2026-03-21 fee #19 15,00

; A part is disputed, the other instalment is not due.
2026-03-02 invoice #20 @klacht 600,00
  due: 200,00 on 2026-04-08
  due: 400,00 on 2026-05-08
2026-03-28 dispute #20 150,00 | Koude soep

2026-03-03 invoice #21 @wacht 70,00 due 2026-03-17
2026-03-19 hold #21 until 2026-06-01 | Bestuurswissel
2026-01-03 invoice #22 @incasso 80,00 due 2026-01-17
2026-03-19 handover #22 to agency
2026-01-04 invoice #23 @failliet 85,00 due 2026-01-18
2026-03-19 insolvent @failliet

2026-03-20 invoice #24 @overzee 1000,00 USD due 2026-04-30
2026-03-30 payment @vast 25,00 on-account
";

fn caterer_journal() -> TestJournal {
    TestJournal::from_text(CATERER, "2026-04-01")
}

fn by_invoice_options() -> ReportOptions {
    ReportOptions {
        group_by: GroupBy::Invoice,
        ..ReportOptions::default()
    }
}

/// The parts of each invoice as `date or kind, basis, amount`.
fn forecast_parts(book: &TestJournal) -> BTreeMap<String, Vec<String>> {
    let csv = book.print_report("forecast", &by_invoice_options(), "nl", "csv");
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = lines.next().expect("headings");
    let mut parts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines {
        let cell = |key: &str| {
            line[heads
                .iter()
                .position(|head| *head == key)
                .expect("a column")]
        };
        let when = if cell("expected_date").is_empty() {
            cell("kind")
        } else {
            cell("expected_date")
        };
        let part = format!("{when} {} {}", cell("basis"), cell("amount"));
        parts
            .entry(cell("invoice").to_owned())
            .or_default()
            .push(part);
    }
    parts
}

#[track_caller]
fn assert_parts(invoice: &str, expected: &[&str]) {
    assert_eq!(
        forecast_parts(&caterer_journal())[invoice],
        expected,
        "#{invoice}"
    );
}

#[test]
fn the_pages_read_well() {
    let book = caterer_journal();
    let explained = ReportOptions {
        explain: true,
        weeks: Some(6),
        ..ReportOptions::default()
    };
    let mut pages = String::new();
    for tag in ["nl", "en"] {
        pages.push_str(&book.print_report("forecast", &explained, tag, "text"));
        pages.push_str("\n\n");
    }
    pages.push_str(&book.print_report("forecast", &ReportOptions::default(), "nl", "csv"));
    pages.push_str("\n\n");
    pages.push_str(&book.print_report("forecast", &by_invoice_options(), "nl", "csv"));
    insta::with_settings!({ snapshot_path => "../snapshots/insight", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("forecast", pages);
    });
}

#[test]
fn a_habit_is_added_to_the_due_date() {
    assert_parts("4", &["2026-04-23 habit 210.00"]);
    assert_parts("5", &["2026-04-06 habit 220.00"]);
    assert_parts("13", &["2026-05-06 habit 330.00"]);
}

#[test]
fn what_is_later_than_usual_recovers_as_others_did_or_is_unknown() {
    assert_parts("6", &["unknown too-late 230.00"]);
    assert_parts("11", &["2026-04-11 habit 310.00"]);
    assert_parts("12", &["unknown too-late 320.00"]);
}

#[test]
fn what_has_passed_the_median_follows_those_that_did_too() {
    // On 24 April #11 is 68 days late. With two more paid after 80 and 90 days the median is 65, and that has passed.
    let more = "\
2025-08-02 invoice #7b @traag 100,00 due 2025-08-16
2025-11-04 payment #7b 100,00
2025-08-03 invoice #8b @traag 100,00 due 2025-08-17
2025-11-15 payment #8b 100,00
";
    let book = TestJournal::from_text(&format!("{CATERER}{more}"), "2026-04-24");
    // 70, 80 and 90 days were as late or later: 80 after 15 February.
    assert_eq!(forecast_parts(&book)["11"], ["2026-05-06 recovery 310.00"]);
}

#[test]
fn without_enough_data_the_due_date_counts_until_it_has_passed() {
    assert_parts("14", &["2026-04-14 due-date 410.00"]);
    assert_parts("15", &["unknown too-few 420.00"]);
}

#[test]
fn a_promise_fills_its_invoices_in_the_order_named() {
    assert_parts("16", &["2026-04-10 promise 200.00"]);
    assert_parts(
        "17",
        &["2026-04-10 promise 200.00", "unknown too-few 200.00"],
    );
    // A broken promise is no reason to expect anything.
    assert_parts("18", &["unknown broken-promise 90.00"]);
}

#[test]
fn terms_of_a_plan_that_were_met_are_not_expected_again() {
    assert_parts(
        "19",
        &[
            "2026-04-20 plan 100.00",
            "2026-08-20 plan 100.00",
            "unknown too-few 15.00",
        ],
    );
}

#[test]
fn what_is_disputed_stands_apart_and_the_rest_goes_on() {
    assert_parts(
        "20",
        &[
            "2026-04-08 due-date 200.00",
            "2026-05-08 due-date 250.00",
            "disputed dispute 150.00",
        ],
    );
}

#[test]
fn held_handed_over_and_insolvent_stand_apart() {
    assert_parts("21", &["held hold 70.00"]);
    assert_parts("22", &["handed-over handover 80.00"]);
    assert_parts("23", &["insolvent insolvency 85.00"]);
}

#[test]
fn nothing_is_expected_before_the_day_of_the_report() {
    for (name, book) in example_journals() {
        let as_of = book.outcome.ledger.as_of.to_string();
        for (invoice, parts) in forecast_parts(&book) {
            for part in parts.iter().filter(|part| part.starts_with("20")) {
                assert!(part[..10] >= *as_of, "{name}: {invoice} {part}");
            }
        }
    }
}

/// What is open by another report: principal and charges.
fn open_totals(book: &TestJournal) -> Totals {
    let balance = report_table(book, "balance", &ReportOptions::default());
    let parts = ["open", "charges"].map(|key| column_totals(&balance, key));
    parts.iter().flat_map(Totals::iter).collect()
}

fn nonzero_sums(totals: &Totals) -> Vec<Money> {
    totals.iter().filter(|sum| !sum.minor.is_zero()).collect()
}

#[test]
fn all_rows_together_are_what_is_open() {
    let mut all = example_journals();
    all.push(("the caterer".to_owned(), caterer_journal()));
    for (name, book) in all {
        let open = nonzero_sums(&open_totals(&book));
        for weeks in [1, 13, 104] {
            let ask = ReportOptions {
                weeks: Some(weeks),
                ..ReportOptions::default()
            };
            let weeks = report_table(&book, "forecast", &ask);
            assert_eq!(
                nonzero_sums(&column_totals(&weeks, "amount")),
                open,
                "{name}"
            );
        }
        let items = report_table(&book, "forecast", &by_invoice_options());
        assert_eq!(
            nonzero_sums(&column_totals(&items, "amount")),
            open,
            "{name}"
        );
    }
}

#[test]
fn what_a_week_rests_on_adds_up_to_it() {
    let weeks = report_table(&caterer_journal(), "forecast", &ReportOptions::default());
    for row in &weeks.rows {
        let money = crate::reports::figures::row_money(&weeks, row);
        let parts = ["promised", "planned", "by_habit", "by_terms"];
        let parts: Vec<Money> = parts
            .iter()
            .filter_map(|key| money.get(key).copied())
            .collect();
        let amount = money["amount"];
        let sum: Totals = parts.iter().copied().collect();
        assert!(
            parts.is_empty() || sum.amount_in(amount.currency) == amount.minor,
            "{row:?}"
        );
        let apart =
            matches!(&row[3], Cell::Word(kind) if !["expected", "later"].contains(&&*kind.code));
        assert_eq!(parts.is_empty(), apart, "{row:?}");
    }
}

#[test]
fn the_order_of_entries_changes_no_forecast() {
    let (head, entries) = CATERER.split_once("\n; Ten days").expect("entries");
    let mut blocks: Vec<String> = Vec::new();
    for line in format!("; Ten days{entries}").lines() {
        match blocks.last_mut() {
            Some(last) if line.starts_with(' ') => *last = format!("{last}\n{line}"),
            _ => blocks.push(line.to_owned()),
        }
    }
    blocks.reverse();
    let turned = format!("{head}\n{}\n", blocks.join("\n"));
    assert_ne!(turned, CATERER);
    let turned = TestJournal::from_text(&turned, "2026-04-01");
    for report in ["forecast", "behaviour"] {
        let print =
            |book: &TestJournal| book.print_report(report, &ReportOptions::default(), "nl", "csv");
        assert_eq!(print(&turned), print(&caterer_journal()));
    }
    assert_eq!(forecast_parts(&turned), forecast_parts(&caterer_journal()));
}
