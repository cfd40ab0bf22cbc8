//! What was delivered and is to be invoiced: a task once the time that the policy gives has passed.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::journal::deliveries::{time_to_invoice, unbilled_deliveries};
use crate::journal::event_details::EventDetails;

/// Finds deliveries whose invoice should have gone out.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    for event in unbilled_deliveries(day.journal, day.as_of()) {
        let EventDetails::Delivered { amount } = &event.details else {
            continue;
        };
        let Some(customer) = event.customer else {
            continue;
        };
        let time = time_to_invoice(day.journal, customer, event.date);
        let last = time.date_after(event.date);
        let since = last.and_then(|last| last.succ_opt());
        let Some(since) = since.filter(|since| *since <= day.as_of()) else {
            continue;
        };
        tasks.push(Task {
            customer: Some(customer),
            amount: amount.as_deref().copied(),
            origin: Some(event.origin),
            ..Task::new(since, Action::Invoice, TaskReason::Delivered(event))
        });
    }
}
