//! `forecast`: what may come in, week by week; and what nobody can say that of.

pub mod forecast_items;
pub mod receipt_timing;

use super::shared::page::{PageBasis, add_table, add_totals, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagChoice, FlagValue, ReportFlag};
use super::shared::report_input::{GroupBy, ReportInput};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::insight::expected_receipt::{ExpectedReceipt, ForecastReason, ReceiptTiming};
use crate::insight::forecast::forecast_receipts;
use crate::journal::model::DueBasis;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money, Totals};
use chrono::{Days, NaiveDate};
use receipt_timing::{days_late, expectation_kind, monday_of};
use std::collections::BTreeMap;

/// What may come in, week by week.
pub static FORECAST: Report = Report {
    name: "forecast",
    aliases: &[],
    about: "what may be expected to come in, week by week",
    flags: FLAGS,
    columns: COLUMNS,
    write: ReportFn::All(write),
};

static FLAGS: &[ReportFlag] = &[
    ReportFlag::new(
        "weeks",
        "How many weeks, that of the day first [default: 13]",
        FlagValue::Count("COUNT", 1..=MAX_WEEKS, |options, weeks| {
            options.weeks = Some(weeks);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "by",
        "One row per week, or per open item with why it is expected then",
        FlagValue::Choice(
            "WHAT",
            &[
                FlagChoice {
                    word: "week",
                    set: |_| {},
                },
                FlagChoice {
                    word: "invoice",
                    set: |options| options.group_by = GroupBy::Invoice,
                },
            ],
        ),
    ),
    ReportFlag::new(
        "explain",
        "Each item and why it is expected then, below the weeks",
        FlagValue::Switch(|options| options.explain = true),
    ),
];

const COLUMNS: &str = "\
An item is expected on the day of a promise, else of a plan; else, while it is no later than usual, the customer's
median of days after it is due; else as those of his items were settled that were as late before. With fewer than
three settled items of the customer: on the due date while that has not passed, and unknown after it. Nothing is
expected before the day of the report. What is unknown (a missed part of a plan too), disputed, conceded, held,
handed over or owed by an insolvent customer is in no week; all rows together are what is open, charges included.

Columns of csv and json, one row a week and currency:
  week, through    Monday and Sunday; empty for what is in no week
  kind             expected, later (behind the last week), unknown, disputed, conceded, held,
                   handed-over or insolvent
  currency
  promised, planned
  by_habit         by what the customer usually does
  by_terms         on the due date, for want of more
  amount           all of it
  items            of how many items, or parts of one
  cumulative       expected up to and including the week

With --by invoice, one row an open item, or a part of one:
  customer, name, invoice, instalment, due_date, days
  expected_date, week, kind
  basis            promise, plan, missed-part, habit, recovery, due-date, too-few, too-late,
                   broken-promise, no-due-date, dispute, conceded, hold, handover or insolvency
  currency, amount
  file, line       the entry it rests on";

/// A quarter of a year.
const DEFAULT_WEEKS: u32 = 13;
/// Two years: who looks further sees nothing that is not in the last row anyway.
const MAX_WEEKS: u32 = 104;

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let say = &input.language.phrases;
    let mut page = start_page(input, "forecast", say.forecast.title, PageBasis::Entries);
    let expected = forecast_receipts(input.day.dunning(), input.day.habits());
    if expected.is_empty() {
        let nothing = (say.sentence.nothing_open)(input.day.as_of());
        page.push_paragraph(nothing);
    }
    if input.options.group_by == GroupBy::Invoice {
        let mut table = forecast_items::table(input, &expected);
        add_totals(input, &mut table);
        add_table(input, &mut page, table);
        return vec![page];
    }
    add_table(input, &mut page, table(input, &expected));
    page.blocks.extend(remarks(input, &expected));
    if input.options.explain && !expected.is_empty() {
        page.push_heading(say.forecast.items);
        let mut items = forecast_items::table(input, &expected);
        add_totals(input, &mut items);
        add_table(input, &mut page, items);
    }
    vec![page]
}

/// Where something is counted: a week, or apart from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ForecastPeriod {
    /// The week that begins on this Monday.
    Week(NaiveDate),
    /// A week behind the last.
    Later,
    /// Not in a week.
    Unscheduled(ReceiptTiming),
}

/// Kinds that are never summed into a week.
const UNSCHEDULED: [ReceiptTiming; 6] = [
    ReceiptTiming::Unknown,
    ReceiptTiming::Disputed,
    ReceiptTiming::Conceded,
    ReceiptTiming::Held,
    ReceiptTiming::HandedOver,
    ReceiptTiming::Insolvent,
];

