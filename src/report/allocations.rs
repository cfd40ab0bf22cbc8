//! The table of allocations that `export` writes: which entry settled, claimed or closed what, and why.

use super::places::file_and_line;
use super::scope::Scope;
use super::{export, words};
use crate::document::{Cell, Table};
use crate::journal::model::Component;
use crate::ledger::model::Allocation;
use crate::value::money::Money;

/// Every step: this much of that part of an invoice, by this entry, for this reason.
pub fn table(scope: Scope<'_>) -> Table {
    let steps = scope.ledger.allocations.iter();
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
    export::table(
        &keys,
        steps.map(|step| allocation_row(scope, step)).collect(),
    )
}

fn allocation_row(scope: Scope<'_>, step: &Allocation) -> Vec<Cell> {
    let Scope {
        journal, language, ..
    } = scope;
    let number = journal.items[step.item].invoice;
    let invoice = &journal.invoices[number];
    let [file, line] = file_and_line(
        scope
            .archive
            .file_and_line(journal.movements[step.movement].origin),
    );
    let part = match step.component {
        Component::Principal => {
            export::instalment(journal.place_in_invoice(step.item), invoice.item_count)
        }
        _ => Cell::Empty,
    };
    vec![
        Cell::Date(step.date),
        file,
        line,
        Cell::text(journal.invoice_no(number)),
        part,
        words::cell(words::component(step.component, language)),
        Cell::Currency(invoice.currency),
        Money::new(step.amount.into(), invoice.currency).into(),
        words::cell(words::rule(step.rule, language)),
    ]
}
