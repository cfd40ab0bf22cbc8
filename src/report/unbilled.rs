//! `unbilled`: what was delivered and is still to be invoiced.

use super::shared::customer_cells;
use super::shared::page::{PageBasis, add_table, add_totals, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use super::shared::source_column::file_and_line_cells;
use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::journal::deliveries::{time_to_invoice, unbilled_deliveries};
use crate::journal::event_details::EventDetails;
use crate::journal::model::Event;
use crate::value::calendar::days_between;

/// What was delivered and is still to be invoiced.
pub static UNBILLED: Report = Report {
    name: "unbilled",
    aliases: &["uninvoiced"],
    about: "what was delivered and is still to be invoiced",
    flags: &[],
    columns: COLUMNS,
    write: ReportFn::All(write),
};

const COLUMNS: &str = "\
Columns of csv and json, one row a `delivered` entry without an invoice:
  date             when it was delivered
  customer, name
  text             what it was
  currency, amount what will be invoiced; empty where the entry does not say
  days             how many days ago
  invoice_by       the last day for the invoice: `invoice-within` of the policy, a week where it says nothing
  file, line       the entry
An invoice of the same customer that names the day with `delivered:` takes it off the list.";

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let words = &input.language.phrases.overview.unbilled;
    let head = &input.language.phrases.heading;
    let mut page = start_page(input, "unbilled", words.title, PageBasis::Entries);
    let deliveries = unbilled_deliveries(input.day.journal, input.day.as_of());
    let is_empty = deliveries.is_empty();
    if is_empty {
        page.push_paragraph((words.nothing)(input.day.as_of()));
    }
    let mut table = Table::new(
        vec![
            column("date", head.date),
            column("customer", head.customer),
            column_visible("name", head.name, ColumnVisibility::WhenRoom),
            column("text", head.text),
            column("currency", head.currency),
            column("amount", head.amount),
            column("days", words.days),
            column("invoice_by", words.invoice_by),
            column_visible("file", head.file, ColumnVisibility::Programs),
            column_visible("line", head.line, ColumnVisibility::Programs),
        ],
        deliveries.into_iter().map(|event| row(input, event)),
    );
    add_totals(input, &mut table);
    add_table(input, &mut page, table);
    if !is_empty {
        page.push_paragraph(words.hint);
    }
    vec![page]
}

fn row(input: ReportInput<'_>, event: &Event) -> Vec<Cell> {
    let journal = input.day.journal;
    let amount = match &event.details {
        EventDetails::Delivered { amount } => amount.as_deref().copied(),
        _ => None,
    };
    let last = event
        .customer
        .and_then(|customer| time_to_invoice(journal, customer, event.date).date_after(event.date));
    let [id, name] = customer_cells::customer_cells(journal, event.customer);
    let place = input.day.source_lookup.file_and_line(event.origin);
    let [file, line] = file_and_line_cells(place);
    vec![
        Cell::Date(event.date),
        id,
        name,
        Cell::text(&input.day.source_lookup.free_text(event.origin)),
        amount.map_or(Cell::Empty, |amount| Cell::Currency(amount.currency)),
        amount.map_or(Cell::Empty, Cell::from),
        Cell::Number(days_between(event.date, input.day.as_of())),
        last.into(),
        file,
        line,
    ]
}
