//! `forecast --by invoice`: each open item, when it is expected, and why then.

use super::receipt_timing::{days_late, expectation_kind, monday_of};
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::insight::expected_receipt::{ExpectedReceipt, ForecastReason, ReceiptTiming};
use crate::journal::model::Event;
use crate::journal::source_lookup::EntryQuote;
use crate::report::shared::customer_cells;
use crate::report::shared::instalment::divided_instalment_cell;
use crate::report::shared::page::{column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::SourceStyle;
use crate::value::money::Money;

/// The table of some expectations.
pub fn table(input: ReportInput<'_>, expected: &[ExpectedReceipt<'_>]) -> Table {
    let places = SourceStyle::for_files(input);
    Table::new(
        columns(input, places),
        expected.iter().map(|it| row(input, places, it)),
    )
}

fn columns(input: ReportInput<'_>, places: SourceStyle) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let label = &input.language.phrases.forecast.label;
    let mut columns = vec![
        column("customer", head.customer),
        column_visible("name", head.name, ColumnVisibility::Programs),
        column("invoice", head.invoice),
        column_visible("instalment", head.instalment, ColumnVisibility::WhenUsed),
        column_visible("due_date", head.due_date, ColumnVisibility::WhenRoom),
        column_visible("days", head.days, ColumnVisibility::WhenRoom),
        column_visible("where", label.expected, ColumnVisibility::People),
        column_visible("expected_date", label.expected, ColumnVisibility::Programs),
        column_visible("week", label.week, ColumnVisibility::Programs),
        column_visible("kind", label.expected, ColumnVisibility::Programs),
        column_visible("basis", label.reason, ColumnVisibility::Programs),
        column_visible("why", label.reason, ColumnVisibility::People),
        column("currency", head.currency),
        column("amount", label.amount),
    ];
    // People read the place behind the words.
    columns.extend(
        places
            .columns(input)
            .into_iter()
            .filter(|it| it.visibility == ColumnVisibility::Programs),
    );
    columns
}

fn row(input: ReportInput<'_>, places: SourceStyle, expected: &ExpectedReceipt<'_>) -> Vec<Cell> {
    let journal = input.day.journal;
    let currency = journal.invoices[expected.invoice].currency;
    let due = journal.items[expected.item].due;
    let day = match expected.timing {
        ReceiptTiming::On(day) => Some(day),
        _ => None,
    };
    let (code, said) = expectation_kind(input, expected.timing);
    let (basis, why) = expectation_reason(input, expected);
    let quote = source_event(expected.reason).map_or_else(EntryQuote::default, |event| {
        input.day.source_lookup.quote_entry(event.origin)
    });
    let mut cells = Vec::from(customer_cells::customer_cells(journal, expected.customer));
    cells.extend([
        Cell::text(journal.invoice_no(expected.invoice)),
        divided_instalment_cell(
            journal.place_in_invoice(expected.item),
            journal.invoices[expected.invoice].item_count,
        ),
        due.into(),
        days_late(input, due).map_or(Cell::Empty, Cell::Number),
        day.map_or_else(|| Cell::text(said), Cell::Date),
        day.into(),
        day.map(monday_of).into(),
        Cell::word(code, said),
        Cell::word(basis, why.clone()),
        Cell::text(&reason_with_source(input, places, why, &quote)),
        Cell::Currency(currency),
        Money::new(expected.amount, currency).into(),
    ]);
    let [file, line, _] = places.cells(&quote);
    cells.extend([file, line]);
    cells
}

/// The reason, and where the entry stands that it rests on.
fn reason_with_source(
    input: ReportInput<'_>,
    places: SourceStyle,
    why: String,
    quote: &EntryQuote,
) -> String {
    if quote.file.is_empty() {
        return why;
    }
    format!("{why} ({})", places.format_source(input, quote))
}

/// The entry that an expectation rests on.
const fn source_event(why: ForecastReason<'_>) -> Option<&Event> {
    match why {
        ForecastReason::Promise(event)
        | ForecastReason::Plan(event)
        | ForecastReason::MissedPart(event)
        | ForecastReason::BrokenPromise(event)
        | ForecastReason::Hold(event) => Some(event),
        _ => None,
    }
}

/// Why, for programs and for people.
fn expectation_reason(
    input: ReportInput<'_>,
    expected: &ExpectedReceipt<'_>,
) -> (&'static str, String) {
    let words = &input.language.phrases.forecast.reason;
    match expected.reason {
        ForecastReason::Promise(_) => ("promise", words.promise.to_owned()),
        ForecastReason::Plan(_) => ("plan", words.plan.to_owned()),
        ForecastReason::MissedPart(_) => ("missed-part", words.missed_part.to_owned()),
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
        ForecastReason::Hold(_) => hold_reason(input, expected.timing),
    }
}

fn hold_reason(input: ReportInput<'_>, when: ReceiptTiming) -> (&'static str, String) {
    let words = &input.language.phrases.forecast.reason;
    let (code, said) = match when {
        ReceiptTiming::Disputed => ("dispute", words.disputed),
        ReceiptTiming::Conceded => ("conceded", words.conceded),
        ReceiptTiming::HandedOver => ("handover", words.handed_over),
        ReceiptTiming::Insolvent => ("insolvency", words.insolvent),
        ReceiptTiming::On(_) | ReceiptTiming::Unknown | ReceiptTiming::Held => ("hold", words.held),
    };
    (code, said.to_owned())
}
