//! Days noted to come back to something.

use super::task::{Action, Task, TaskReason, days_late_of};
use crate::day::Day;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Finds days noted that have come. A later entry about the same that names another day replaces the former; an
/// entry about it on the day or later answers it; and what is paid needs no looking after.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let as_of = day.as_of();
    let events = day.journal.events.iter();
    let mut noted: Vec<&'j Event> = events
        .filter(|event| event.date <= as_of && day_noted(event).is_some())
        .collect();
    noted.sort_by_key(|event| subject_of(event));
    let subjects = noted.chunk_by(|one, other| subject_of(one) == subject_of(other));
    for event in subjects.filter_map(latest_of_subject) {
        let Some(noted_day) = day_noted(event).filter(|noted| *noted <= as_of) else {
            continue;
        };
        let next_day = event.date.succ_opt().unwrap_or(noted_day);
        if !day
            .history()
            .is_answered_since(event, noted_day.max(next_day))
            && (event.invoice.is_none() || event.invoices().any(|it| is_open(day, it)))
        {
            let called = invoices_called_again(tasks, event);
            if !called.is_empty() && event.invoices().all(|it| called.contains(&it)) {
                continue;
            }
            let open = event.invoices().filter(|it| is_open(day, *it));
            let open = open.filter(|it| !called.contains(it));
            let mut by_customer: BTreeMap<Option<CustomerIx>, Vec<InvoiceIx>> = BTreeMap::new();
            for invoice in open {
                let whose = day.journal.invoices[invoice].customer;
                by_customer.entry(whose).or_default().push(invoice);
            }
            if by_customer.is_empty() {
                by_customer.insert(event.customer, Vec::new());
            }
            for (customer, invoices) in by_customer {
                let task = build_task(day, event, noted_day, invoices);
                tasks.push(Task { customer, ..task });
            }
        }
    }
}

/// The day that an entry names to come back to it. An appointment without one is asked about the next day.
fn day_noted(event: &Event) -> Option<NaiveDate> {
    let appointment = || event.date.succ_opt().filter(|_| event.is_appointment());
    event.follow_up.or_else(appointment)
}

/// The invoices about which one is called again because this call was in vain: that is what its day was noted for.
fn invoices_called_again(tasks: &[Task<'_>], event: &Event) -> Vec<InvoiceIx> {
    let again = tasks.iter().filter(|task| {
        matches!(task.reason, TaskReason::CallMissed(missed) if missed.origin == event.origin)
    });
    again
        .flat_map(|task| task.invoices.iter().copied())
        .collect()
}

/// What an entry is about.
fn subject_of(event: &Event) -> (Option<InvoiceIx>, Option<CustomerIx>) {
    (event.invoice, event.customer)
}

/// The entry that holds, of those about one subject: the last one, and of one day the one that looks furthest ahead.
fn latest_of_subject<'j>(noted: &[&'j Event]) -> Option<&'j Event> {
    let days = |event: &Event| (event.date, day_noted(event));
    let events = noted.iter().copied();
    events.reduce(|known, event| {
        if days(event) > days(known) {
            event
        } else {
            known
        }
    })
}

fn is_open(day: &Day<'_>, invoice: InvoiceIx) -> bool {
    day.ledger.has_open_item(day.journal, invoice) || !day.ledger.charges_on(invoice).is_zero()
}

/// What of an invoice it may come to: not what was conceded, and of a plan no more than it let fall due.
fn amount_at_stake(day: &Day<'_>, invoice: InvoiceIx) -> Minor {
    let kept = day.claims().not_asked_of(invoice);
    let kept = kept.map_or(Minor::ZERO, |kept| kept.deferred + kept.conceded);
    (day.dunning().owed_on(invoice) - kept).max(Minor::ZERO)
}

fn build_task<'j>(
    day: &Day<'j>,
    event: &'j Event,
    noted_day: NaiveDate,
    invoices: Vec<InvoiceIx>,
) -> Task<'j> {
    let (journal, ledger) = (day.journal, day.ledger);
    let amounts = invoices.iter().map(|it| amount_at_stake(day, *it));
    let sum = Some(amounts.sum::<Minor>()).filter(|sum| sum.is_positive());
    let items = invoices.iter().flat_map(|it| journal.items_of(*it));
    let open = items.filter(|item| ledger.items[*item].open.is_positive());
    let days = days_late_of(day, open);
    let currency = invoices.first();
    let currency = currency.map(|first| journal.invoices[*first].currency);
    let reason = TaskReason::FollowUpNoted(event);
    let task = Task {
        amount: sum
            .zip(currency)
            .map(|(sum, currency)| Money::new(sum, currency)),
        days,
        invoices,
        ..Task::new(noted_day, Action::FollowUp, reason)
    };
    task.resting_on(event)
}
