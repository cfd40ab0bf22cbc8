//! What happened to an invoice or to a customer, day by day: money, letters, calls and arrangements in one table.

use super::contact_summary::EventColumns;
use super::page::{column, column_visible};
use super::report_input::ReportInput;
use super::source_column::SourceStyle;
use super::{contact_summary, labels};
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::journal::model::{Event, InvoiceIx};
use crate::journal::source_lookup::EntryQuote;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct TimelineRow {
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
    /// With whom, whether the story checked out, what it cost: for people, behind what was written.
    pub particulars: Cell,
    /// What was written.
    pub quote: EntryQuote,
    /// An amount the entry names without moving it.
    pub named_amount: Option<Money>,
    /// The day the entry looks ahead to.
    pub until: Option<NaiveDate>,
    /// How much more is owed, or less.
    pub amount: Option<Money>,
    /// What is owed after it.
    pub open: Option<Money>,
    /// Why.
    pub rule: Cell,
}

impl TimelineRow {
    /// Something that happened on a day, of which nothing else is known yet.
    pub fn new(date: NaiveDate, entry: (&'static str, &'static str), quote: EntryQuote) -> Self {
        Self {
            date,
            entry: labels::label_cell(entry),
            invoice: Cell::Empty,
            instalment: Cell::Empty,
            component: Cell::Empty,
            detail: Cell::Empty,
            particulars: Cell::Empty,
            quote,
            named_amount: None,
            until: None,
            amount: None,
            open: None,
            rule: Cell::Empty,
        }
    }

    fn cells(self, places: SourceStyle, explain: bool) -> Vec<Cell> {
        let currency = self
            .amount
            .or(self.named_amount)
            .map(|money| money.currency);
        let money = |money: Option<Money>| money.map_or(Cell::Empty, Cell::from);
        let text = quote_text(&self.quote);
        let rows = self.summary_cell(&text, explain);
        let [file, line, place] = places.cells(&self.quote);
        vec![
            Cell::Date(self.date),
            self.entry,
            self.invoice,
            self.instalment,
            self.component,
            self.detail,
            Cell::text(&text),
            rows,
            self.until.into(),
            currency.map_or(Cell::Empty, Cell::Currency),
            money(self.named_amount),
            money(self.amount),
            money(self.open),
            self.rule,
            file,
            line,
            place,
        ]
    }

    /// What people read in one column: the kind of entry, its particulars, and what was written.
    fn summary_cell(&self, text: &str, explain: bool) -> Cell {
        let rule = if explain { cell_text(&self.rule) } else { "" };
        let parts = [
            cell_text(&self.instalment),
            cell_text(&self.component),
            cell_text(&self.detail),
            text,
        ];
        // Words of several lines end with the last of them, so the rule goes before.
        let beside = [rule, cell_text(&self.particulars)];
        let (first, last) = if text.contains('\n') {
            (beside, [""; 2])
        } else {
            ([""; 2], beside)
        };
        let parts = first.into_iter().chain(parts).chain(last);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let entry = cell_text(&self.entry);
        if parts.is_empty() {
            Cell::text(entry)
        } else {
            Cell::text(&format!("{entry}: {}", parts.join(" – ")))
        }
    }
}

fn cell_text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(words) => words,
        Cell::Word(word) => &word.label,
        _ => "",
    }
}