/// The Mondays of the weeks to show, that of the day of the ledger first.
fn shown_weeks(input: ReportInput<'_>) -> Vec<NaiveDate> {
    let count = input
        .options
        .weeks
        .unwrap_or(DEFAULT_WEEKS)
        .clamp(1, MAX_WEEKS);
    let first = monday_of(input.day.as_of());
    let weeks = (0..count).map(|week| Days::new(u64::from(week).saturating_mul(7)));
    weeks
        .filter_map(|days| first.checked_add_days(days))
        .collect()
}

fn period_of(when: ReceiptTiming, weeks: &[NaiveDate]) -> ForecastPeriod {
    let ReceiptTiming::On(day) = when else {
        return ForecastPeriod::Unscheduled(when);
    };
    let week = monday_of(day);
    if weeks.last().is_some_and(|last| week <= *last) {
        ForecastPeriod::Week(week)
    } else {
        ForecastPeriod::Later
    }
}

/// What is expected in one place, by what it rests on.
#[derive(Clone, Copy, Debug, Default)]
struct ForecastSum {
    promised: Minor,
    planned: Minor,
    habit: Minor,
    terms: Minor,
    amount: Minor,
    items: usize,
}

impl ForecastSum {
    fn add(&mut self, expected: &ExpectedReceipt<'_>) {
        self.amount += expected.amount;
        self.items = self.items.saturating_add(1);
        let part = match expected.reason {
            ForecastReason::Promise(_) => &mut self.promised,
            ForecastReason::Plan(_) => &mut self.planned,
            ForecastReason::UsualDays { .. } | ForecastReason::UsualWhenLate { .. } => {
                &mut self.habit
            }
            ForecastReason::DueDate => &mut self.terms,
            _ => return,
        };
        *part += expected.amount;
    }
}

fn table(input: ReportInput<'_>, expected: &[ExpectedReceipt<'_>]) -> Table {
    let weeks = shown_weeks(input);
    let mut sums: BTreeMap<(Currency, ForecastPeriod), ForecastSum> = BTreeMap::new();
    for one in expected {
        let currency = input.day.journal.invoices[one.invoice].currency;
        let place = period_of(one.timing, &weeks);
        sums.entry((currency, place)).or_default().add(one);
    }
    let mut currencies: Vec<Currency> = sums.keys().map(|(currency, _)| *currency).collect();
    currencies.dedup();
    let mut rows = Vec::new();
    for currency in currencies {
        let of = |place| sums.get(&(currency, place)).copied();
        let mut running = Minor::ZERO;
        for week in &weeks {
            let sum = of(ForecastPeriod::Week(*week)).unwrap_or_default();
            running += sum.amount;
            let running = Some(running);
            rows.push(row(
                input,
                ForecastPeriod::Week(*week),
                currency,
                sum,
                running,
            ));
        }
        let apart = UNSCHEDULED.map(ForecastPeriod::Unscheduled);
        for place in std::iter::once(ForecastPeriod::Later).chain(apart) {
            rows.extend(of(place).map(|sum| row(input, place, currency, sum, None)));
        }
    }
    let columns = columns(input);
    let mut table = Table::new(columns, rows);
    add_totals(input, &mut table);
    blank_running_totals(&mut table);
    table
}

/// A sum of running totals means nothing.
fn blank_running_totals(table: &mut Table) {
    let place = table.columns.iter().position(|it| it.key == "cumulative");
    for total in &mut table.totals {
        if let Some(cell) = place.and_then(|place| total.get_mut(place)) {
            *cell = Cell::Empty;
        }
    }
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let label = &input.language.phrases.forecast.label;
    vec![
        column_visible("where", label.week, ColumnVisibility::People),
        column_visible("week", label.week, ColumnVisibility::Programs),
        column_visible("through", label.week, ColumnVisibility::Programs),
        column_visible("kind", label.week, ColumnVisibility::Programs),
        column("currency", input.language.phrases.heading.currency),
        column_visible("promised", label.promised, ColumnVisibility::WhenUsed),
        column_visible("planned", label.planned, ColumnVisibility::WhenUsed),
        column_visible("by_habit", label.by_habit, ColumnVisibility::WhenUsed),
        column_visible("by_terms", label.by_terms, ColumnVisibility::WhenUsed),
        column("amount", label.amount),
        column_visible("items", label.items, ColumnVisibility::WhenUsed),
        column("cumulative", label.cumulative),
    ]
}

