//! `aging`: how late what is open is, by customer or by open item.

use super::shared::age_buckets::{ageing_rows, bucket_headings, buckets, set_buckets};
use super::shared::customer_cells;
use super::shared::open_items;
use super::shared::page::{
    PageBasis, add_table, add_totals, column, column_visible, fact, start_page,
};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagChoice, FlagValue, ReportFlag};
use super::shared::report_input::{GroupBy, ReportInput};
use super::shared::unknown_payers::push_unknown_payers;
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::CustomerIx;
use crate::ledger::ageing::{AgeingBasis, AgeingRow};
use crate::value::money::{Minor, Money, Totals};

/// How late what is open is.
pub static AGEING: Report = Report {
    name: "aging",
    aliases: &["age", "ageing"],
    about: "how late what is open is, by customer or by open item",
    flags: FLAGS,
    columns: "",
    write: ReportFn::Customers(write),
};

static FLAGS: &[ReportFlag] = &[
    ReportFlag::new(
        "by",
        "One row per customer, or per open item",
        FlagValue::Choice(
            "WHAT",
            &[
                FlagChoice {
                    word: "customer",
                    set: |options| options.group_by = GroupBy::Customer,
                },
                FlagChoice {
                    word: "invoice",
                    set: |options| options.group_by = GroupBy::Invoice,
                },
            ],
        ),
    ),
    ReportFlag::new(
        "buckets",
        "Upper bounds of the buckets in days [default: 30,60,90]",
        FlagValue::Numbers("DAYS", set_buckets),
    ),
    ReportFlag::new(
        "age-by",
        "From which day age counts: the due date or the invoice date",
        FlagValue::Choice(
            "DAY",
            &[
                FlagChoice {
                    word: "due",
                    set: |options| options.age_by = AgeingBasis::Due,
                },
                FlagChoice {
                    word: "invoice",
                    set: |options| options.age_by = AgeingBasis::Invoice,
                },
            ],
        ),
    ),
    ReportFlag::new(
        "late-since",
        "Only open items that became late on this day or later: 2026-03-02, yesterday",
        FlagValue::Day("DAY", |options, day| {
            options.from = Some(day);
            options.group_by = GroupBy::Invoice;
            Ok(())
        }),
    ),
];

fn write(input: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let say = &input.language.phrases;
    let basis = PageBasis::Ages(input.options.age_by);
    let mut page = start_page(input, "aging", say.title.ageing, basis);
    let rows = ageing_rows(input, customers);
    let mut table = match input.options.group_by {
        GroupBy::Customer | GroupBy::Reason => table(input, &rows),
        GroupBy::Invoice => open_items::table(input, customers),
    };
    if let Some(since) = input.options.from {
        page.basis
            .push(fact("late_since", say.basis.late_since, Cell::Date(since)));
    }
    if table.rows.is_empty() {
        let nothing = match input.options.from {
            Some(since) => (say.sentence.nothing_late)(since),
            None => (say.sentence.nothing_open)(input.day.as_of()),
        };
        page.push_paragraph(nothing);
    }
    add_totals(input, &mut table);
    add_table(input, &mut page, table);
    if input.options.group_by == GroupBy::Invoice && input.options.from.is_none() {
        page.blocks.extend(on_account_block(input, &rows));
    }
    push_unknown_payers(input, &mut page);
    vec![page]
}

/// The table by customer, for `export` too.
pub fn table(input: ReportInput<'_>, rows: &[AgeingRow]) -> Table {
    Table::new(columns(input), rows.iter().map(|row| cells(input, row)))
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let mut columns = vec![
        column("customer", head.customer),
        column_visible("name", head.name, ColumnVisibility::WhenRoom),
        column("currency", head.currency),
    ];
    let keys = buckets(input).keys();
    let headings = bucket_headings(input);
    columns.extend(
        keys.iter()
            .zip(&headings)
            .map(|(key, heading)| column(key, heading)),
    );
    columns.push(column_visible(
        "charges",
        head.charges,
        ColumnVisibility::WhenUsed,
    ));
    columns.push(column_visible(
        "unallocated",
        head.unallocated,
        ColumnVisibility::WhenUsed,
    ));
    columns.push(column("balance", head.balance));
    columns
}

fn cells(input: ReportInput<'_>, row: &AgeingRow) -> Vec<Cell> {
    let money = |minor: Minor| Cell::from(Money::new(minor, row.currency));
    let mut cells = Vec::with_capacity(row.buckets.len().saturating_add(6));
    cells.extend(customer_cells::customer_cells(
        input.day.journal,
        Some(row.customer),
    ));
    cells.push(Cell::Currency(row.currency));
    cells.extend(row.buckets.iter().copied().map(money));
    cells.extend([row.charges, row.unallocated, row.balance].map(money));
    cells
}

/// What a list of open items does not show: money on account, and the balance that includes it.
fn on_account_block(input: ReportInput<'_>, rows: &[AgeingRow]) -> Option<Block> {
    let head = &input.language.phrases.heading;
    let sum = |part: fn(&AgeingRow) -> Minor| -> Totals {
        let all = rows.iter().map(|row| Money::new(part(row), row.currency));
        all.collect()
    };
    let (unallocated, balance) = (sum(|row| row.unallocated), sum(|row| row.balance));
    let waits = unallocated.iter().filter(|money| !money.minor.is_zero());
    let facts: Vec<_> = waits
        .flat_map(|money| {
            let balance = Money::new(balance.amount_in(money.currency), money.currency);
            [
                fact("unallocated", head.unallocated, money.into()),
                fact("balance", head.balance, balance.into()),
            ]
        })
        .collect();
    (!facts.is_empty()).then_some(Block::Facts(facts))
}
