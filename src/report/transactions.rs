//! The table of transactions that `export` writes: everything that changed what somebody owes.

use super::scope::Scope;
use super::{export, lines, who, words};
use crate::document::{Cell, Table};
use crate::ledger::statement::{StatementLine, build_all_statements};
use crate::value::currency::Currency;

/// Every line of every statement, day by day.
pub fn table(scope: Scope<'_>) -> Table {
    let all = build_all_statements(scope.journal, scope.ledger).into_iter();
    let rows = all.map(|(customer, currency, line)| {
        let [id, name] = who::cells(scope.journal, Some(customer));
        transaction_row(scope, [id, name], currency, &line)
    });
    let keys = [
        "date", "entry", "customer", "name", "invoice", "text", "currency", "debit", "credit",
        "file", "line",
    ];
    export::table(&keys, rows.collect())
}

fn transaction_row(
    scope: Scope<'_>,
    [id, name]: [Cell; 2],
    currency: Currency,
    line: &StatementLine,
) -> Vec<Cell> {
    let quote = lines::quote(scope, line);
    let [debit, credit] = lines::sides(line, currency);
    let [file, number] = export::place(&quote);
    vec![
        Cell::Date(line.date),
        words::cell(lines::entry(line.kind, scope.language)),
        id,
        name,
        lines::invoices(scope, line),
        lines::text(scope, line, &quote),
        Cell::Currency(currency),
        debit,
        credit,
        file,
        number,
    ]
}
