//! Days noted to come back to something.

use super::task::{Action, Task, TaskReason};
use super::worklist_input::WorklistInput;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::value::calendar::days_between;
use crate::value::money::{Minor, Money};

/// Finds days noted that have come. A later entry about the same that names another day replaces the former; an
/// entry about it on the day or later answers it; and what is paid needs no looking after.
pub fn find_tasks<'j>(input: &WorklistInput<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let on = input.dunning.as_of();
    let events = input.dunning.journal.events.iter();
    let mut noted: Vec<&'j Event> = events
        .filter(|event| event.date <= on && event.follow_up.is_some())
        .collect();
    noted.sort_by_key(|event| subject_of(event));
    let subjects = noted.chunk_by(|one, other| subject_of(one) == subject_of(other));
    for event in subjects.filter_map(latest_of_subject) {
        if let Some(day) = event.follow_up.filter(|day| *day <= on)
            && !input
                .history
                .is_answered_since(event, day.max(event.date.succ_opt().unwrap_or(day)))
            && (event.invoice.is_none() || event.invoices().any(|invoice| is_open(input, invoice)))
        {
            tasks.push(build_task(input, event, day));
        }
    }
}

/// What an entry is about.
fn subject_of(event: &Event) -> (Option<InvoiceIx>, Option<CustomerIx>) {
    (event.invoice, event.customer)
}

/// The entry that holds, of those about one subject: the last one, and of one day the one that looks furthest ahead.
fn latest_of_subject<'j>(noted: &[&'j Event]) -> Option<&'j Event> {
    let days = |event: &Event| (event.date, event.follow_up);
    let events = noted.iter().copied();
    events.reduce(|known, event| {
        if days(event) > days(known) {
            event
        } else {
            known
        }
    })
}

fn is_open(input: &WorklistInput<'_, '_>, invoice: InvoiceIx) -> bool {
    let dunning = input.dunning;
    dunning.ledger.has_open_item(dunning.journal, invoice) || !dunning.charges_on(invoice).is_zero()
}

fn build_task<'j>(
    input: &WorklistInput<'_, 'j>,
    event: &'j Event,
    day: chrono::NaiveDate,
) -> Task<'j> {
    let dunning = input.dunning;
    let invoices: Vec<InvoiceIx> = event.invoices().filter(|it| is_open(input, *it)).collect();
    let mut open = Minor::ZERO;
    for invoice in &invoices {
        open += dunning.rules.open_principal(*invoice) + dunning.charges_on(*invoice);
    }
    let items = invoices
        .iter()
        .flat_map(|invoice| dunning.journal.items_of(*invoice));
    let due = items
        .filter(|item| dunning.ledger.items[*item].open.is_positive())
        .filter_map(|item| dunning.journal.items[item].due)
        .min();
    let currency = invoices
        .first()
        .map(|first| dunning.journal.invoices[*first].currency);
    Task {
        customer: event.customer,
        amount: currency.map(|currency| Money::new(open, currency)),
        days: due.map(|due| days_between(due, dunning.as_of())),
        origin: Some(event.origin),
        invoices,
        ..Task::new(day, Action::FollowUp, TaskReason::FollowUpNoted(event))
    }
}
