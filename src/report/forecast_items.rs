//! `forecast --by invoice`: each open item, when it is expected, and why then.

use super::forecast::{days_late, kind, monday};
use super::page::{column, shown};
use super::places::Places;
use super::scope::Scope;
use super::who;
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::insight::forecast::{ExpectedReceipt, ForecastReason, ReceiptTiming};
use crate::journal::model::{Event, ItemIx};
use crate::journal::source_lookup::EntryQuote;
use crate::value::money::Money;

/// The table of some expectations.
pub fn table(scope: Scope<'_>, expected: &[ExpectedReceipt<'_>]) -> Table {
    let places = Places::of(scope);
    Table {
        columns: columns(scope, places),
        rows: expected.iter().map(|it| row(scope, places, it)).collect(),
        totals: Vec::new(),
    }
}

fn columns(scope: Scope<'_>, places: Places) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    let label = &scope.language.phrases.forecast.label;
    let mut columns = vec![
        column("customer", head.customer),
        shown("name", head.name, ColumnVisibility::Programs),
        column("invoice", head.invoice),
        shown("instalment", head.instalment, ColumnVisibility::WhenUsed),
        shown("due_date", head.due_date, ColumnVisibility::WhenRoom),
        shown("days", head.days, ColumnVisibility::WhenRoom),
        shown("where", label.expected, ColumnVisibility::People),
        shown("expected_date", label.expected, ColumnVisibility::Programs),
        shown("week", label.week, ColumnVisibility::Programs),
        shown("kind", label.expected, ColumnVisibility::Programs),
        shown("basis", label.reason, ColumnVisibility::Programs),
        shown("why", label.reason, ColumnVisibility::People),
        column("currency", head.currency),
        column("amount", label.amount),
    ];
    // People read the place behind the words.
    columns.extend(
        places
            .columns(scope)
            .into_iter()
            .filter(|it| it.visibility == ColumnVisibility::Programs),
    );
    columns
}

fn row(scope: Scope<'_>, places: Places, expected: &ExpectedReceipt<'_>) -> Vec<Cell> {
    let journal = scope.journal;
    let currency = journal.invoices[expected.invoice].currency;
    let due = journal.items[expected.item].due;
    let day = match expected.timing {
        ReceiptTiming::On(day) => Some(day),
        _ => None,
    };
    let (code, said) = kind(scope, expected.timing);
    let (basis, why) = why(scope, expected);
    let quote = entry(expected.reason).map_or_else(EntryQuote::default, |event| {
        scope.archive.quote_entry(event.origin)
    });
    let mut cells = Vec::from(who::cells(journal, expected.customer));
    cells.extend([
        Cell::text(journal.invoice_no(expected.invoice)),
        instalment(scope, expected.item),
        due.into(),
        days_late(scope, due).map_or(Cell::Empty, Cell::Number),
        day.map_or_else(|| Cell::text(said), Cell::Date),
        day.into(),
        day.map(monday).into(),
        Cell::word(code, said),
        Cell::word(basis, ""),
        Cell::text(&told(scope, places, why, &quote)),
        Cell::Currency(currency),
        Money::new(expected.amount, currency).into(),
    ]);
    let [file, line, _] = places.cells(&quote);
    cells.extend([file, line]);
    cells
}

/// The reason, and where the entry stands that it rests on.
fn told(scope: Scope<'_>, places: Places, why: String, quote: &EntryQuote) -> String {
    if quote.file.is_empty() {
        return why;
    }
    format!("{why} ({})", places.said(scope, quote))
}

/// Which instalment, where there are several.
fn instalment(scope: Scope<'_>, item: ItemIx) -> Cell {
    let invoice = scope.journal.items[item].invoice;
    let mut items = scope.journal.items_of(invoice);
    let count = scope.journal.invoices[invoice].item_count;
    let place = items.position(|other| other == item).unwrap_or_default();
    let words = format!("{}/{count}", place.saturating_add(1));
    let said = if count == 1 {
        String::new()
    } else {
        words.clone()
    };
    Cell::word(words, said)
}

/// The entry that an expectation rests on.
const fn entry(why: ForecastReason<'_>) -> Option<&Event> {
    match why {
        ForecastReason::Promise(event)
        | ForecastReason::Plan(event)
        | ForecastReason::BrokenPromise(event)
        | ForecastReason::Hold(event) => Some(event),
        _ => None,
    }
}

/// Why, for programs and for people.
fn why(scope: Scope<'_>, expected: &ExpectedReceipt<'_>) -> (&'static str, String) {
    let words = &scope.language.phrases.forecast.reason;
    match expected.reason {
        ForecastReason::Promise(_) => ("promise", words.promise.to_owned()),
        ForecastReason::Plan(_) => ("plan", words.plan.to_owned()),
        ForecastReason::UsualDays { days, items } => ("habit", (words.usual_days)(days.0, items)),
        ForecastReason::UsualWhenLate { days, items } => {
            ("recovery", (words.usual_when_late)(days.0, items))
        }
        ForecastReason::DueDate => ("due-date", words.due_date.to_owned()),
        ForecastReason::TooFew => ("too-few", words.too_few.to_owned()),
        ForecastReason::TooLate {
            items,
            settled_items: of,
        } => ("too-late", (words.too_late)(items, of)),
        ForecastReason::BrokenPromise(_) => ("broken-promise", words.broken_promise.to_owned()),
        ForecastReason::NoDueDate => ("no-due-date", words.no_due_date.to_owned()),
        ForecastReason::Hold(_) => held(scope, expected.timing),
    }
}

fn held(scope: Scope<'_>, when: ReceiptTiming) -> (&'static str, String) {
    let words = &scope.language.phrases.forecast.reason;
    let (code, said) = match when {
        ReceiptTiming::Disputed => ("dispute", words.disputed),
        ReceiptTiming::HandedOver => ("handover", words.handed_over),
        ReceiptTiming::Insolvent => ("insolvency", words.insolvent),
        ReceiptTiming::On(_) | ReceiptTiming::Unknown | ReceiptTiming::Held => ("hold", words.held),
    };
    (code, said.to_owned())
}