/// The free text of an entry and its `>` lines.
pub fn quote_text(quote: &EntryQuote) -> String {
    let notes = quote.details.iter().filter(|(key, _)| key.is_empty());
    let notes = notes.map(|(_, words)| words.as_str());
    let lines = std::iter::once(quote.text.as_str()).chain(notes);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Whose story it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineSubject {
    /// One invoice, which the title of the page names.
    Invoice,
    /// One customer.
    Customer,
}

/// The table of what happened. Inside a day entries stand as in the files; what moved money keeps the order in which it
/// counts, so that each line is owed after the one above it.
pub fn table(
    input: ReportInput<'_>,
    about: TimelineSubject,
    mut moved: Vec<TimelineRow>,
    rows: Vec<TimelineRow>,
) -> Table {
    let places = SourceStyle::for_files(input);
    moved.sort_by_key(|row| row.date);
    Table::new(
        columns(input, about, places),
        merge_rows(moved, rows)
            .into_iter()
            .map(|row| row.cells(places, input.options.explain)),
    )
}

fn merge_rows(moved: Vec<TimelineRow>, mut rows: Vec<TimelineRow>) -> Vec<TimelineRow> {
    let place = |row: &TimelineRow| (row.date, row.quote.origin);
    rows.sort_by_key(place);
    let mut merged = Vec::with_capacity(moved.len().saturating_add(rows.len()));
    let mut rows = rows.into_iter().peekable();
    for next in moved {
        while let Some(row) = rows.next_if(|row| place(row) < place(&next)) {
            merged.push(row);
        }
        merged.push(next);
    }
    merged.extend(rows);
    merged
}

fn columns(input: ReportInput<'_>, about: TimelineSubject, places: SourceStyle) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let invoice = match about {
        TimelineSubject::Invoice => ColumnVisibility::Programs,
        TimelineSubject::Customer => ColumnVisibility::WhenUsed,
    };
    let mut columns = vec![
        column("date", head.date),
        column_visible("entry", head.entry, ColumnVisibility::Programs),
        column_visible("invoice", head.invoice, invoice),
        column_visible("instalment", head.instalment, ColumnVisibility::Programs),
        column_visible("component", head.component, ColumnVisibility::Programs),
        column_visible("detail", head.detail, ColumnVisibility::Programs),
        column_visible("text", head.text, ColumnVisibility::Programs),
        column_visible("told", head.entry, ColumnVisibility::People),
        column_visible("until", head.until, ColumnVisibility::Programs),
        column_visible("currency", head.currency, ColumnVisibility::WhenUsed),
        column_visible("named", head.named_amount, ColumnVisibility::Programs),
        column_visible("amount", head.amount, ColumnVisibility::WhenUsed),
        column_visible("open", head.open, ColumnVisibility::WhenUsed),
        column_visible("rule", head.rule, ColumnVisibility::Programs),
    ];
    columns.extend(places.columns(input));
    columns
}

/// A row for each of some events. A settlement stands among what moves money.
pub fn contact_rows<'e>(
    input: ReportInput<'_>,
    events: impl Iterator<Item = &'e Event>,
) -> Vec<TimelineRow> {
    let events = events.filter(|event| event.settlement().is_none());
    events.map(|event| contact_row(input, event)).collect()
}

fn contact_row(input: ReportInput<'_>, event: &Event) -> TimelineRow {
    let quote = input.day.source_lookup.quote_entry(event.origin);
    let entry = labels::event_label(event.kind(), input.language);
    let columns = EventColumns::from_event(event);
    TimelineRow {
        invoice: Cell::text(&join_invoice_numbers(input, event.invoices())),
        detail: contact_summary::event_summary_cell(input, event, &quote),
        particulars: contact_summary::particulars_cell(input, event, &quote),
        named_amount: columns.amount,
        until: columns.until.or(event.follow_up),
        ..TimelineRow::new(event.date, entry, quote)
    }
}

/// Numbers of invoices, one behind the other.
pub fn join_invoice_numbers(
    input: ReportInput<'_>,
    invoices: impl Iterator<Item = InvoiceIx>,
) -> String {
    let mut numbers = String::new();
    for invoice in invoices {
        if !numbers.is_empty() {
            numbers.push(' ');
        }
        numbers.push_str(input.day.journal.invoice_no(invoice));
    }
    numbers
}

/// A list of invoices no longer than this stands in a table as it is.
const MAX_LIST_LENGTH: usize = 60;
/// So many of a longer one are named to people.
const NAMED_INVOICES: usize = 3;

/// The numbers of invoices in a cell. To people a long list names the first of them, and how many others there are: each
/// row of a table is as wide as its widest cell.
pub fn invoice_list_cell(
    input: ReportInput<'_>,
    invoices: impl Iterator<Item = InvoiceIx> + Clone,
) -> Cell {
    let all = join_invoice_numbers(input, invoices.clone());
    let count = invoices.clone().count();
    let Some(others @ 1..) = count.checked_sub(NAMED_INVOICES) else {
        return Cell::text(&all);
    };
    if all.len() <= MAX_LIST_LENGTH {
        return Cell::text(&all);
    }
    let first = invoices.take(NAMED_INVOICES);
    let first: Vec<&str> = first.map(|it| input.day.journal.invoice_no(it)).collect();
    let others = (input.language.phrases.sentence.and_others)(others);
    Cell::word(all, format!("{} {others}", first.join(", ")))
}

/// A running sum of what is owed, by currency.
#[derive(Debug, Default)]
pub struct RunningBalance(std::collections::BTreeMap<Currency, Minor>);

impl RunningBalance {
    /// Adds a change and says what is owed after it.
    pub fn add_change(&mut self, change: Money) -> Money {
        let sum = self.0.entry(change.currency).or_default();
        *sum += change.minor;
        Money::new(*sum, change.currency)
    }
}
