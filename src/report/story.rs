//! What happened to an invoice or to a customer, day by day: money, letters, calls and arrangements in one table.

use super::page::{column, shown};
use super::particulars::EventColumns;
use super::places::Places;
use super::scope::Scope;
use super::{particulars, words};
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::dunning::ladder_position::LadderRules;
use crate::journal::model::{Event, InvoiceIx};
use crate::journal::source_lookup::EntryQuote;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Happening {
    /// The day.
    pub date: NaiveDate,
    /// What kind of entry.
    pub entry: Cell,
    /// About which invoice.
    pub invoice: Cell,
    /// Which instalment of it.
    pub instalment: Cell,
    /// Principal, costs, fee or interest.
    pub component: Cell,
    /// A stage, a channel, an outcome.
    pub detail: Cell,
    /// What was written.
    pub quote: EntryQuote,
    /// An amount the entry names without moving it.
    pub named: Option<Money>,
    /// The day the entry looks ahead to.
    pub until: Option<NaiveDate>,
    /// How much more is owed, or less.
    pub amount: Option<Money>,
    /// What is owed after it.
    pub open: Option<Money>,
    /// Why.
    pub rule: Cell,
}

impl Happening {
    /// Something that happened on a day, of which nothing else is known yet.
    pub fn new(date: NaiveDate, entry: (&'static str, &'static str), quote: EntryQuote) -> Self {
        Self {
            date,
            entry: words::cell(entry),
            invoice: Cell::Empty,
            instalment: Cell::Empty,
            component: Cell::Empty,
            detail: Cell::Empty,
            quote,
            named: None,
            until: None,
            amount: None,
            open: None,
            rule: Cell::Empty,
        }
    }

    fn cells(self, places: Places, explain: bool) -> Vec<Cell> {
        let currency = self.amount.or(self.named).map(|money| money.currency);
        let money = |money: Option<Money>| money.map_or(Cell::Empty, Cell::from);
        let text = words_of(&self.quote);
        let told = self.told(&text, explain);
        let [file, line, place] = places.cells(&self.quote);
        vec![
            Cell::Date(self.date),
            self.entry,
            self.invoice,
            self.instalment,
            self.component,
            self.detail,
            Cell::text(&text),
            told,
            self.until.into(),
            currency.map_or(Cell::Empty, Cell::Currency),
            money(self.named),
            money(self.amount),
            money(self.open),
            self.rule,
            file,
            line,
            place,
        ]
    }

    /// What people read in one column: the kind of entry, its particulars, and what was written.
    fn told(&self, text: &str, explain: bool) -> Cell {
        let rule = if explain { said(&self.rule) } else { "" };
        let parts = [
            said(&self.instalment),
            said(&self.component),
            said(&self.detail),
            text,
        ];
        // Words of several lines end with the last of them, so the rule goes before.
        let (first, last) = if text.contains('\n') {
            (rule, "")
        } else {
            ("", rule)
        };
        let parts = std::iter::once(first).chain(parts).chain([last]);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let entry = said(&self.entry);
        if parts.is_empty() {
            Cell::text(entry)
        } else {
            Cell::text(&format!("{entry}: {}", parts.join(" – ")))
        }
    }
}

fn said(cell: &Cell) -> &str {
    match cell {
        Cell::Text(words) => words,
        Cell::Word(word) => &word.label,
        _ => "",
    }
}

/// The free text of an entry and its `>` lines.
pub fn words_of(quote: &EntryQuote) -> String {
    let notes = quote.details.iter().filter(|(key, _)| key.is_empty());
    let notes = notes.map(|(_, words)| words.as_str());
    let lines = std::iter::once(quote.text.as_str()).chain(notes);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Whose story it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// One invoice: people need not be told which.
    Invoice,
    /// One customer.
    Customer,
}

/// The table of what happened. Of one day, what moved money comes first.
pub fn table(
    scope: Scope<'_>,
    about: About,
    mut moved: Vec<Happening>,
    told: Vec<Happening>,
) -> Table {
    let places = Places::of(scope);
    moved.extend(told);
    moved.sort_by_key(|happening| happening.date);
    Table {
        columns: columns(scope, about, places),
        rows: moved
            .into_iter()
            .map(|happening| happening.cells(places, scope.ask.explain))
            .collect(),
        totals: Vec::new(),
    }
}

fn columns(scope: Scope<'_>, about: About, places: Places) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    let invoice = match about {
        About::Invoice => ColumnVisibility::Programs,
        About::Customer => ColumnVisibility::WhenUsed,
    };
    let mut columns = vec![
        column("date", head.date),
        shown("entry", head.entry, ColumnVisibility::Programs),
        shown("invoice", head.invoice, invoice),
        shown("instalment", head.instalment, ColumnVisibility::Programs),
        shown("component", head.component, ColumnVisibility::Programs),
        shown("detail", head.detail, ColumnVisibility::Programs),
        shown("text", head.text, ColumnVisibility::Programs),
        shown("told", head.entry, ColumnVisibility::People),
        shown("until", head.until, ColumnVisibility::Programs),
        shown("currency", head.currency, ColumnVisibility::WhenUsed),
        shown("named", head.named_amount, ColumnVisibility::Programs),
        shown("amount", head.amount, ColumnVisibility::WhenUsed),
        shown("open", head.open, ColumnVisibility::WhenUsed),
        shown("rule", head.rule, ColumnVisibility::Programs),
    ];
    columns.extend(places.columns(scope));
    columns
}

/// Letters, calls and arrangements up to the day, in the order of their days; `about` chooses.
pub fn told(scope: Scope<'_>, about: impl Fn(&Event) -> bool) -> Vec<Happening> {
    let as_of = scope.ledger.as_of.0;
    let events = scope.journal.events.iter();
    let mut events: Vec<&Event> = events
        .filter(|event| event.date <= as_of && about(event))
        .collect();
    events.sort_by_key(|event| (event.date, event.kind()));
    let steps = LadderRules::new(scope.journal, scope.ledger);
    let told = events.into_iter();
    told.map(|event| tell(scope, &steps, event)).collect()
}

fn tell(scope: Scope<'_>, steps: &LadderRules<'_>, event: &Event) -> Happening {
    let quote = scope.archive.quote_entry(event.origin);
    let entry = words::event(event.kind(), scope.language);
    let columns = EventColumns::of(event);
    Happening {
        invoice: Cell::text(&numbers(scope, event.invoices())),
        detail: particulars::of(scope, steps, event, &quote),
        named: columns.amount,
        until: columns.until.or(event.follow_up),
        ..Happening::new(event.date, entry, quote)
    }
}

/// Numbers of invoices, one behind the other.
pub fn numbers(scope: Scope<'_>, invoices: impl Iterator<Item = InvoiceIx>) -> String {
    let mut numbers = String::new();
    for invoice in invoices {
        if !numbers.is_empty() {
            numbers.push(' ');
        }
        numbers.push_str(scope.journal.invoice_no(invoice));
    }
    numbers
}

/// A running sum of what is owed, by currency.
#[derive(Debug, Default)]
pub struct Running(std::collections::BTreeMap<Currency, Minor>);

impl Running {
    /// Adds a change and says what is owed after it.
    pub fn after(&mut self, change: Money) -> Money {
        let sum = self.0.entry(change.currency).or_default();
        *sum += change.minor;
        Money::new(*sum, change.currency)
    }
}
