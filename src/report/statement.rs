//! `statement`: everything that changed what one customer owes, and the balance after each.

use super::shared::page::{PageBasis, add_table, column, column_visible, fact, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagValue, ReportFlag, UsageError};
use super::shared::report_input::{ReportInput, ReportOptions};
use super::shared::source_column::SourceStyle;
use super::shared::statement_row;
use super::shared::vat_of_line::{net_and_vat_cells, net_and_vat_sentence};
use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::CustomerIx;
use crate::ledger::statement::{StatementLine, build_statement, customer_currencies};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// Everything that changed what one customer owes.
pub static STATEMENT: Report = Report {
    name: "statement",
    aliases: &["register", "areg"],
    about: "everything that changed what one customer owes, and the balance after each",
    flags: FLAGS,
    columns: "",
    write: ReportFn::Customer(write),
};

static FLAGS: &[ReportFlag] = &[
    ReportFlag::new(
        "from",
        "First day, part of it",
        FlagValue::Day("DATE", |options, first| {
            set_period(options, Some(first), None)
        }),
    ),
    ReportFlag::new(
        "to",
        "Last day, part of it",
        FlagValue::Day("DATE", |options, last| {
            let first = options.from;
            set_period(options, first, Some(last))
        }),
    ),
    ReportFlag {
        short: Some('p'),
        conflicts_with: &["from", "to"],
        ..ReportFlag::new(
            "period",
            "Both at once: 2026, 2026-Q1, 2026-03, thisyear, lastmonth",
            FlagValue::Period("PERIOD", |options, days| {
                set_period(options, Some(days.first), Some(days.last))
            }),
        )
    },
];

fn set_period(
    options: &mut ReportOptions,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
) -> Result<(), UsageError> {
    (options.from, options.to) = (first, last);
    match (first, last) {
        (Some(first), Some(last)) if last < first => Err(UsageError::new(format!(
            "expected the last day not before the first, found {first} to {last}"
        ))),
        _ => Ok(()),
    }
}

/// The page of a statement.
pub fn write(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Document> {
    let say = &input.language.phrases;
    let name = input.day.journal.customer_name(customer);
    let title = (say.title.statement)(name);
    let mut page = start_page(input, "statement", &title, PageBasis::Entries);
    let days = StatementPeriod::from_options(input);
    if input.options.from.is_some() || input.options.to.is_some() {
        let said = (say.basis.period_days)(days.from, days.to);
        let code = format!(
            "{}..{}",
            days.from.map_or(String::new(), |day| day.to_string()),
            days.to
        );
        page.basis
            .push(fact("period", say.basis.period, Cell::word(code, said)));
    }
    let (table, vat_sentences) = table(input, customer, days);
    if table.rows.is_empty() {
        let nothing = say.sentence.nothing_happened.to_owned();
        page.push_paragraph(nothing);
    }
    add_table(input, &mut page, table);
    for sentence in vat_sentences {
        page.push_paragraph(sentence);
    }
    vec![page]
}

/// The days a statement covers, both included. Never beyond the day of the ledger.
#[derive(Clone, Copy)]
struct StatementPeriod {
    from: Option<NaiveDate>,
    to: NaiveDate,
}

impl StatementPeriod {
    fn from_options(input: ReportInput<'_>) -> Self {
        let as_of = input.day.as_of();
        Self {
            from: input.options.from,
            to: input.options.to.map_or(as_of, |to| to.min(as_of)),
        }
    }
}

/// The lines by currency; and what of each is VAT, for those who have no room for the columns.
fn table(
    input: ReportInput<'_>,
    customer: CustomerIx,
    days: StatementPeriod,
) -> (Table, Vec<String>) {
    let mut vat_sentences = Vec::new();
    let mut table = Table {
        columns: columns(input),
        ..Table::default()
    };
    for currency in customer_currencies(input.day.journal, input.day.ledger, customer) {
        let lines = build_statement(input.day.journal, input.day.ledger, customer, currency);
        let inside = add_currency(input, &mut table, currency, &lines, days);
        vat_sentences.extend(net_and_vat_sentence(input, inside, currency));
    }
    (table, vat_sentences)
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let mut columns = vec![
        column("date", head.date),
        column("entry", head.entry),
        column_visible("invoice", head.invoice, ColumnVisibility::WhenUsed),
        column_visible("text", head.text, ColumnVisibility::WhenUsed),
        column("currency", head.currency),
        column("debit", head.debit),
        column("credit", head.credit),
        column("balance", head.balance),
    ];
    columns.extend(SourceStyle::for_files(input).columns(input));
    let number = input.language.phrases.export.number;
    columns.push(column_visible("number", number, ColumnVisibility::Programs));
    let words = &input.language.phrases.overview.show;
    columns.push(column_visible("net", words.net, ColumnVisibility::WhenRoom));
    columns.push(column_visible("vat", words.vat, ColumnVisibility::WhenRoom));
    columns
}

/// Adds the lines of a currency that are of the days asked; answers them.
fn add_currency<'l>(
    input: ReportInput<'_>,
    table: &mut Table,
    currency: Currency,
    lines: &'l [StatementLine],
    days: StatementPeriod,
) -> &'l [StatementLine] {
    let money = |minor| Cell::from(Money::new(minor, currency));
    let before = lines.partition_point(|line| days.from.is_some_and(|from| line.date < from));
    let until = lines.partition_point(|line| line.date <= days.to);
    let balance_at = |count: usize| {
        let last = count.checked_sub(1).and_then(|last| lines.get(last));
        last.map_or(Minor::ZERO, |line| line.balance)
    };
    let places = SourceStyle::for_files(input);
    let inside = lines.get(before..until).unwrap_or_default();
    // A currency of which there is nothing yet has no balance to begin with.
    if before == 0 && inside.is_empty() {
        return inside;
    }
    if let Some(from) = days.from {
        let say = input.language.phrases.entry.opening;
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
        table.rows.push(statement_row::statement_cells(
            input, places, line, currency,
        ));
        if line.amount.is_positive() {
            debit += line.amount;
        } else {
            credit -= line.amount;
        }
    }
    if inside.is_empty() && days.from.is_none() {
        return inside;
    }
    let closing = balance_at(until.max(before));
    let mut total = row(
        Cell::text(input.language.phrases.heading.total),
        Cell::Empty,
        currency,
        money(closing),
    );
    if let Some([was_debit, was_credit]) = total.get_mut(5..7) {
        (*was_debit, *was_credit) = (money(debit), money(credit));
    }
    if let Some([.., was_net, was_vat]) = total.get_mut(..) {
        [*was_net, *was_vat] = net_and_vat_cells(input, inside, currency);
    }
    table.totals.push(total);
    inside
}

/// A row that is no entry: the opening balance, or the sums.
fn row(date: Cell, entry: Cell, currency: Currency, balance: Cell) -> Vec<Cell> {
    const EMPTY: Cell = Cell::Empty;
    let mut row = vec![date, entry, EMPTY, EMPTY, Cell::Currency(currency)];
    row.extend([
        EMPTY, EMPTY, balance, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY,
    ]);
    row
}