fn row(
    input: ReportInput<'_>,
    place: ForecastPeriod,
    currency: Currency,
    sum: ForecastSum,
    running: Option<Minor>,
) -> Vec<Cell> {
    let money = |minor| Cell::from(Money::new(minor, currency));
    // What stands apart rests on none of these.
    let part = |minor| match place {
        ForecastPeriod::Unscheduled(_) => Cell::Empty,
        ForecastPeriod::Week(_) | ForecastPeriod::Later => money(minor),
    };
    let week = match place {
        ForecastPeriod::Week(week) => Some(week),
        ForecastPeriod::Later | ForecastPeriod::Unscheduled(_) => None,
    };
    let sunday = week.and_then(|week| week.checked_add_days(Days::new(6)));
    let (kind, said) = match place {
        ForecastPeriod::Week(_) => ("expected", ""),
        ForecastPeriod::Later => ("later", input.language.phrases.forecast.kind.later),
        ForecastPeriod::Unscheduled(when) => expectation_kind(input, when),
    };
    vec![
        week.map_or_else(|| Cell::text(said), Cell::Date),
        week.into(),
        sunday.into(),
        Cell::word(kind, said),
        Cell::Currency(currency),
        part(sum.promised),
        part(sum.planned),
        part(sum.habit),
        part(sum.terms),
        money(sum.amount),
        Cell::count(sum.items),
        running.map_or(Cell::Empty, money),
    ]
}

/// What the figures rest on, what nobody can say, and what is in already.
fn remarks(input: ReportInput<'_>, expected: &[ExpectedReceipt<'_>]) -> Vec<Block> {
    let words = &input.language.phrases.forecast;
    let mut said = Vec::new();
    if expected
        .iter()
        .any(|one| matches!(one.timing, ReceiptTiming::On(_)))
    {
        said.push(words.basis.to_owned());
    }
    let money = |sum| input.language.format_money(sum);
    let weeks = shown_weeks(input);
    let coming = sum_expectations(input, expected, |one| {
        matches!(period_of(one.timing, &weeks), ForecastPeriod::Week(_))
    });
    let late = sum_expectations(input, expected, |one| {
        let due = input.day.journal.items[one.item].due;
        let is_asked =
            !matches!(one.reason, ForecastReason::Plan(_)) && one.timing != ReceiptTiming::Conceded;
        is_asked && days_late(input, due).is_some_and(|days| days > 0)
    });
    said.extend(late.iter().map(|late| {
        let coming = Money::new(coming.amount_in(late.currency), late.currency);
        (words.liquidity)(&money(late), &money(coming))
    }));
    let waits = sum_expectations(input, expected, |one| waits_for_work(input, one));
    said.extend(waits.iter().map(|sum| (words.waits_for_work)(&money(sum))));
    let unknown = sum_expectations(input, expected, |one| {
        one.timing == ReceiptTiming::Unknown && !waits_for_work(input, one)
    });
    said.extend(unknown.iter().map(|sum| (words.unknown_date)(&money(sum))));
    let on_account = on_account_totals(input);
    let on_account = on_account.iter().filter(|sum| sum.minor.is_positive());
    said.extend(on_account.map(|sum| (words.on_account)(&money(sum))));
    said.into_iter().map(Block::Paragraph).collect()
}

/// Whether something falls due when work of the business itself is done or delivered: a promise would be no help.
fn waits_for_work(input: ReportInput<'_>, one: &ExpectedReceipt<'_>) -> bool {
    let basis = input.day.journal.invoices[one.invoice].due_basis;
    matches!(one.reason, ForecastReason::NoDueDate) && basis == DueBasis::Instalments
}

/// What some expectations add up to.
fn sum_expectations(
    input: ReportInput<'_>,
    expected: &[ExpectedReceipt<'_>],
    wanted: impl Fn(&ExpectedReceipt<'_>) -> bool,
) -> Totals {
    let some = expected.iter().filter(|one| wanted(one));
    some.map(|one| Money::new(one.amount, input.day.journal.invoices[one.invoice].currency))
        .collect()
}

fn on_account_totals(input: ReportInput<'_>) -> Totals {
    let accounts = input.day.ledger.on_account.iter();
    accounts
        .flat_map(|((_, currency), credits)| {
            let left = credits.iter().map(|credit| credit.remaining);
            left.map(|left| Money::new(left, *currency))
        })
        .collect()
}
