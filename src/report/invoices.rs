//! `invoices`: every invoice up to the day, and how it stands.

use super::page::{Basis, add_totals, column, page, put_table, shown};
use super::scope::{Report, Scope, Write};
use super::status::InvoiceStatus;
use super::{who, words};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::{InvoiceIx, NumberUse};
use crate::value::money::{Minor, Money};

/// Every invoice up to the day.
pub static INVOICES: Report = Report {
    name: "invoices",
    about: "every invoice up to the day, and how it stands",
    write: Write::All(write),
};

fn write(scope: Scope<'_>) -> Vec<Document> {
    let say = &scope.language.phrases;
    let mut page = page(scope, "invoices", say.title.invoices, Basis::Entries);
    let mut table = table(scope);
    if table.rows.is_empty() {
        let words = (say.sentence.no_invoices)(scope.ledger.as_of.0);
        page.blocks.push(Block::Paragraph(words));
    }
    add_totals(scope, &mut table);
    put_table(scope, &mut page, table);
    vec![page]
}

/// The table, for `export` too.
pub fn table(scope: Scope<'_>) -> Table {
    Table {
        columns: columns(scope),
        rows: by_number(scope)
            .into_iter()
            .map(|invoice| row(scope, invoice))
            .collect(),
        totals: Vec::new(),
    }
}

/// Every invoice dated up to the day, by number.
pub fn by_number(scope: Scope<'_>) -> Vec<InvoiceIx> {
    let journal = scope.journal;
    let issued = journal.invoices.iter().filter(|(_, invoice)| {
        invoice.number_use == NumberUse::Invoice && invoice.date <= scope.ledger.as_of.0
    });
    let mut all: Vec<(&str, InvoiceIx)> = issued
        .map(|(number, _)| (journal.invoice_no(number), number))
        .collect();
    all.sort_unstable();
    all.into_iter().map(|(_, number)| number).collect()
}

fn columns(scope: Scope<'_>) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    vec![
        column("invoice", head.invoice),
        column("customer", head.customer),
        shown("name", head.name, ColumnVisibility::WhenRoom),
        column("invoice_date", head.invoice_date),
        column("due_date", head.due_date),
        column("status", head.status),
        column("currency", head.currency),
        column("amount", head.amount),
        column("open", head.open),
        shown("charges", head.charges, ColumnVisibility::WhenUsed),
        shown("instalments", head.instalments, ColumnVisibility::Programs),
    ]
}

fn row(scope: Scope<'_>, number: InvoiceIx) -> Vec<Cell> {
    let Scope {
        journal,
        ledger,
        language,
        ..
    } = scope;
    let invoice = &journal.invoices[number];
    let status = InvoiceStatus::of(scope, number);
    let money = |minor| Cell::from(Money::new(minor, invoice.currency));
    let [id, name] = who::cells(journal, invoice.customer);
    vec![
        Cell::text(journal.invoice_no(number)),
        id,
        name,
        Cell::Date(invoice.date),
        status.due.into(),
        words::cell(status.word(ledger.as_of, language)),
        Cell::Currency(invoice.currency),
        invoice
            .amount()
            .map_or(Cell::Empty, |amount| money(Minor::from(amount))),
        if status.readable {
            money(status.open)
        } else {
            Cell::Empty
        },
        money(status.charges),
        Cell::count(invoice.item_count.into()),
    ]
}
