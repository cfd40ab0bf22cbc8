//! Days noted to come back to something.

use super::morning::Morning;
use super::task::{Action, Reason, Task};
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::ledger::model::Status;
use crate::value::calendar::days_between;
use crate::value::money::{Minor, Money};
use std::collections::BTreeMap;

/// Finds days noted that have come. A later entry about the same that names another day replaces the former; an
/// entry about it on the day or later answers it; and what is paid needs no looking after.
pub fn find<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let mut latest: BTreeMap<(Option<InvoiceIx>, Option<CustomerIx>), &'j Event> = BTreeMap::new();
    let on = morning.dunning.on();
    let events = morning.dunning.journal.events.iter();
    for event in events.filter(|event| event.date <= on && event.follow_up.is_some()) {
        let known = latest
            .entry((event.invoice, event.customer))
            .or_insert(event);
        if (event.date, event.follow_up) > (known.date, known.follow_up) {
            *known = event;
        }
    }
    for event in latest.into_values() {
        if let Some(day) = event.follow_up.filter(|day| *day <= on)
            && !morning
                .last_words
                .answer(event, day.max(event.date.succ_opt().unwrap_or(day)))
            && (event.invoice.is_none()
                || event.invoices().any(|invoice| is_open(morning, invoice)))
        {
            tasks.push(task(morning, event, day));
        }
    }
}

fn is_open(morning: &Morning<'_, '_>, invoice: InvoiceIx) -> bool {
    let dunning = morning.dunning;
    let mut items = dunning.journal.items_of(invoice);
    items.any(|item| dunning.ledger.items[item].status == Status::Open)
        || !dunning.charges(invoice).is_zero()
}

fn task<'j>(morning: &Morning<'_, 'j>, event: &'j Event, day: chrono::NaiveDate) -> Task<'j> {
    let dunning = morning.dunning;
    let invoices: Vec<InvoiceIx> = event
        .invoices()
        .filter(|it| is_open(morning, *it))
        .collect();
    let mut open = Minor::ZERO;
    for invoice in &invoices {
        open += dunning.steps.open(*invoice) + dunning.charges(*invoice);
    }
    let items = invoices
        .iter()
        .flat_map(|invoice| dunning.journal.items_of(*invoice));
    let due = items
        .filter(|item| dunning.ledger.items[*item].open > 0)
        .filter_map(|item| dunning.journal.items[item].due)
        .min();
    let currency = invoices
        .first()
        .map(|first| dunning.journal.invoices[*first].currency);
    Task {
        since: day,
        action: Action::FollowUp,
        customer: event.customer,
        stage: None,
        channels: Vec::new(),
        amount: currency.map(|currency| Money::new(open, currency)),
        days: due.map(|due| days_between(due, dunning.on())),
        reason: Reason::Noted(event),
        origin: Some(event.origin),
        invoices,
    }
}
