//! Work that was stopped: what was delivered all the same, and when it can go on.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::suspension::{Suspension, find_suspensions, work_meanwhile};
use crate::journal::event_details::EventDetails;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::text::span::Origin;
use crate::value::money::Money;
use std::collections::{BTreeMap, BTreeSet};

/// Finds, of each customer, the last suspension: while it stands what was delivered or invoiced meanwhile, until a `note`
/// says why; and work to be taken up again once all is paid, until anybody wrote that the customer was told.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let (active, over): (Vec<_>, Vec<_>) = last_suspensions(day)
        .into_iter()
        .partition(|suspension| suspension.is_active_on(day.as_of()));
    let work = work_meanwhile(&active, day.history(), day.as_of());
    for (suspension, work) in active.iter().zip(work) {
        tasks.extend(invoiced_meanwhile(day, suspension, work.invoices));
        for event in work.deliveries {
            tasks.push(delivered_meanwhile(suspension, event));
        }
    }
    let resumed = over.iter();
    tasks.extend(resumed.filter_map(|suspension| work_to_resume(day, suspension)));
}

/// The last suspension of each customer.
fn last_suspensions<'j>(day: &Day<'j>) -> Vec<Suspension<'j>> {
    let all = find_suspensions(day.journal, day.ledger, day.history()).into_iter();
    let last: BTreeMap<CustomerIx, Suspension<'j>> = all.map(|it| (it.customer, it)).collect();
    last.into_values().collect()
}

/// The deliveries of which the work list says that the work was stopped, and that they are not invoiced yet: one task says
/// both.
pub fn deliveries_while_suspended(day: &Day<'_>) -> BTreeSet<Origin> {
    let mut active = last_suspensions(day);
    active.retain(|suspension| suspension.is_active_on(day.as_of()));
    let work = work_meanwhile(&active, day.history(), day.as_of()).into_iter();
    let deliveries = work.flat_map(|work| work.deliveries);
    deliveries.map(|event| event.origin).collect()
}

fn invoiced_meanwhile<'j>(
    day: &Day<'j>,
    suspension: &Suspension<'j>,
    mut invoices: Vec<InvoiceIx>,
) -> Option<Task<'j>> {
    let journal = day.journal;
    invoices.retain(|it| {
        let record = &journal.invoices[*it];
        record.date <= day.as_of() && !day.history().is_invoice_noted_since(*it, record.date)
    });
    let first = &journal.invoices[*invoices.first()?];
    let reason = TaskReason::DeliveredMeanwhile(suspension.letter, None);
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

/// What was delivered and not invoiced yet.
fn delivered_meanwhile<'j>(suspension: &Suspension<'j>, event: &'j Event) -> Task<'j> {
    let amount = match &event.details {
        EventDetails::Delivered { amount } => amount.as_deref().copied(),
        _ => None,
    };
    let reason = TaskReason::DeliveredMeanwhile(suspension.letter, Some(event));
    let task = Task::new(event.date, Action::Suspension, reason);
    Task { amount, ..task }.resting_on(event)
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
