//! The table of allocations that `export` writes: which entry settled, claimed or closed what, and why.

use super::export_table::export_rows;
use crate::document::{Cell, TableRows};
use crate::journal::model::Component;
use crate::ledger::model::Allocation;
use crate::report::shared::instalment::instalment_cell;
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::file_and_line_cells;
use crate::value::money::Money;

/// Every step: this much of that part of an invoice, by this entry, for this reason.
pub fn table(input: ReportInput<'_>) -> TableRows<'_> {
    let steps = input.day.ledger.allocations.iter();
    let keys = [
        "date",
        "payment_file",
        "payment_line",
        "invoice",
        "instalment",
        "component",
        "currency",
        "amount",
        "rule",
    ];
    export_rows(&keys, steps.map(move |step| allocation_row(input, step)))
}

fn allocation_row(input: ReportInput<'_>, step: &Allocation) -> Vec<Cell> {
    let (journal, language) = (input.day.journal, input.language);
    let number = journal.items[step.item].invoice;
    let invoice = &journal.invoices[number];
    let [file, line] = file_and_line_cells(
        input
            .day
            .source_lookup
            .file_and_line(journal.movements[step.movement].origin),
    );
    let part = match step.component {
        Component::Principal => {
            instalment_cell(journal.place_in_invoice(step.item), invoice.item_count)
        }
        _ => Cell::Empty,
    };
    vec![
        Cell::Date(step.date),
        file,
        line,
        Cell::text(journal.invoice_no(number)),
        part,
        labels::label_cell(labels::component_label(step.component, language)),
        Cell::Currency(invoice.currency),
        Money::new(step.amount.into(), invoice.currency).into(),
        labels::label_cell(labels::rule_label(step.rule, language)),
    ]
}
