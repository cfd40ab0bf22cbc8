//! The table of invoices that `export` writes: the list, with what was written, where, and what stands behind it.

use super::export_table::plain_columns;
use super::last_payments::LastPayments;
use crate::document::{Cell, TableRows};
use crate::journal::model::InvoiceIx;
use crate::report::invoices;
use crate::report::shared::customer_cells::CustomerCells;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::{join_values, quote_cells};
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::value::vat_code::VatCode;

/// How many columns at the end of the list tell of VAT.
const VAT_COLUMNS: usize = 2;

/// The list of invoices and more. New columns stand behind those that were there before.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let mut columns = invoices::columns(input);
    let of_vat = columns.len().saturating_sub(VAT_COLUMNS);
    let vat_columns = columns.split_off(of_vat);
    columns.extend(plain_columns(&["text", "file", "line"]));
    columns.extend(vat_columns);
    columns.extend(plain_columns(&[
        "vat_codes",
        "document",
        "order",
        "disputed",
        "last_payment",
    ]));
    let journal = input.day.journal;
    let contested = input.day.dunning().contested();
    let paid = LastPayments::of_invoices(journal, input.day.ledger);
    let numbers = invoices::invoices_by_number(input).into_iter();
    let customers = CustomerCells::new(journal);
    let rows = numbers.map(move |number| {
        let mut row = invoices::row(input, &customers, number);
        let invoice = &journal.invoices[number];
        let quote = input.day.source_lookup.quote_entry(invoice.origin);
        let vat_cells = row.split_off(of_vat);
        let disputed = contested.get(&number).copied().unwrap_or(Minor::ZERO);
        row.push(Cell::text(&quote.text));
        row.extend(quote_cells(&quote));
        row.extend(vat_cells);
        row.push(vat_codes_cell(input, number));
        row.push(join_values(&quote, KeyName::Document));
        row.push(join_values(&quote, KeyName::Order));
        row.push(Money::new(disputed, invoice.currency).into());
        row.push(paid.day_of(number).into());
        row
    });
    TableRows::new(columns, rows)
}

/// Every rate of an invoice, for programs as the journal writes it; empty where it says none.
fn vat_codes_cell(input: ReportInput<'_>, number: InvoiceIx) -> Cell {
    let (day, language) = (input.day, input.language);
    let parts = day.vat_breakdown().of_invoice(day.journal, number);
    let mut codes: Vec<VatCode> = parts.iter().filter_map(|part| part.code).collect();
    codes.dedup();
    if codes.is_empty() {
        return Cell::Empty;
    }
    let as_written: Vec<String> = codes.iter().map(VatCode::to_string).collect();
    let said: Vec<String> = codes
        .iter()
        .map(|code| language.format_vat_code(Some(*code)))
        .collect();
    Cell::word(as_written.join("; "), said.join("; "))
}
