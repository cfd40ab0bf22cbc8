//! The table of invoices that `export` writes: the list, with what was written, where, and what stands behind it.

use super::export_table::plain_columns;
use super::last_payments::LastPayments;
use crate::document::{Cell, TableRows};
use crate::journal::model::{InvoiceIx, Journal};
use crate::ledger::vat_breakdown::VatBreakdown;
use crate::report::invoices;
use crate::report::shared::customer_cells::CustomerCells;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::{join_values, quote_cells};
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};

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
    let (journal, breakdown) = (input.day.journal, input.day.vat_breakdown());
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
        row.push(vat_codes_cell(journal, breakdown, number));
        row.push(join_values(&quote, KeyName::Document));
        row.push(join_values(&quote, KeyName::Order));
        row.push(Money::new(disputed, invoice.currency).into());
        row.push(paid.day_of(number).into());
        row
    });
    TableRows::new(columns, rows)
}

/// Every rate of an invoice, as the journal writes it; empty where it says none.
fn vat_codes_cell(journal: &Journal, breakdown: &VatBreakdown, number: InvoiceIx) -> Cell {
    let parts = breakdown.of_invoice(journal, number);
    let mut codes: Vec<String> = parts
        .iter()
        .filter_map(|part| part.code)
        .map(|code| code.to_string())
        .collect();
    codes.dedup();
    Cell::text(&codes.join("; "))
}
