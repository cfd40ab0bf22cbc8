//! `forecast`: what may come in, week by week; and what nobody can say that of.

use super::forecast_items;
use super::page::{Basis, add_totals, column, page, put_table, shown};
use super::scope::{By, Report, Scope, Write};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::insight::forecast::{ExpectedReceipt, ForecastReason, ReceiptTiming, forecast_receipts};
use crate::value::calendar::days_between;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money, Totals};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// What may come in, week by week.
pub static FORECAST: Report = Report {
    name: "forecast",
    about: "what may be expected to come in, week by week",
    write: Write::All(write),
};

/// A quarter of a year.
const USUAL_WEEKS: u32 = 13;
/// Two years: who looks further sees nothing that is not in the last row anyway.
const MOST_WEEKS: u32 = 104;

fn write(scope: Scope<'_>) -> Vec<Document> {
    let say = &scope.language.phrases;
    let mut page = page(scope, "forecast", say.forecast.title, Basis::Entries);
    let expected = forecast_receipts(scope.journal, scope.ledger);
    if expected.is_empty() {
        let nothing = (say.sentence.nothing_open)(scope.ledger.as_of.0);
        page.blocks.push(Block::Paragraph(nothing));
    }
    if scope.ask.by == By::Invoice {
        let mut table = forecast_items::table(scope, &expected);
        add_totals(scope, &mut table);
        put_table(scope, &mut page, table);
        return vec![page];
    }
    put_table(scope, &mut page, table(scope, &expected));
    page.blocks.extend(remarks(scope, &expected));
    if scope.ask.explain && !expected.is_empty() {
        page.blocks
            .push(Block::Heading(say.forecast.items.to_owned()));
        let mut items = forecast_items::table(scope, &expected);
        add_totals(scope, &mut items);
        put_table(scope, &mut page, items);
    }
    vec![page]
}

/// Where something is counted: a week, or apart from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// The week that begins on this Monday.
    Week(NaiveDate),
    /// A week behind the last.
    Later,
    /// Not in a week.
    Apart(ReceiptTiming),
}

/// Kinds that are never summed into a week.
const APART: [ReceiptTiming; 5] = [
    ReceiptTiming::Unknown,
    ReceiptTiming::Disputed,
    ReceiptTiming::Held,
    ReceiptTiming::HandedOver,
    ReceiptTiming::Insolvent,
];

/// The Monday of the week of a day.
pub fn monday(day: NaiveDate) -> NaiveDate {
    let past = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(past).unwrap_or(day)
}

/// The Mondays of the weeks to show, that of the day of the ledger first.
fn weeks(scope: Scope<'_>) -> Vec<NaiveDate> {
    let count = scope.ask.weeks.unwrap_or(USUAL_WEEKS).clamp(1, MOST_WEEKS);
    let first = monday(scope.ledger.as_of.0);
    let weeks = (0..count).map(|week| Days::new(u64::from(week).saturating_mul(7)));
    weeks
        .filter_map(|days| first.checked_add_days(days))
        .collect()
}

fn place(when: ReceiptTiming, weeks: &[NaiveDate]) -> Place {
    let ReceiptTiming::On(day) = when else {
        return Place::Apart(when);
    };
    let week = monday(day);
    if weeks.last().is_some_and(|last| week <= *last) {
        Place::Week(week)
    } else {
        Place::Later
    }
}

/// What is expected in one place, by what it rests on.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    promised: Minor,
    planned: Minor,
    habit: Minor,
    terms: Minor,
    amount: Minor,
    items: usize,
}

