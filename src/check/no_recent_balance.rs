//! P009: a long time since a balance was asserted.

use super::shared::check_input::{CheckInput, date_span};
use crate::text::diagnostic::Sink;
use crate::value::calendar::days_between;
use chrono::NaiveDate;

crate::check_rule! {
    "P009" "no-recent-balance" Advice, needs Names, page "no_recent_balance.md", Journal(run)
}

/// A quarter, and some days to get round to it.
const MAX_DAYS: i64 = 100;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(last) = journal
        .assertions
        .iter()
        .max_by_key(|line| (line.date, line.origin))
    else {
        return;
    };
    let until = input.day.as_of();
    let movements = journal.movements.as_slice().iter();
    let dates = movements.map(|movement| movement.date).chain(
        journal
            .invoices
            .as_slice()
            .iter()
            .map(|invoice| invoice.date),
    );
    let newest: Option<NaiveDate> = dates.filter(|day| *day <= until).max();
    let Some(newest) = newest.filter(|day| days_between(last.date, *day) > MAX_DAYS) else {
        return;
    };
    sink.push(
        KIND.at(
            date_span(last.origin),
            format!("expected a `balance` within {MAX_DAYS} days of the last entry, {newest}, found this as the last one"),
        )
        .help("compare with the bookkeeping and write down what you find: `2026-03-31 balance 2472.30`"),
    );
}
