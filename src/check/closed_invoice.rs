//! P015: a charge or a credit note on an invoice that is void or written off.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{InvoiceIx, Movement, MovementKind};
use crate::ledger::model::{FaultKind, Status};
use crate::text::diagnostic::Sink;
use std::collections::BTreeMap;

crate::check_rule! {
    "P015" "closed-invoice" Error, needs Figures, page "closed_invoice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::InvoiceClosed { invoice, status } => Some((invoice, status)),
        _ => None,
    });
    let faults: Vec<_> = faults.collect();
    if faults.is_empty() {
        return;
    }
    let closings = first_closings(input);
    for (_, movement, (invoice, status)) in faults {
        let (state, instead) = match status {
            Status::Void => ("void", "write a new invoice for what is owed after all"),
            _ => (
                "written off",
                "take the entry out; money that still comes is a `payment`, and lessens the loss",
            ),
        };
        let what = match movement.kind {
            MovementKind::Credit => "a credit note",
            MovementKind::Interest => "interest",
            MovementKind::Costs => "costs",
            _ => "a fee",
        };
        let found = KIND
            .at(
                input.mention_span(movement.origin, invoice),
                format!(
                    "expected {what} on an invoice that is alive, found {}, which is {state}",
                    input.format_invoice(invoice)
                ),
            )
            .help(instead);
        sink.push(match closings.get(&(invoice, status)) {
            Some(closing) => found.related(date_span(closing.origin), format!("{state} here")),
            None => found,
        });
    }
}

/// The first entry that voided each invoice, and the first that wrote it off.
fn first_closings<'a>(input: &CheckInput<'a>) -> BTreeMap<(InvoiceIx, Status), &'a Movement> {
    let mut closings: BTreeMap<(InvoiceIx, Status), &Movement> = BTreeMap::new();
    for movement in input.day.journal.movements.as_slice() {
        let status = match movement.kind {
            MovementKind::Void => Status::Void,
            MovementKind::Writeoff => Status::WrittenOff,
            _ => continue,
        };
        for invoice in movement.invoices() {
            let first = closings.entry((invoice, status)).or_insert(movement);
            if (movement.date, movement.origin) < (first.date, first.origin) {
                *first = movement;
            }
        }
    }
    closings
}