impl Sum {
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

fn table(scope: Scope<'_>, expected: &[ExpectedReceipt<'_>]) -> Table {
    let weeks = weeks(scope);
    let mut sums: BTreeMap<(Currency, Place), Sum> = BTreeMap::new();
    for one in expected {
        let currency = scope.journal.invoices[one.invoice].currency;
        let place = place(one.timing, &weeks);
        sums.entry((currency, place)).or_default().add(one);
    }
    let mut currencies: Vec<Currency> = sums.keys().map(|(currency, _)| *currency).collect();
    currencies.dedup();
    let mut rows = Vec::new();
    for currency in currencies {
        let of = |place| sums.get(&(currency, place)).copied();
        let mut running = Minor::ZERO;
        for week in &weeks {
            let sum = of(Place::Week(*week)).unwrap_or_default();
            running += sum.amount;
            let running = Some(running);
            rows.push(row(scope, Place::Week(*week), currency, sum, running));
        }
        let apart = APART.map(Place::Apart);
        for place in std::iter::once(Place::Later).chain(apart) {
            rows.extend(of(place).map(|sum| row(scope, place, currency, sum, None)));
        }
    }
    let columns = columns(scope);
    let mut table = Table {
        columns,
        rows,
        totals: Vec::new(),
    };
    add_totals(scope, &mut table);
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

fn columns(scope: Scope<'_>) -> Vec<Column> {
    let label = &scope.language.phrases.forecast.label;
    vec![
        shown("where", label.week, ColumnVisibility::People),
        shown("week", label.week, ColumnVisibility::Programs),
        shown("through", label.week, ColumnVisibility::Programs),
        shown("kind", label.week, ColumnVisibility::Programs),
        column("currency", scope.language.phrases.heading.currency),
        shown("promised", label.promised, ColumnVisibility::WhenUsed),
        shown("planned", label.planned, ColumnVisibility::WhenUsed),
        shown("by_habit", label.by_habit, ColumnVisibility::WhenUsed),
        shown("by_terms", label.by_terms, ColumnVisibility::WhenUsed),
        column("amount", label.amount),
        shown("items", label.items, ColumnVisibility::WhenUsed),
        column("cumulative", label.cumulative),
    ]
}

fn row(
    scope: Scope<'_>,
    place: Place,
    currency: Currency,
    sum: Sum,
    running: Option<Minor>,
) -> Vec<Cell> {
    let money = |minor| Cell::from(Money::new(minor, currency));
    // What stands apart rests on none of these.
    let part = |minor| match place {
        Place::Apart(_) => Cell::Empty,
        Place::Week(_) | Place::Later => money(minor),
    };
    let week = match place {
        Place::Week(week) => Some(week),
        Place::Later | Place::Apart(_) => None,
    };
    let sunday = week.and_then(|week| week.checked_add_days(Days::new(6)));
    let (kind, said) = match place {
        Place::Week(_) => ("expected", ""),
        Place::Later => ("later", scope.language.phrases.forecast.kind.later),
        Place::Apart(when) => kind(scope, when),
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

/// How an expectation stands, for programs and for people.
pub fn kind(scope: Scope<'_>, when: ReceiptTiming) -> (&'static str, &'static str) {
    let words = &scope.language.phrases.forecast.kind;
    match when {
        ReceiptTiming::On(_) => ("expected", ""),
        ReceiptTiming::Unknown => ("unknown", words.unknown),
        ReceiptTiming::Disputed => ("disputed", words.disputed),
        ReceiptTiming::Held => ("held", words.held),
        ReceiptTiming::HandedOver => ("handed-over", words.handed_over),
        ReceiptTiming::Insolvent => ("insolvent", words.insolvent),
    }
}

/// What the figures rest on, what nobody can say, and what is in already.
fn remarks(scope: Scope<'_>, expected: &[ExpectedReceipt<'_>]) -> Vec<Block> {
    let words = &scope.language.phrases.forecast;
    let mut said = Vec::new();
    if expected
        .iter()
        .any(|one| matches!(one.timing, ReceiptTiming::On(_)))
    {
        said.push(words.basis.to_owned());
    }
    let money = |sum| scope.language.format_money(sum);
    let weeks = weeks(scope);
    let coming = sum(scope, expected, |one| {
        matches!(place(one.timing, &weeks), Place::Week(_))
    });
    let late = sum(scope, expected, |one| {
        let due = scope.journal.items[one.item].due;
        days_late(scope, due).is_some_and(|days| days > 0)
    });
    said.extend(late.iter().map(|late| {
        let coming = Money::new(coming.amount_in(late.currency), late.currency);
        (words.liquidity)(&money(late), &money(coming))
    }));
    let unknown = sum(scope, expected, |one| one.timing == ReceiptTiming::Unknown);
    said.extend(unknown.iter().map(|sum| (words.unknown_date)(&money(sum))));
    let on_account = on_account(scope);
    let on_account = on_account.iter().filter(|sum| sum.minor.is_positive());
    said.extend(on_account.map(|sum| (words.on_account)(&money(sum))));
    said.into_iter().map(Block::Paragraph).collect()
}

/// What some expectations add up to.
fn sum(
    scope: Scope<'_>,
    expected: &[ExpectedReceipt<'_>],
    wanted: impl Fn(&ExpectedReceipt<'_>) -> bool,
) -> Totals {
    let some = expected.iter().filter(|one| wanted(one));
    some.map(|one| Money::new(one.amount, scope.journal.invoices[one.invoice].currency))
        .collect()
}

fn on_account(scope: Scope<'_>) -> Totals {
    let accounts = scope.ledger.on_account.iter();
    accounts
        .flat_map(|((_, currency), credits)| {
            let left = credits.iter().map(|credit| credit.remaining);
            left.map(|left| Money::new(left, *currency))
        })
        .collect()
}

/// How many days late something is on the day of the ledger; `None` while it is not due.
pub fn days_late(scope: Scope<'_>, due: Option<NaiveDate>) -> Option<i64> {
    due.map(|due| days_between(due, scope.ledger.as_of.0))
}
