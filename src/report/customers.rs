//! `customers`: everybody the journal names.

use super::page::{Basis, column, page, shown};
use super::places::file_and_line;
use super::scope::{Report, Scope, Write};
use super::status::InvoiceStatus;
use super::words;
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::{Customer, CustomerIx, NumberUse};
use crate::value::index_vec::IndexVec;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// Everybody the journal names.
pub static CUSTOMERS: Report = Report {
    name: "customers",
    about: "everybody the journal names, for scripts and for people",
    write: Write::All(write),
};

/// What the invoices of a customer add up to in number.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    invoices: usize,
    open: usize,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

fn write(scope: Scope<'_>) -> Vec<Document> {
    let say = &scope.language.phrases;
    let mut page = page(scope, "customers", say.title.customers, Basis::Entries);
    let table = table(scope);
    if table.rows.is_empty() {
        page.blocks
            .push(Block::Paragraph(say.sentence.no_customers.to_owned()));
    }
    page.blocks.push(Block::Table(table));
    vec![page]
}

/// The table, for `export` too.
pub fn table(scope: Scope<'_>) -> Table {
    let counts = counts(scope);
    let rows = scope
        .journal
        .customers_by_id()
        .into_iter()
        .map(|customer| row(scope, customer, counts[customer]))
        .collect();
    Table {
        columns: columns(scope),
        rows,
        totals: Vec::new(),
    }
}

fn columns(scope: Scope<'_>) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    vec![
        column("customer", head.customer),
        column("name", head.name),
        shown("kind", head.kind, ColumnVisibility::WhenUsed),
        shown("country", head.country, ColumnVisibility::WhenRoom),
        shown("language", head.language, ColumnVisibility::Programs),
        shown("email", head.email, ColumnVisibility::WhenRoom),
        shown("phone", head.phone, ColumnVisibility::WhenRoom),
        shown("terms", head.terms, ColumnVisibility::WhenRoom),
        shown("policy", head.policy, ColumnVisibility::WhenRoom),
        column("invoices", head.invoices),
        column("open_invoices", head.open_invoices),
        shown("first_invoice", head.first, ColumnVisibility::Programs),
        shown("last_invoice", head.last, ColumnVisibility::WhenUsed),
        shown("file", head.file, ColumnVisibility::Programs),
        shown("line", head.line, ColumnVisibility::Programs),
    ]
}

fn row(scope: Scope<'_>, customer: CustomerIx, count: Count) -> Vec<Cell> {
    let record = &scope.journal.customers[customer];
    let [file, line] = file_and_line(
        record
            .origin
            .and_then(|origin| scope.archive.file_and_line(origin)),
    );
    vec![
        Cell::text(scope.journal.customer_id(customer)),
        Cell::text(scope.journal.customer_name(customer)),
        record.kind.map_or(Cell::Empty, |kind| {
            words::cell(words::kind(kind, scope.language))
        }),
        field(record, KeyName::Country),
        field(record, KeyName::Language),
        field(record, KeyName::Email),
        field(record, KeyName::Phone),
        record
            .terms
            .map_or(Cell::Empty, |terms| words::duration(terms, scope.language)),
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
pub fn field(customer: &Customer, key: KeyName) -> Cell {
    let first = customer.fields.values(key).next();
    first.map_or(Cell::Empty, Cell::text)
}

fn counts(scope: Scope<'_>) -> IndexVec<CustomerIx, Count> {
    let mut counts = IndexVec::from_elem(Count::default(), scope.journal.customers.len());
    for (number, invoice) in scope.journal.invoices.iter() {
        let Some(customer) = invoice.customer else {
            continue;
        };
        if invoice.number_use != NumberUse::Invoice || invoice.date > scope.ledger.as_of.0 {
            continue;
        }
        let count: &mut Count = &mut counts[customer];
        count.invoices = count.invoices.saturating_add(1);
        if InvoiceStatus::of(scope, number).is_open() {
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
