//! What must hold for every journal: counts and sums of `behaviour` are those of the ledger.

use crate::reports::figures::{books, column, money, table};
use crate::reports::shelf::Book;
use tegoed::document::{Cell, Table};
use tegoed::journal::model::InvoiceIx;
use tegoed::ledger::model::Status;
use tegoed::report::scope::Ask;
use tegoed::value::money::Totals;

fn cell<'r>(table: &Table, row: &'r [Cell], key: &str) -> &'r Cell {
    let place = table.columns.iter().position(|it| it.key == key);
    &row[place.expect("a column")]
}

fn number(table: &Table, row: &[Cell], key: &str) -> i64 {
    match cell(table, row, key) {
        Cell::Number(number) => *number,
        other => panic!("{key}: {other:?}"),
    }
}

fn sum(table: &Table, key: &str) -> i64 {
    let rows = table.rows.iter();
    rows.map(|row| number(table, row, key)).sum()
}

/// Items in some states whose dispute, if there was one, was not upheld.
fn items(book: &Book, of: impl Fn(Status, bool) -> bool) -> i64 {
    let (journal, ledger) = (&book.outcome.journal, &book.outcome.ledger);
    let as_of = ledger.as_of.0;
    let upheld = |invoice: InvoiceIx| {
        journal.events.iter().any(|event| {
            event.is_upheld_dispute() && event.date <= as_of && event.invoice == Some(invoice)
        })
    };
    let counted = journal.items.iter().filter(|(ix, item)| {
        let late = item.due.is_some_and(|due| due < as_of);
        item.amount > 0
            && item.due.is_some()
            && !upheld(item.invoice)
            && of(ledger.items[*ix].status, late)
    });
    i64::try_from(counted.count()).expect("a count")
}

#[test]
fn every_item_that_money_settled_is_counted_once() {
    for (name, book) in books() {
        let rows = table(&book, "behaviour", &Ask::default());
        let settled = items(&book, |status, _| {
            matches!(status, Status::Paid | Status::Settled)
        });
        assert_eq!(sum(&rows, "settled"), settled, "{name}");
        let overdue = items(&book, |status, late| status == Status::Open && late);
        assert_eq!(sum(&rows, "overdue"), overdue, "{name}");
        let lost = items(&book, |status, _| status == Status::WrittenOff);
        assert_eq!(sum(&rows, "written_off"), lost, "{name}");
    }
}

#[test]
fn turnover_and_open_are_those_of_other_reports() {
    for (name, book) in books() {
        let rows = table(&book, "behaviour", &Ask::default());
        let open = column(&table(&book, "balance", &Ask::default()), "open");
        for sum in column(&rows, "open").iter() {
            assert_eq!(open.amount_in(sum.currency), sum.minor, "{name}");
        }
        let stats = table(&book, "stats", &Ask::default());
        let figure = |word: &str| -> Totals {
            let rows = stats.rows.iter();
            let rows = rows.filter(|row| matches!(&row[0], Cell::Word(it) if it.code == word));
            rows.filter_map(|row| money(&stats, row).get("value").copied())
                .collect()
        };
        let (invoiced, credited) = (figure("invoiced"), figure("credited"));
        let void = book.outcome.ledger.items.iter();
        let void = void
            .filter(|(_, state)| state.status == Status::Void)
            .count();
        for sum in column(&rows, "turnover").iter().filter(|_| void == 0) {
            let net = invoiced.amount_in(sum.currency) - credited.amount_in(sum.currency);
            assert_eq!(net, sum.minor, "{name}");
        }
    }
}

#[test]
fn figures_lie_between_the_best_and_the_worst() {
    let mut known = 0;
    for (name, book) in books() {
        let rows = table(&book, "behaviour", &Ask::default());
        for row in &rows.rows {
            let settled = number(&rows, row, "settled");
            let Cell::Halves(median) = cell(&rows, row, "median_days") else {
                assert!(settled < 3, "{name}");
                continue;
            };
            assert!(settled >= 3, "{name}");
            let worst = number(&rows, row, "worst_days");
            let share = number(&rows, row, "on_time_share");
            assert!(*median <= worst * 2, "{name}");
            assert!(number(&rows, row, "weighted_days") <= worst, "{name}");
            assert_eq!(share == 100, worst <= 0, "{name}");
            let on_time = number(&rows, row, "on_time");
            // At least half on time: the one in the middle is, too.
            assert!(on_time * 2 <= settled || *median <= 0, "{name}");
            known += 1;
        }
    }
    assert!(known > 20, "{known} figures");
}
