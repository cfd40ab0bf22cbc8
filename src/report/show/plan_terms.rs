//! The parts of a payment plan: the day and the amount of each, and what came in for it.

use crate::document::{Block, Cell, Table};
use crate::journal::model::{Event, InvoiceIx};
use crate::report::shared::page::column;
use crate::report::shared::report_input::ReportInput;
use crate::value::money::{Minor, Money};

/// The parts of the last plan about an invoice, where there is one.
pub fn plan_blocks(input: ReportInput<'_>, number: InvoiceIx) -> Vec<Block> {
    let events = input.day.history().events();
    let mut plans = events.filter(|event| event.invoices().any(|named| named == number));
    let has_parts = |event: &&Event| event.plan().is_some_and(|it| !it.instalments.is_empty());
    let Some(event) = plans.rfind(has_parts) else {
        return Vec::new();
    };
    let say = &input.language.phrases;
    let table = Table::new(
        vec![
            column("due_date", say.heading.due_date),
            column("amount", say.heading.amount),
            column("received", say.figure.received),
        ],
        rows(input, event),
    );
    vec![
        Block::Heading((say.title.plan)(event.date)),
        Block::Table(table),
    ]
}

/// What came in since the plan goes to its parts in their order.
fn rows(input: ReportInput<'_>, event: &Event) -> Vec<Vec<Cell>> {
    let receipts = &input.day.ladder_rules().receipts;
    let days = receipts.counted_by_day(event.invoices(), event.date, input.day.as_of());
    let mut left: Minor = days.into_values().sum();
    let parts = event.plan().map_or(&[][..], |plan| &plan.instalments);
    let each = parts.iter().map(|part| {
        let received = left.min(part.amount.minor).max(Minor::ZERO);
        left -= received;
        vec![
            Cell::Date(part.due),
            part.amount.into(),
            Money::new(received, part.amount.currency).into(),
        ]
    });
    each.collect()
}
