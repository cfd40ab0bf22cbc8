//! `customers`: everybody the journal names.

use super::shared::invoice_status::InvoiceStatus;
use super::shared::labels;
use super::shared::page::{PageBasis, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use super::shared::source_column::file_and_line_cells;
use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::{Customer, CustomerIx, NumberUse};
use crate::value::index_vec::IndexVec;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// Everybody the journal names.
pub static CUSTOMERS: Report = Report {
    name: "customers",
    aliases: &[],
    about: "everybody the journal names, for scripts and for people",
    flags: &[],
    columns: "",
    write: ReportFn::All(write),
};

/// What the invoices of a customer add up to in number.
#[derive(Clone, Copy, Debug, Default)]
struct InvoiceCounts {
    invoices: usize,
    open: usize,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let say = &input.language.phrases;
    let mut page = start_page(input, "customers", say.title.customers, PageBasis::Entries);
    let table = table(input);
    if table.rows.is_empty() {
        page.push_paragraph(say.sentence.no_customers);
    }
    page.push_table(table);
    vec![page]
}

/// The table, for `export` too.
pub fn table(input: ReportInput<'_>) -> Table {
    let counts = count_invoices(input);
    let rows = input
        .day
        .journal
        .customers_by_id()
        .into_iter()
        .map(|customer| row(input, customer, counts[customer]));
    Table::new(columns(input), rows)
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    vec![
        column("customer", head.customer),
        column("name", head.name),
        column_visible("kind", head.kind, ColumnVisibility::WhenUsed),
        column_visible("country", head.country, ColumnVisibility::WhenRoom),
        column_visible("language", head.language, ColumnVisibility::Programs),
        column_visible("email", head.email, ColumnVisibility::WhenRoom),
        column_visible("phone", head.phone, ColumnVisibility::WhenRoom),
        column_visible("terms", head.terms, ColumnVisibility::WhenRoom),
        column_visible("policy", head.policy, ColumnVisibility::WhenRoom),
        column("invoices", head.invoices),
        column("open_invoices", head.open_invoices),
        column_visible("first_invoice", head.first, ColumnVisibility::Programs),
        column_visible("last_invoice", head.last, ColumnVisibility::WhenUsed),
        column_visible("file", head.file, ColumnVisibility::Programs),
        column_visible("line", head.line, ColumnVisibility::Programs),
    ]
}

fn row(input: ReportInput<'_>, customer: CustomerIx, count: InvoiceCounts) -> Vec<Cell> {
    let record = &input.day.journal.customers[customer];
    let [file, line] = file_and_line_cells(
        record
            .origin
            .and_then(|origin| input.day.source_lookup.file_and_line(origin)),
    );
    vec![
        Cell::text(input.day.journal.customer_id(customer)),
        Cell::text(input.day.journal.customer_name(customer)),
        record.kind.map_or(Cell::Empty, |kind| {
            labels::label_cell(labels::customer_kind_label(kind, input.language))
        }),
        field_cell(record, KeyName::Country),
        field_cell(record, KeyName::Language),
        field_cell(record, KeyName::Email),
        field_cell(record, KeyName::Phone),
        record.terms.map_or(Cell::Empty, |terms| {
            labels::terms_cell(terms, input.language)
        }),
        record.policy.as_deref().map_or(Cell::Empty, Cell::text),
        Cell::count(count.invoices),
        Cell::count(count.open),
        count.first.into(),
        count.last.into(),
        file,
        line,
    ]
}

/// The first value of a key of a customer.
pub fn field_cell(customer: &Customer, key: KeyName) -> Cell {
    customer.value(key).map_or(Cell::Empty, Cell::text)
}

fn count_invoices(input: ReportInput<'_>) -> IndexVec<CustomerIx, InvoiceCounts> {
    let mut counts =
        IndexVec::from_elem(InvoiceCounts::default(), input.day.journal.customers.len());
    for (number, invoice) in input.day.journal.invoices.iter() {
        let Some(customer) = invoice.customer else {
            continue;
        };
        if invoice.number_use != NumberUse::Invoice || invoice.date > input.day.as_of() {
            continue;
        }
        let count: &mut InvoiceCounts = &mut counts[customer];
        count.invoices = count.invoices.saturating_add(1);
        if InvoiceStatus::for_invoice(input, number).is_open() {
            count.open = count.open.saturating_add(1);
        }
        count.first = Some(
            count
                .first
                .map_or(invoice.date, |day| day.min(invoice.date)),
        );
        count.last = count.last.max(Some(invoice.date));
    }
    counts
}
