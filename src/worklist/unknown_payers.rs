//! Payments of which nobody knows who paid: find the payer.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::ledger::payer_candidates::PayerCandidates;

/// Finds payments whose payer is unknown.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let payments = day.journal.unknown_payments_by(day.as_of());
    if payments.is_empty() {
        return;
    }
    let candidates = PayerCandidates::from_ledger(day.journal, day.ledger);
    tasks.extend(payments.into_iter().map(|payment| {
        Task {
            invoices: candidates
                .only_invoice_of(payment.amount)
                .into_iter()
                .collect(),
            amount: Some(payment.amount),
            origin: Some(payment.origin),
            ..Task::new(payment.date, Action::FindPayer, TaskReason::PayerUnknown)
        }
    }));
}
