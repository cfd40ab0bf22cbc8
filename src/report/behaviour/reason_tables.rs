//! Why customers did not pay, as tables: by customer, and all together.

use crate::document::{Cell, ColumnVisibility, Table};
use crate::insight::non_payment_reasons::{StatedReason, contact_facts_of_customer};
use crate::journal::model::CustomerIx;
use crate::report::shared::customer_cells;
use crate::report::shared::labels::reason_label;
use crate::report::shared::page::{column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::value::money::{Money, Totals};
use crate::value::vocabulary::NonPaymentReason;
use std::collections::BTreeMap;

/// The reasons of some customers together, with what was invoiced where they were given.
pub fn together(input: ReportInput<'_>, customers: &[CustomerIx]) -> Table {
    let mut all: BTreeMap<NonPaymentReason, (StatedReason, usize)> = BTreeMap::new();
    for customer in customers {
        for (reason, given) in
            contact_facts_of_customer(input.day.history(), *customer, input.day.as_of()).reasons
        {
            let (sum, customers) = all.entry(reason).or_default();
            *customers = customers.saturating_add(1);
            sum.times = sum.times.saturating_add(given.times);
            sum.verified = sum.verified.saturating_add(given.verified);
            sum.refuted = sum.refuted.saturating_add(given.refuted);
            sum.invoices.extend(given.invoices);
        }
    }
    let head = &input.language.phrases.heading;
    let label = &input.language.phrases.habit.label;
    let rows = all.into_iter().flat_map(|(reason, (sum, customers))| {
        reason_rows(input, Vec::new(), reason, &sum, Some(customers))
    });
    Table::new(
        vec![
            column("reason", label.reason),
            column("times", label.times),
            column("customers", input.language.phrases.title.customers),
            column_visible("verified", label.verified, ColumnVisibility::WhenUsed),
            column_visible("refuted", label.refuted, ColumnVisibility::WhenUsed),
            column_visible("currency", head.currency, ColumnVisibility::WhenUsed),
            column_visible("amount", head.amount, ColumnVisibility::WhenUsed),
        ],
        rows,
    )
}

/// The reasons of each customer: how often, and what was invoiced where they were given.
pub fn by_customer(input: ReportInput<'_>, customers: &[CustomerIx]) -> Table {
    let head = &input.language.phrases.heading;
    let label = &input.language.phrases.habit.label;
    let mut rows = Vec::new();
    for customer in customers {
        let facts = contact_facts_of_customer(input.day.history(), *customer, input.day.as_of());
        for (reason, given) in facts.reasons {
            let who = customer_cells::customer_cells(input.day.journal, Some(*customer));
            rows.extend(reason_rows(input, who.into(), reason, &given, None));
        }
    }
    Table::new(
        vec![
            column("customer", head.customer),
            column_visible("name", head.name, ColumnVisibility::WhenRoom),
            column("reason", label.reason),
            column("times", label.times),
            column_visible("verified", label.verified, ColumnVisibility::WhenUsed),
            column_visible("refuted", label.refuted, ColumnVisibility::WhenUsed),
            column_visible("currency", head.currency, ColumnVisibility::WhenUsed),
            column_visible("amount", head.amount, ColumnVisibility::WhenUsed),
        ],
        rows,
    )
}

/// One row a currency; the counts stand on the first.
fn reason_rows(
    input: ReportInput<'_>,
    before: Vec<Cell>,
    reason: NonPaymentReason,
    given: &StatedReason,
    customers: Option<usize>,
) -> Vec<Vec<Cell>> {
    let invoices = given.invoices.iter();
    let amounts: Totals = invoices
        .filter_map(|invoice| {
            let invoice = &input.day.journal.invoices[*invoice];
            Some(Money::new(invoice.amount()?.into(), invoice.currency))
        })
        .collect();
    let word = reason_label(&input.language.phrases.habit.reason, reason);
    let mut row = before;
    row.extend([Cell::word(reason.word(), word), Cell::count(given.times)]);
    row.extend(customers.map(Cell::count));
    row.extend([given.verified, given.refuted].map(Cell::count));
    row.extend([Cell::Empty, Cell::Empty]);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for amount in amounts.iter() {
        let mut row = if rows.is_empty() {
            row.clone()
        } else {
            vec![Cell::Empty; row.len()]
        };
        if let Some([currency, cell]) = row.last_chunk_mut() {
            (*currency, *cell) = (Cell::Currency(amount.currency), amount.into());
        }
        rows.push(row);
    }
    if rows.is_empty() {
        rows.push(row);
    }
    rows
}
