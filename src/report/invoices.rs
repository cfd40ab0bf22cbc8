//! `invoices`: every invoice up to the day, and how it stands.

use super::shared::customer_cells::CustomerCells;
use super::shared::invoice_status::InvoiceStatus;
use super::shared::labels;
use super::shared::page::{PageBasis, add_table, add_totals, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;

use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::{InvoiceIx, NumberUse};
use crate::ledger::vat_breakdown::VatPart;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};

/// Every invoice up to the day.
pub static INVOICES: Report = Report {
    name: "invoices",
    aliases: &[],
    about: "every invoice up to the day, and how it stands",
    flags: &[],
    columns: "",
    write: ReportFn::All(write),
};

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let say = &input.language.phrases;
    let mut page = start_page(input, "invoices", say.title.invoices, PageBasis::Entries);
    let mut table = table(input);
    if table.rows.is_empty() {
        let words = (say.sentence.no_invoices)(input.day.as_of());
        page.push_paragraph(words);
    }
    add_totals(input, &mut table);
    clear_partial_totals(&mut table);
    add_table(input, &mut page, table);
    vec![page]
}

/// A total of VAT says nothing where some invoices have no rate.
pub fn clear_partial_totals(table: &mut Table) {
    for (place, column) in table.columns.iter().enumerate() {
        let is_unknown = |row: &Vec<Cell>| row.get(place) == Some(&Cell::Empty);
        if matches!(column.key.as_str(), "vat" | "net") && table.rows.iter().any(is_unknown) {
            for cell in table.totals.iter_mut().filter_map(|row| row.get_mut(place)) {
                *cell = Cell::Empty;
            }
        }
    }
}

fn table(input: ReportInput<'_>) -> Table {
    let customers = CustomerCells::new(input.day.journal);
    Table::new(
        columns(input),
        invoices_by_number(input)
            .into_iter()
            .map(|invoice| row(input, &customers, invoice)),
    )
}

/// Every invoice dated up to the day, by number.
pub fn invoices_by_number(input: ReportInput<'_>) -> Vec<InvoiceIx> {
    let journal = input.day.journal;
    let issued = journal.invoices.iter().filter(|(_, invoice)| {
        invoice.number_use == NumberUse::Invoice && invoice.date <= input.day.as_of()
    });
    let mut all: Vec<((usize, &str), InvoiceIx)> = issued
        .map(|(number, _)| (journal.invoice_order(number), number))
        .collect();
    all.sort_unstable();
    all.into_iter().map(|(_, number)| number).collect()
}

/// The columns, for `export` too.
pub fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let words = &input.language.phrases.overview.show;
    vec![
        column("invoice", head.invoice),
        column("customer", head.customer),
        column_visible("name", head.name, ColumnVisibility::WhenRoom),
        column_visible(
            "invoice_date",
            head.invoice_date,
            ColumnVisibility::WhenRoom,
        ),
        column("due_date", head.due_date),
        column("status", head.status),
        column("currency", head.currency),
        column("amount", head.amount),
        column("open", head.open),
        column_visible("charges", head.charges, ColumnVisibility::WhenUsed),
        column_visible("instalments", head.instalments, ColumnVisibility::Programs),
        column_visible("vat", words.vat, ColumnVisibility::WhenRoom),
        column_visible("net", words.net, ColumnVisibility::WhenRoom),
    ]
}

/// The row of an invoice, for `export` too.
pub fn row(input: ReportInput<'_>, customers: &CustomerCells<'_>, number: InvoiceIx) -> Vec<Cell> {
    let journal = input.day.journal;
    let invoice = &journal.invoices[number];
    let status = InvoiceStatus::for_invoice(input, number);
    let money = |minor| Cell::from(Money::new(minor, invoice.currency));
    let [vat, net] = vat_cells(input, number);
    let [id, name] = customers.cells_of(invoice.customer);
    vec![
        Cell::text(journal.invoice_no(number)),
        id,
        name,
        Cell::Date(invoice.date),
        status.due.into(),
        labels::label_cell(status.label(input.day.as_of(), input.language)),
        Cell::Currency(invoice.currency),
        invoice
            .amount()
            .map_or(Cell::Empty, |amount| money(Minor::from(amount))),
        if status.is_readable {
            money(status.open)
        } else {
            Cell::Empty
        },
        money(status.charges),
        Cell::count(invoice.item_count.into()),
        vat,
        net,
    ]
}

/// The VAT of an invoice, and the amount without it.
fn vat_cells(input: ReportInput<'_>, number: InvoiceIx) -> [Cell; 2] {
    let journal = input.day.journal;
    let invoice = &journal.invoices[number];
    if invoice.amount().is_none() {
        return [Cell::Empty, Cell::Empty];
    }
    let parts = input.day.vat_breakdown().of_invoice(journal, number);
    vat_and_net_cells(&parts, invoice.currency)
}

/// The VAT of parts, and the amount without it; empty where some of it has no rate.
pub fn vat_and_net_cells(parts: &[VatPart], currency: Currency) -> [Cell; 2] {
    if parts.iter().any(|part| part.code.is_none()) {
        return [Cell::Empty, Cell::Empty];
    }
    let money = |minor: Minor| Cell::from(Money::new(minor, currency));
    let (net, vat) = (
        parts.iter().map(|part| part.net),
        parts.iter().map(|part| part.vat),
    );
    [money(vat.sum()), money(net.sum())]
}
