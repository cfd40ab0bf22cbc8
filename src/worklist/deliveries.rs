//! What was delivered and is to be invoiced: a task once the time that the policy gives has passed.

use super::suspensions::deliveries_while_suspended;
use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::journal::deliveries::{time_to_invoice, unbilled_deliveries};
use crate::journal::event_details::EventDetails;

/// Finds deliveries whose invoice should have gone out. Where the work was stopped, its task says so already.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let mut unbilled = unbilled_deliveries(day.journal, day.as_of());
    if unbilled.is_empty() {
        return;
    }
    let told = deliveries_while_suspended(day);
    unbilled.retain(|event| !told.contains(&event.origin));
    for event in unbilled {
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
