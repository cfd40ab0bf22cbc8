//! A reason is followed by its remedy: who has no money is offered a plan, who misses the invoice gets it again, who is not
//! content has a dispute written down. And who tells stories that do not check out has the short way considered.

use super::task::{Action, EntryKey, Task, TaskReason};
use crate::day::Day;
use crate::dunning::arrangement_status::next_day;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::event_details::EventDetails;
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::value::vocabulary::NonPaymentReason;
use std::collections::BTreeMap;

/// So many stories that did not check out are a pattern.
const FEW_STORIES: usize = 2;

/// Finds what helps against the last reason given, and customers whose stories did not check out.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let of_customers = last_of_customers(day);
    let mut given: BTreeMap<EntryKey, (&'j Event, Action, Vec<&ItemPosition<'j>>)> =
        BTreeMap::new();
    for position in day.positions().iter().filter(|it| is_free(day, it)) {
        let whose = (position.invoice, position.customer);
        let reason = last_reason(day, whose, &of_customers);
        let Some((event, remedy)) = reason.filter(|(event, _)| event.follow_up.is_none()) else {
            continue;
        };
        let entry = given.entry((event.origin, position.customer));
        entry
            .or_insert((event, remedy, Vec::new()))
            .2
            .push(position);
    }
    for (event, remedy, positions) in given.into_values() {
        let task = Task::new(event.date, remedy, TaskReason::ReasonGiven(event));
        tasks.push(task.about(day, &positions).resting_on(event));
    }
    add_untrue_stories(day, tasks);
}

/// What helps against a reason; `None` where nothing but the next step does.
pub const fn remedy_of(reason: NonPaymentReason) -> Option<Action> {
    match reason {
        NonPaymentReason::Cashflow => Some(Action::ProposePlan),
        NonPaymentReason::Admin => Some(Action::SendInvoice),
        NonPaymentReason::Dissatisfied | NonPaymentReason::Dispute => Some(Action::OpenDispute),
        NonPaymentReason::Forgot | NonPaymentReason::NotGiven => None,
    }
}

/// The last reason that was given for an invoice, where it has a remedy and nobody did anything since.
pub fn last_reason<'j>(
    day: &Day<'j>,
    (invoice, customer): (InvoiceIx, Option<CustomerIx>),
    of_customers: &BTreeMap<CustomerIx, &'j Event>,
) -> Option<(&'j Event, Action)> {
    let mut latest_first = day.history().of_invoice(invoice).rev();
    let own = latest_first.find(|event| event.contact.reason.is_some());
    let all = customer.and_then(|it| of_customers.get(&it).copied());
    let last = own
        .into_iter()
        .chain(all)
        .max_by_key(|it| (it.order_key(), it.origin))?;
    // What helps against a story that did not check out is no plan and no new copy of the invoice.
    let believed = last.contact.reason.filter(|_| !is_refuted(last));
    let remedy = remedy_of(believed?)?;
    let since = next_day(last.date);
    let is_named = day.history().is_invoice_named_since(invoice, since);
    let is_taken_up = is_named || day.history().is_answered_since(last, since);
    (!is_taken_up && !is_remedied_at_once(day, invoice, last, remedy)).then_some((last, remedy))
}

/// Whether what an entry tells did not check out.
pub fn is_refuted(event: &Event) -> bool {
    event.contact.verified == Some(false)
}

/// Of each customer the last entry that gives a reason and names no invoice.
pub fn last_of_customers<'j>(day: &Day<'j>) -> BTreeMap<CustomerIx, &'j Event> {
    let whole = day
        .history()
        .events()
        .filter(|event| event.contact.reason.is_some());
    let whole = whole.filter_map(|event| Some((event.whole_customer()?, event)));
    whole.collect()
}

/// Whether the remedy stands in the journal on the same day already.
fn is_remedied_at_once(day: &Day<'_>, invoice: InvoiceIx, reason: &Event, remedy: Action) -> bool {
    let latest_first = day.history().of_invoice(invoice).rev();
    let mut same_day = latest_first.take_while(|event| event.date >= reason.date);
    same_day.any(|event| match remedy {
        Action::ProposePlan => event.plan().is_some() || event.promise().is_some(),
        Action::SendInvoice => event.is_written_message() && event.origin > reason.origin,
        _ => matches!(event.details, EventDetails::Dispute(_)),
    })
}

/// Whether nothing holds an item: a promise, a plan, a dispute, a hold.
fn is_free(day: &Day<'_>, position: &ItemPosition<'_>) -> bool {
    let mut holds = position.ladder_position.active_holds(day.as_of());
    holds.next().is_none()
}

/// What a customer told so often that it is a pattern.
#[derive(Clone, Copy)]
struct StoryPattern<'j> {
    count: usize,
    last: &'j Event,
    /// Whether his stories did not check out; else he would not tell why he does not pay.
    is_untrue: bool,
}

/// The customers whose stories did not check out, more than once, or who would not tell why they do not pay, as often.
fn story_patterns<'j>(day: &Day<'j>) -> BTreeMap<CustomerIx, StoryPattern<'j>> {
    let mut counts: BTreeMap<(CustomerIx, bool), (usize, &'j Event)> = BTreeMap::new();
    for event in day.history().events() {
        let is_untrue = is_refuted(event);
        let is_silent = event.contact.reason == Some(NonPaymentReason::NotGiven);
        if let Some(customer) = event.customer.filter(|_| is_untrue || is_silent) {
            let known = counts.entry((customer, is_untrue)).or_insert((0, event));
            *known = (known.0.saturating_add(1), event);
        }
    }
    counts.retain(|_, (count, _)| *count >= FEW_STORIES);
    // Where both are so, that what he told was untrue weighs more: it comes last, and stays.
    let patterns = counts.into_iter();
    let patterns = patterns.map(|((customer, is_untrue), (count, last))| {
        let pattern = StoryPattern {
            count,
            last,
            is_untrue,
        };
        (customer, pattern)
    });
    patterns.collect()
}

/// Customers who told untrue stories or nothing at all: the steps that are left may be left out, with the reason. Gone once
/// a step was left out, or somebody noted what was decided.
fn add_untrue_stories<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let stories = story_patterns(day);
    if stories.is_empty() {
        return;
    }
    let mut late: BTreeMap<CustomerIx, Vec<&ItemPosition<'j>>> = BTreeMap::new();
    for position in day.positions().iter().filter(|it| is_free(day, it)) {
        let due = day.journal.items[position.item].due;
        let stage = position.ladder_position.next_stage();
        let is_left = stage.is_some_and(|stage| *stage.name != *HANDOVER_STAGE);
        if let Some(customer) = position.customer.filter(|it| stories.contains_key(it))
            && is_left
            && due.is_some_and(|due| due < day.as_of())
        {
            late.entry(customer).or_default().push(position);
        }
    }
    for (customer, positions) in late {
        let Some(pattern) = stories.get(&customer).copied() else {
            continue;
        };
        let last = pattern.last;
        let latest_first = day.history().of_customer(customer).rev();
        let mut since = latest_first.take_while(|event| event.date >= last.date);
        let is_decision = |event: &Event| {
            let is_skip = matches!(event.details, EventDetails::Skip(_));
            event.origin != last.origin && (event.is_note() || is_skip)
        };
        if !since.any(is_decision) {
            let reason = if pattern.is_untrue {
                TaskReason::UntrueStories(pattern.count, last)
            } else {
                TaskReason::NoReasonTold(pattern.count, last)
            };
            let task = Task::new(last.date, Action::Decide, reason);
            tasks.push(task.about(day, &positions).resting_on(last));
        }
    }
}
