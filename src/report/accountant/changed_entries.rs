//! `changed-entries`: what of an earlier export is not as it was. Each entry there with its lines as they `was`, to be taken
//! back, and as they are `now`; and entries that were written `late`, with a day before the period.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use super::earlier_journal::{EarlierJournal, JournalLine, posts_the_same};
use super::journal::{all_entries, posted_lines};
use crate::document::{Cell, Table};
use crate::value::money::{Minor, Money};
use std::collections::BTreeSet;

/// The name of the table.
pub const NAME: &str = "changed-entries";

const KEYS: [&str; 9] = [
    "entry", "change", "date", "account", "debit", "credit", "currency", "customer", "invoice",
];

/// One row a line; empty without an earlier export.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let rows = input.earlier.map(|earlier| changed_rows(input, earlier));
    accountant_table(input, &KEYS, rows.unwrap_or_default())
}

fn changed_rows(input: &AccountantInput<'_>, earlier: &EarlierJournal) -> Vec<Vec<Cell>> {
    let first_day = earlier.first_day();
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in all_entries(input) {
        let (was, now) = (earlier.lines_of(&entry.id), posted_lines(input, &entry));
        if earlier.has(&entry.id) {
            if !posts_the_same(was, &now) {
                rows.extend(was.iter().map(|line| row(&entry.id, "was", line)));
                rows.extend(now.iter().map(|line| row(&entry.id, "now", line)));
            }
            seen.insert(entry.id);
        } else if entry.date < input.period.first && first_day.is_some_and(|it| it <= entry.date) {
            rows.extend(now.iter().map(|line| row(&entry.id, "late", line)));
        }
    }
    let known = |line: &&JournalLine| line.date <= input.asked.day.as_of();
    let gone = earlier.entries().filter(|(id, _)| !seen.contains(*id));
    for (id, lines) in gone {
        rows.extend(lines.iter().filter(known).map(|line| row(id, "was", line)));
    }
    rows
}

fn row(id: &str, change: &str, line: &JournalLine) -> Vec<Cell> {
    let money = |minor: Minor| Cell::from(Money::new(minor, line.amount.currency));
    let [debit, credit] = if line.amount.minor.is_positive() {
        [money(line.amount.minor), Cell::Empty]
    } else {
        [Cell::Empty, money(-line.amount.minor)]
    };
    vec![
        Cell::text(id),
        Cell::text(change),
        Cell::Date(line.date),
        Cell::text(&line.account),
        debit,
        credit,
        Cell::Currency(line.amount.currency),
        Cell::text(&line.customer),
        Cell::text(&line.invoice),
    ]
}
