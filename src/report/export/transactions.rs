//! The table of transactions that `export` writes: everything that changed what somebody owes.

use super::export_table::export_rows;
use crate::document::{Cell, TableRows};
use crate::journal::model::{CustomerIx, UnknownPayment};
use crate::ledger::statement::{StatementLine, StatementLineKind, build_all_statements};
use crate::report::shared::customer_cells::CustomerCells;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::quote_cells;
use crate::report::shared::vat_of_line::net_and_vat_cells;
use crate::report::shared::{labels, statement_row};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::slice;

/// What a row is about.
enum Transaction<'a> {
    /// A line of the statement of a customer in a currency.
    Line(CustomerIx, Currency, StatementLine),
    /// Money of which nobody knows who paid.
    PayerUnknown(&'a UnknownPayment),
}

impl Transaction<'_> {
    const fn date(&self) -> NaiveDate {
        match self {
            Self::Line(_, _, line) => line.date,
            Self::PayerUnknown(payment) => payment.date,
        }
    }
}

/// Every line of every statement, day by day.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let all = build_all_statements(input.day.journal, input.day.ledger).into_iter();
    let unknown = input.day.journal.unknown_payments_by(input.day.as_of());
    let unknown = unknown.into_iter().map(Transaction::PayerUnknown);
    let all = all.map(|(customer, currency, line)| Transaction::Line(customer, currency, line));
    let mut all: Vec<Transaction<'_>> = all.chain(unknown).collect();
    all.sort_by_key(Transaction::date);
    let customers = CustomerCells::new(input.day.journal);
    let rows = all.into_iter().map(move |transaction| match transaction {
        Transaction::Line(customer, currency, line) => {
            let cells = customers.cells_of(Some(customer));
            transaction_row(input, cells, currency, &line)
        }
        Transaction::PayerUnknown(payment) => unknown_payment_row(input, payment),
    });
    let keys = [
        "date",
        "entry",
        "customer",
        "name",
        "invoice",
        "text",
        "currency",
        "debit",
        "credit",
        "file",
        "line",
        "number",
        "net",
        "vat",
        "commission",
    ];
    export_rows(&keys, rows)
}

/// Money of which nobody knows who paid: no customer, no invoice.
fn unknown_payment_row(input: ReportInput<'_>, payment: &UnknownPayment) -> Vec<Cell> {
    let quote = input.day.source_lookup.quote_header(payment.origin);
    let [file, number] = quote_cells(&quote);
    vec![
        Cell::Date(payment.date),
        Cell::word("payer-unknown", input.language.phrases.figure.payer_unknown),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::text(&quote.text),
        Cell::Currency(payment.amount.currency),
        Cell::Empty,
        payment.amount.into(),
        file,
        number,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ]
}

fn transaction_row(
    input: ReportInput<'_>,
    [id, name]: [Cell; 2],
    currency: Currency,
    line: &StatementLine,
) -> Vec<Cell> {
    let quote = statement_row::line_header(input, line);
    let [debit, credit] = statement_row::debit_and_credit(line, currency);
    let [file, source_line] = quote_cells(&quote);
    let [net, vat] = net_and_vat_cells(input, slice::from_ref(line), currency);
    let number = statement_row::document_number(input, line);
    let commission = commission_of(input, line).map(|kept| Money::new(kept, currency));
    vec![
        Cell::Date(line.date),
        labels::label_cell(labels::statement_line_label(line.kind, input.language)),
        id,
        name,
        statement_row::line_invoices(input, line),
        statement_row::line_words(line, &quote),
        Cell::Currency(currency),
        debit,
        credit,
        file,
        source_line,
        number.map_or(Cell::Empty, |it| {
            Cell::text(input.day.journal.invoice_no(it))
        }),
        net,
        vat,
        commission.map_or(Cell::Empty, Cell::from),
    ]
}

/// What was kept of a payment.
fn commission_of(input: ReportInput<'_>, line: &StatementLine) -> Option<Minor> {
    let is_payment = line.kind == StatementLineKind::Payment;
    let payment = line.movement.filter(|_| is_payment)?;
    input.day.journal.movements[payment].commission()
}
