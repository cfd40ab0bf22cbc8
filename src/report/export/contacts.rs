//! The table of contacts that `export` writes: letters, calls and arrangements.

use super::export_table::export_rows;
use crate::document::{Cell, TableRows};
use crate::journal::model::Event;
use crate::report::shared::contact_summary::EventColumns;
use crate::report::shared::customer_cells::CustomerCells;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::{join_values, quote_cells};
use crate::report::shared::{labels, timeline};
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;

/// Letters, calls and arrangements up to the day.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let events = input.day.history().events();
    // A settlement stands among what moves money.
    let mut events: Vec<&Event> = events.filter(|it| it.settlement().is_none()).collect();
    events.sort_by_key(|event| (event.date, event.origin));
    let keys = [
        "date",
        "entry",
        "customer",
        "name",
        "invoice",
        "word",
        "channel",
        "reason",
        "outcome",
        "with",
        "spent",
        "until",
        "follow_up",
        "currency",
        "amount",
        "text",
        "file",
        "line",
        "document",
        "cost",
        "verified",
        "satisfied",
    ];
    let events = events.into_iter();
    let customers = CustomerCells::new(input.day.journal);
    let rows = events.map(move |event| contact_row(input, &customers, event));
    export_rows(&keys, rows)
}

fn contact_row(input: ReportInput<'_>, customers: &CustomerCells<'_>, event: &Event) -> Vec<Cell> {
    let quote = input.day.source_lookup.quote_entry(event.origin);
    let columns = EventColumns::from_event(event);
    let said = |key: &str| {
        let mut values = quote.details.iter().filter(|(name, _)| name == key);
        values
            .next()
            .map_or(Cell::Empty, |(_, value)| Cell::text(value))
    };
    let amount = columns.amount;
    let [id, name] = customers.cells_of(event.customer);
    let [file, line] = quote_cells(&quote);
    vec![
        Cell::Date(event.date),
        labels::label_cell(labels::event_label(event.kind(), input.language)),
        id,
        name,
        Cell::text(&timeline::join_invoice_numbers(input, event.invoices())),
        Cell::text(columns.word),
        Cell::text(&Channel::join(columns.channels, " ")),
        said("reason"),
        said("outcome"),
        said("with"),
        said("spent"),
        columns.until.into(),
        event.follow_up.into(),
        amount.map_or(Cell::Empty, |amount| Cell::Currency(amount.currency)),
        amount.map_or(Cell::Empty, Cell::from),
        Cell::text(&timeline::quote_text(&quote)),
        file,
        line,
        join_values(&quote, KeyName::Document),
        said("cost"),
        said("verified"),
        said("satisfied"),
    ]
}
