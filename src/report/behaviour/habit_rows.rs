//! How customers pay, as rows: one a customer and currency; and the reasons they give, all together.

use super::payer::Payer;
use crate::document::{Block, Cell, Column, ColumnVisibility, Table};
use crate::insight::habit::SettledItem;
use crate::insight::non_payment_reasons::ContactFacts;
use crate::insight::non_payment_reasons::contact_facts_of_customer;
use crate::insight::pattern::{LatenessPattern, lateness_pattern};
use crate::insight::sales::days_sales_outstanding;
use crate::language::habits::{DsoCalculation, HabitWords};
use crate::report::shared::customer_cells;
use crate::report::shared::labels;
use crate::report::shared::page::{column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::value::money::{Minor, Money, Totals};

/// The rows of some customers.
pub fn table(input: ReportInput<'_>, payers: &[Payer<'_>]) -> Table {
    Table::new(columns(input), payers.iter().map(|it| row(input, it)))
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let label = &input.language.phrases.habit.label;
    vec![
        column("customer", head.customer),
        column_visible("name", head.name, ColumnVisibility::Programs),
        column("settled", label.settled),
        column_visible("on_time", label.on_time, ColumnVisibility::Programs),
        column_visible(
            "on_time_share",
            label.on_time_share,
            ColumnVisibility::WhenUsed,
        ),
        column("median_days", label.median),
        column_visible("weighted_days", label.weighted, ColumnVisibility::WhenRoom),
        column_visible("worst_days", label.worst, ColumnVisibility::WhenUsed),
        column_visible("last_five", label.last_five, ColumnVisibility::WhenRoom),
        column("pattern", label.pattern),
        column_visible("overdue", label.overdue, ColumnVisibility::WhenUsed),
        column_visible("written_off", label.written_off, ColumnVisibility::WhenUsed),
        column_visible(
            "promises_kept",
            label.promises_kept,
            ColumnVisibility::Programs,
        ),
        column_visible(
            "promises_broken",
            label.promises_broken,
            ColumnVisibility::Programs,
        ),
        column_visible("reasons", label.reasons, ColumnVisibility::Programs),
        column_visible("since", label.since, ColumnVisibility::Programs),
        column_visible(
            "last_friendly",
            label.friendly_contact,
            ColumnVisibility::Programs,
        ),
        column_visible("invoices", head.invoices, ColumnVisibility::Programs),
        column("currency", head.currency),
        column("turnover", label.turnover),
        column_visible("open", head.open, ColumnVisibility::WhenUsed),
        column_visible("dso_days", label.dso, ColumnVisibility::Programs),
    ]
}

fn row(input: ReportInput<'_>, payer: &Payer<'_>) -> Vec<Cell> {
    let (habit, sales) = (payer.habit, payer.sales);
    let talks = contact_facts_of_customer(input.day.history(), payer.customer, input.day.as_of());
    let number = |number: Option<i64>| number.map_or(Cell::Empty, Cell::Number);
    let money = |minor| Cell::from(Money::new(minor, payer.currency));
    let days = input.day.sales().period.days();
    let median = habit
        .median_days_late()
        .map(|median| Cell::Halves(median.0));
    let mut cells = Vec::from(customer_cells::customer_cells(
        input.day.journal,
        Some(payer.customer),
    ));
    cells.extend([
        Cell::count(habit.settled_items().len()),
        Cell::count(habit.on_time_count()),
        number(habit.on_time_percent()),
        median.unwrap_or(Cell::Empty),
        number(habit.weighted_mean_days_late()),
        number(habit.latest_payment().map(|worst| worst.days_late)),
        last_days_cell(habit.recent_payments()),
        pattern_cell(input, lateness_pattern(habit, input.day.as_of())),
        Cell::count(habit.overdue_items().len()),
        Cell::count(habit.written_off_count()),
        Cell::count(payer.promises.kept_count),
        Cell::count(payer.promises.broken_count),
        reasons_cell(input, &talks),
        sales.first.into(),
        talks.last_courtesy_contact.into(),
        Cell::count(sales.invoices),
        Cell::Currency(payer.currency),
        money(sales.turnover),
        money(sales.open),
        number(days_sales_outstanding(
            sales.open,
            sales.invoiced_in_period,
            days,
        )),
    ]);
    cells
}

/// Days late, the oldest first, with blanks between.
pub fn join_days(items: &[SettledItem], between: &str) -> String {
    let days = items.iter().map(|item| item.days_late.to_string());
    days.collect::<Vec<_>>().join(between)
}

fn last_days_cell(items: &[SettledItem]) -> Cell {
    if items.is_empty() {
        return Cell::Empty;
    }
    Cell::word(join_days(items, " "), join_days(items, " "))
}

/// A pattern, for programs and for people.
pub fn pattern_cell(input: ReportInput<'_>, pattern: LatenessPattern) -> Cell {
    let words = &input.language.phrases.habit.pattern;
    let (code, said) = match pattern {
        LatenessPattern::TooFew => ("too-few", words.too_few),
        LatenessPattern::Quiet => ("quiet", words.quiet),
        LatenessPattern::OnTime => ("on-time", words.on_time),
        LatenessPattern::OneOff => ("one-off", words.one_off),
        LatenessPattern::Occasional => ("occasional", words.occasional),
        LatenessPattern::Recurring => ("recurring", words.recurring),
    };
    Cell::word(code, said)
}

/// `cashflow:2 forgot:1`, for programs; the same in words.
fn reasons_cell(input: ReportInput<'_>, talks: &ContactFacts) -> Cell {
    let words = &input.language.phrases.habit.reason;
    let reasons = talks.reasons.iter();
    let reasons = reasons.map(|(reason, given)| {
        let times = given.times;
        let code = format!("{}:{times}", reason.word());
        (
            code,
            format!("{}: {times}", labels::reason_label(words, *reason)),
        )
    });
    let (codes, said): (Vec<String>, Vec<String>) = reasons.unzip();
    if codes.is_empty() {
        Cell::Empty
    } else {
        Cell::word(codes.join(" "), said.join(", "))
    }
}

/// Days sales outstanding of some customers together, a currency a paragraph, with how they were worked out.
pub fn outstanding_blocks(input: ReportInput<'_>, payers: &[Payer<'_>]) -> Vec<Block> {
    let sum = |part: fn(&Payer<'_>) -> Minor| -> Totals {
        let all = payers.iter();
        all.map(|payer| Money::new(part(payer), payer.currency))
            .collect()
    };
    let (open, recent) = (
        sum(|it| it.sales.open),
        sum(|it| it.sales.invoiced_in_period),
    );
    let period = input.day.sales().period;
    let words: &HabitWords = &input.language.phrases.habit;
    let each = recent.iter().filter_map(|invoiced| {
        let open = Money::new(open.amount_in(invoiced.currency), invoiced.currency);
        let days = days_sales_outstanding(open.minor, invoiced.minor, period.days())?;
        Some(Block::Paragraph((words.dso)(&DsoCalculation {
            days,
            open: input.language.format_money(open),
            invoiced: input.language.format_money(invoiced),
            period: period.days(),
            from: period.from,
            to: period.to,
        })))
    });
    each.collect()
}
