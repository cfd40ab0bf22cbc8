//! What must hold for every journal: counts and sums of `behaviour` are those of the ledger.

use crate::reports::figures::{column_totals, example_journals, report_table, row_money};
use crate::reports::shelf::TestJournal;
use tegoed::document::{Cell, Table};
use tegoed::journal::model::InvoiceIx;
use tegoed::ledger::model::Status;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::money::Totals;

fn cell_by_key<'r>(table: &Table, row: &'r [Cell], key: &str) -> &'r Cell {
    let place = table.columns.iter().position(|it| it.key == key);
    &row[place.expect("a column")]
}

fn number_by_key(table: &Table, row: &[Cell], key: &str) -> i64 {
    match cell_by_key(table, row, key) {
        Cell::Number(number) => *number,
        other => panic!("{key}: {other:?}"),
    }
}

fn sum_column(table: &Table, key: &str) -> i64 {
    let rows = table.rows.iter();
    rows.map(|row| number_by_key(table, row, key)).sum()
}

/// Items in some states whose dispute, if there was one, was not upheld.
fn count_items(book: &TestJournal, of: impl Fn(Status, bool) -> bool) -> i64 {
    let (journal, ledger) = (&book.outcome.journal, &book.outcome.ledger);
    let as_of = ledger.as_of;
    let upheld = |invoice: InvoiceIx| {
        journal.events.iter().any(|event| {
            event.is_upheld_dispute() && event.date <= as_of && event.invoice == Some(invoice)
        })
    };
    let counted = journal.items.iter().filter(|(ix, item)| {
        let late = item.due.is_some_and(|due| due < as_of);
        item.amount.is_positive()
            && item.due.is_some()
            && !upheld(item.invoice)
            && of(ledger.items[*ix].status, late)
    });
    i64::try_from(counted.count()).expect("a count")
}

#[test]
fn every_item_that_money_settled_is_counted_once() {
    for (name, book) in example_journals() {
        let rows = report_table(&book, "behaviour", &ReportOptions::default());
        let settled = count_items(&book, |status, _| {
            matches!(status, Status::Paid | Status::Settled)
        });
        assert_eq!(sum_column(&rows, "settled"), settled, "{name}");
        let overdue = count_items(&book, |status, late| status == Status::Open && late);
        assert_eq!(sum_column(&rows, "overdue"), overdue, "{name}");
        let lost = count_items(&book, |status, _| status == Status::WrittenOff);
        assert_eq!(sum_column(&rows, "written_off"), lost, "{name}");
    }
}

#[test]
fn turnover_and_open_are_those_of_other_reports() {
    for (name, book) in example_journals() {
        let rows = report_table(&book, "behaviour", &ReportOptions::default());
        let open = column_totals(
            &report_table(&book, "balance", &ReportOptions::default()),
            "open",
        );
        for sum in column_totals(&rows, "open").iter() {
            assert_eq!(open.amount_in(sum.currency), sum.minor, "{name}");
        }
        let stats = report_table(&book, "stats", &ReportOptions::default());
        let figure = |word: &str| -> Totals {
            let rows = stats.rows.iter();
            let rows = rows.filter(|row| matches!(&row[0], Cell::Word(it) if it.code == word));
            rows.filter_map(|row| row_money(&stats, row).get("value").copied())
                .collect()
        };
        let (invoiced, credited) = (figure("invoiced"), figure("credited"));
        let void = book.outcome.ledger.items.iter();
        let void = void
            .filter(|(_, state)| state.status == Status::Void)
            .count();
        for sum in column_totals(&rows, "turnover")
            .iter()
            .filter(|_| void == 0)
        {
            let net = invoiced.amount_in(sum.currency) - credited.amount_in(sum.currency);
            assert_eq!(net, sum.minor, "{name}");
        }
    }
}

#[test]
fn figures_lie_between_the_best_and_the_worst() {
    let mut known = 0;
    for (name, book) in example_journals() {
        let rows = report_table(&book, "behaviour", &ReportOptions::default());
        for row in &rows.rows {
            let settled = number_by_key(&rows, row, "settled");
            let Cell::Halves(median) = cell_by_key(&rows, row, "median_days") else {
                assert!(settled < 3, "{name}");
                continue;
            };
            assert!(settled >= 3, "{name}");
            let worst = number_by_key(&rows, row, "worst_days");
            let share = number_by_key(&rows, row, "on_time_share");
            assert!(*median <= worst * 2, "{name}");
            assert!(
                number_by_key(&rows, row, "weighted_days") <= worst,
                "{name}"
            );
            assert_eq!(share == 100, worst <= 0, "{name}");
            let on_time = number_by_key(&rows, row, "on_time");
            // At least half on time: the one in the middle is, too.
            assert!(on_time * 2 <= settled || *median <= 0, "{name}");
            known += 1;
        }
    }
    assert!(known > 20, "{known} figures");
}
