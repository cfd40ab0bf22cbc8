//! `after-date`: what became of the open items after the last day (afloopcontrole).

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use crate::bookkeeping::item_outcome::{ItemOutcome, item_outcomes};
use crate::document::{Cell, Table};
use crate::ledger::model::Allocation;
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::instalment::divided_instalment_cell;
use crate::report::shared::labels;
use crate::report::shared::source_column::quote_cells;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};

/// One row a step; an item of which nothing became has one too.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let keys = [
        "customer",
        "name",
        "invoice",
        "part",
        "due_date",
        "currency",
        "open",
        "date",
        "how",
        "rule",
        "amount",
        "entry_date",
        "still_open",
        "id",
        "text",
        "file",
        "line",
    ];
    let (then, now) = (input.closing_ledger(), input.asked.day.ledger);
    let mut rows = Vec::new();
    for own in item_outcomes(input.journal(), then, now) {
        if own.steps.is_empty() {
            rows.push(row(input, &own, None));
        }
        rows.extend(own.steps.iter().map(|step| row(input, &own, Some(step))));
    }
    accountant_table(input, &keys, rows)
}

fn row(input: &AccountantInput<'_>, own: &ItemOutcome<'_>, step: Option<&Allocation>) -> Vec<Cell> {
    let journal = input.journal();
    let language = input.asked.language;
    let item = &journal.items[own.item];
    let invoice = &journal.invoices[item.invoice];
    let money = |minor: Minor| Cell::from(Money::new(minor, invoice.currency));
    let [customer, name] = customer_cells(journal, invoice.customer);
    let movement = step.map(|step| &journal.movements[step.movement]);
    let quote = movement.map(|it| input.asked.day.source_lookup.quote_entry(it.origin));
    let quote = quote.unwrap_or_default();
    let [file, line] = quote_cells(&quote);
    let how = match (step, movement) {
        (Some(step), Some(movement)) => labels::step_label(step.rule, movement.kind, language),
        _ => ("open", input.words().still_open),
    };
    let rule = step.map_or(Cell::Empty, |step| {
        labels::label_cell(labels::rule_label(step.rule, language))
    });
    vec![
        customer,
        name,
        Cell::text(journal.invoice_no(item.invoice)),
        divided_instalment_cell(journal.place_in_invoice(own.item), invoice.item_count),
        item.due.into(),
        Cell::Currency(invoice.currency),
        money(own.open),
        step.map(|step| step.date).into(),
        labels::label_cell(how),
        rule,
        money(step.map_or(Minor::ZERO, |step| step.amount.into())),
        movement.map(|movement| movement.date).into(),
        money(own.left),
        Cell::text(quote.values(KeyName::Id).next().unwrap_or_default()),
        Cell::text(&quote.text),
        file,
        line,
    ]
}
