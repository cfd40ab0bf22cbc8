//! The lines of invoices and credit notes, one a row, for tables that others calculate with.

use super::customer_cells::customer_cells;
use super::invoice_line_cells::line_cells;
use super::labels;
use super::report_input::ReportInput;
use super::source_column::file_and_line_cells;
use super::vat_code_cell::vat_code_cell;
use crate::document::Cell;
use crate::journal::model::{CustomerIx, InvoiceIx, MovementKind, NumberUse};
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::vat_code::VatCode;
use chrono::NaiveDate;

/// The columns of the rows.
pub const LINE_KEYS: [&str; 15] = [
    "date", "kind", "number", "customer", "name", "no", "text", "quantity", "unit", "price",
    "currency", "net", "vat_code", "file", "line",
];

/// An invoice or a credit note.
struct SalesDocument {
    date: NaiveDate,
    is_credit_note: bool,
    number: Option<InvoiceIx>,
    customer: Option<CustomerIx>,
    currency: Currency,
    /// The rate of lines that have none of their own.
    vat: Option<VatCode>,
    origin: Origin,
}

/// A row for each line of the documents of some days. Those of a credit note are below zero, so that a column adds up to what
/// was sold.
pub fn line_rows(
    input: ReportInput<'_>,
    is_asked: impl Fn(NaiveDate) -> bool,
) -> impl Iterator<Item = Vec<Cell>> + '_ {
    let mut documents = list_documents(input);
    documents.retain(|document| is_asked(document.date));
    documents.sort_by_key(|document| (document.date, document.origin));
    let documents = documents.into_iter();
    documents.flat_map(move |it| rows_of(input, &it))
}

fn list_documents(input: ReportInput<'_>) -> Vec<SalesDocument> {
    let journal = input.day.journal;
    let invoices = journal.invoices.iter();
    let issued = invoices.filter(|(_, it)| it.number_use == NumberUse::Invoice);
    let issued = issued.map(|(number, it)| SalesDocument {
        date: it.date,
        is_credit_note: false,
        number: Some(number),
        customer: it.customer,
        currency: it.currency,
        vat: it.vat,
        origin: it.origin,
    });
    let notes = journal.movements.iter().map(|(_, it)| it);
    let notes = notes.filter(|it| it.kind == MovementKind::Credit);
    let notes = notes.map(|it| SalesDocument {
        date: it.date,
        is_credit_note: true,
        number: it
            .extra
            .as_ref()
            .and_then(|extra| extra.credit_number)
            .or(it.invoice),
        customer: it.customer,
        currency: it.currency,
        vat: it.extra.as_ref().and_then(|extra| extra.vat),
        origin: it.origin,
    });
    issued.chain(notes).collect()
}

fn rows_of(input: ReportInput<'_>, document: &SalesDocument) -> Vec<Vec<Cell>> {
    let journal = input.day.journal;
    let mut lines = input.day.source_lookup.quote_lines(document.origin);
    if lines.is_empty() {
        return Vec::new();
    }
    let [id, name] = customer_cells(journal, document.customer);
    let words = &input.language.phrases.entry;
    let kind = if document.is_credit_note {
        labels::movement_label(MovementKind::Credit, input.language)
    } else {
        ("invoice", words.invoice)
    };
    let number = document.number.map(|number| journal.invoice_no(number));
    let lookup = input.day.source_lookup;
    let [file, place] = file_and_line_cells(lookup.file_and_line(document.origin));
    let rows = lines.iter_mut().enumerate().map(|(at, line)| {
        line.is_less ^= document.is_credit_note;
        let code = vat_code_cell(input.language, line.vat.or(document.vat));
        let [quantity, unit, price, net] = line_cells(line, document.currency);
        vec![
            Cell::Date(document.date),
            labels::label_cell(kind),
            Cell::text(number.unwrap_or_default()),
            id.clone(),
            name.clone(),
            Cell::count(at.saturating_add(1)),
            Cell::text(&line.text),
            quantity,
            unit,
            price,
            Cell::Currency(document.currency),
            net,
            code,
            file.clone(),
            place.clone(),
        ]
    });
    rows.collect()
}
