//! `statement`: everything that changed what one customer owes, and the balance after each.

use super::lines;
use super::page::{Basis, column, fact, page, put_table, shown};
use super::places::Places;
use super::scope::{Report, Scope, Write};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::CustomerIx;
use crate::ledger::statement::{StatementLine, build_statement, customer_currencies};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// Everything that changed what one customer owes.
pub static STATEMENT: Report = Report {
    name: "statement",
    about: "everything that changed what one customer owes, and the balance after each",
    write: Write::Customer(write),
};

/// The page of a statement.
pub fn write(scope: Scope<'_>, customer: CustomerIx) -> Vec<Document> {
    let say = &scope.language.phrases;
    let name = scope.journal.customer_name(customer);
    let title = (say.title.statement)(name);
    let mut page = page(scope, "statement", &title, Basis::Entries);
    let days = Days::asked(scope);
    if scope.ask.from.is_some() || scope.ask.to.is_some() {
        let said = (say.basis.period_days)(days.from, days.to);
        let code = format!(
            "{}..{}",
            days.from.map_or(String::new(), |day| day.to_string()),
            days.to
        );
        page.basis
            .push(fact("period", say.basis.period, Cell::word(code, said)));
    }
    let table = table(scope, customer, days);
    if table.rows.is_empty() {
        let nothing = say.sentence.nothing_happened.to_owned();
        page.blocks.push(Block::Paragraph(nothing));
    }
    put_table(scope, &mut page, table);
    vec![page]
}

/// The days a statement covers, both included. Never beyond the day of the ledger.
#[derive(Clone, Copy)]
struct Days {
    from: Option<NaiveDate>,
    to: NaiveDate,
}

impl Days {
    fn asked(scope: Scope<'_>) -> Self {
        let as_of = scope.ledger.as_of.0;
        Self {
            from: scope.ask.from,
            to: scope.ask.to.map_or(as_of, |to| to.min(as_of)),
        }
    }
}

fn table(scope: Scope<'_>, customer: CustomerIx, days: Days) -> Table {
    let mut table = Table {
        columns: columns(scope),
        ..Table::default()
    };
    for currency in customer_currencies(scope.journal, scope.ledger, customer) {
        let lines = build_statement(scope.journal, scope.ledger, customer, currency);
        add_currency(scope, &mut table, currency, &lines, days);
    }
    table
}

fn columns(scope: Scope<'_>) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    let mut columns = vec![
        column("date", head.date),
        column("entry", head.entry),
        shown("invoice", head.invoice, ColumnVisibility::WhenUsed),
        shown("text", head.text, ColumnVisibility::WhenUsed),
        column("currency", head.currency),
        column("debit", head.debit),
        column("credit", head.credit),
        column("balance", head.balance),
    ];
    columns.extend(Places::of(scope).columns(scope));
    columns
}

fn add_currency(
    scope: Scope<'_>,
    table: &mut Table,
    currency: Currency,
    lines: &[StatementLine],
    days: Days,
) {
    let money = |minor| Cell::from(Money::new(minor, currency));
    let before = lines.partition_point(|line| days.from.is_some_and(|from| line.date < from));
    let until = lines.partition_point(|line| line.date <= days.to);
    let balance_at = |count: usize| {
        let last = count.checked_sub(1).and_then(|last| lines.get(last));
        last.map_or(Minor::ZERO, |line| line.balance)
    };
    let places = Places::of(scope);
    let inside = lines.get(before..until).unwrap_or_default();
    if let Some(from) = days.from {
        let say = scope.language.phrases.entry.opening;
        let opening = Cell::word("opening", say);
        table.rows.push(row(
            Cell::Date(from),
            opening,
            currency,
            money(balance_at(before)),
        ));
    }
    let (mut debit, mut credit) = (Minor::ZERO, Minor::ZERO);
    for line in inside {
        table.rows.push(lines::cells(scope, places, line, currency));
        if line.amount.is_positive() {
            debit += line.amount;
        } else {
            credit -= line.amount;
        }
    }
    if inside.is_empty() && days.from.is_none() {
        return;
    }
    let closing = balance_at(until.max(before));
    let mut total = row(
        Cell::text(scope.language.phrases.heading.total),
        Cell::Empty,
        currency,
        money(closing),
    );
    if let Some([was_debit, was_credit]) = total.get_mut(5..7) {
        (*was_debit, *was_credit) = (money(debit), money(credit));
    }
    table.totals.push(total);
}

/// A row that is no entry: the opening balance, or the sums.
fn row(date: Cell, entry: Cell, currency: Currency, balance: Cell) -> Vec<Cell> {
    let empty = Cell::Empty;
    vec![
        date,
        entry,
        empty.clone(),
        empty.clone(),
        Cell::Currency(currency),
        empty.clone(),
        empty.clone(),
        balance,
        empty.clone(),
        empty.clone(),
        empty,
    ]
}
