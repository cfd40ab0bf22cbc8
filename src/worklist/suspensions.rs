//! Work that was stopped: what was delivered all the same, and when it can go on.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::suspension::{Suspension, find_suspensions};
use crate::journal::event_details::EventDetails;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::value::money::Money;
use std::collections::BTreeMap;

/// Finds, of each customer, the last suspension: while it stands what was delivered or invoiced meanwhile, until a `note`
/// says why; and work to be taken up again once all is paid, until anybody wrote that the customer was told.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let mut last: BTreeMap<CustomerIx, Suspension<'j>> = BTreeMap::new();
    for suspension in find_suspensions(day.journal, day.ledger, day.history()) {
        last.insert(suspension.customer, suspension);
    }
    for suspension in last.into_values() {
        if suspension.is_active_on(day.as_of()) {
            tasks.extend(invoiced_meanwhile(day, &suspension));
            add_deliveries(day, &suspension, tasks);
        } else {
            tasks.extend(work_to_resume(day, &suspension));
        }
    }
}

fn invoiced_meanwhile<'j>(day: &Day<'j>, suspension: &Suspension<'j>) -> Option<Task<'j>> {
    let journal = day.journal;
    let mut invoices = suspension.invoices_meanwhile(journal);
    invoices.retain(|it| {
        let record = &journal.invoices[*it];
        record.date <= day.as_of() && !day.history().is_invoice_noted_since(*it, record.date)
    });
    let first = &journal.invoices[*invoices.first()?];
    let reason = TaskReason::DeliveredMeanwhile(suspension.letter);
    let amount = amount_of(day, &invoices);
    let task = Task {
        invoices,
        amount,
        ..Task::new(first.date, Action::Suspension, reason)
    };
    Some(Task {
        customer: Some(suspension.customer),
        origin: Some(first.origin),
        ..task.resting_on(suspension.letter)
    })
}

/// What was delivered and not invoiced yet: a task for each entry.
fn add_deliveries<'j>(day: &Day<'j>, suspension: &Suspension<'j>, tasks: &mut Vec<Task<'j>>) {
    for event in suspension.deliveries_meanwhile(day.history(), day.as_of()) {
        let amount = match &event.details {
            EventDetails::Delivered { amount } => amount.as_deref().copied(),
            _ => None,
        };
        let reason = TaskReason::DeliveredMeanwhile(suspension.letter);
        let task = Task::new(event.date, Action::Suspension, reason);
        tasks.push(Task { amount, ..task }.resting_on(event));
    }
}

fn work_to_resume<'j>(day: &Day<'j>, suspension: &Suspension<'j>) -> Option<Task<'j>> {
    let paid = suspension
        .paid_on
        .filter(|_| suspension.released_on.is_none())?;
    let told = day
        .history()
        .is_customer_contacted_since(suspension.customer, paid);
    let reason = TaskReason::SuspensionPaid(suspension.letter);
    let task = Task {
        invoices: suspension.invoices.iter().copied().collect(),
        ..Task::new(paid, Action::Resume, reason)
    };
    (!told).then(|| Task {
        customer: Some(suspension.customer),
        ..task.resting_on(suspension.letter)
    })
}

/// What some invoices of one currency are about; `None` where they have several.
fn amount_of(day: &Day<'_>, invoices: &[InvoiceIx]) -> Option<Money> {
    let journal = day.journal;
    let currency = journal.invoices[*invoices.first()?].currency;
    let same = invoices
        .iter()
        .all(|it| journal.invoices[*it].currency == currency);
    let open = invoices
        .iter()
        .map(|it| day.ledger.open_principal(journal, *it));
    same.then(|| Money::new(open.sum(), currency))
}
