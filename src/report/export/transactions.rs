//! The table of transactions that `export` writes: everything that changed what somebody owes.

use super::export_table::export_table;
use crate::document::{Cell, Table};
use crate::ledger::statement::{StatementLine, build_all_statements};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::quote_cells;
use crate::report::shared::{customer_cells, labels, statement_row};
use crate::value::currency::Currency;

/// Every line of every statement, day by day.
pub fn table(input: ReportInput<'_>) -> Table {
    let all = build_all_statements(input.day.journal, input.day.ledger).into_iter();
    let rows = all.map(|(customer, currency, line)| {
        let [id, name] = customer_cells::customer_cells(input.day.journal, Some(customer));
        transaction_row(input, [id, name], currency, &line)
    });
    let keys = [
        "date", "entry", "customer", "name", "invoice", "text", "currency", "debit", "credit",
        "file", "line",
    ];
    export_table(&keys, rows.collect())
}

fn transaction_row(
    input: ReportInput<'_>,
    [id, name]: [Cell; 2],
    currency: Currency,
    line: &StatementLine,
) -> Vec<Cell> {
    let quote = statement_row::line_quote(input, line);
    let [debit, credit] = statement_row::debit_and_credit(line, currency);
    let [file, number] = quote_cells(&quote);
    vec![
        Cell::Date(line.date),
        labels::label_cell(labels::statement_line_label(line.kind, input.language)),
        id,
        name,
        statement_row::line_invoices(input, line),
        statement_row::line_text(input, line, &quote),
        Cell::Currency(currency),
        debit,
        credit,
        file,
        number,
    ]
}
