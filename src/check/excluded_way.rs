//! E022: what a customer ruled out with `no:` was done all the same.

use super::shared::check_input::CheckInput;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{Customer, Event};
use crate::syntax::clause::Clause;
use crate::syntax::entry::{ArgumentValue, Entry};
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::channel::Exclusion;
use crate::value::vocabulary::HandoverRecipient;

crate::check_rule! {
    "E022" "excluded-way" Warning, needs Terms, page "excluded_way.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let customers = journal.customers.as_slice();
    if customers
        .iter()
        .all(|customer| customer.exclusions.is_empty())
    {
        return;
    }
    for event in &journal.events {
        let Some(customer) = event.customer else {
            continue;
        };
        let Some(way) = excluded_way(event, &journal.customers[customer]) else {
            continue;
        };
        let who = input.format_customer(customer);
        let word = way.word();
        let (wanted, help) = match way {
            Exclusion::Agency => (
                format!("no hand-over to an agency for {who}, who has `no: agency`"),
                "take it back with `return`, or take the line out of the customer if it no longer holds",
            ),
            Exclusion::Channel(_) => (
                format!("another way than {word} for {who}, who has `no: {word}`"),
                "use another way, or take the line out of the customer if it no longer holds",
            ),
        };
        sink.push(
            KIND.at(
                input.span_of(event.origin, |entry| way_span(entry, way)),
                format!("expected {wanted}, found this"),
            )
            .help(help),
        );
    }
}

/// The way that an entry used and its customer ruled out. A customer who calls may be listened to.
fn excluded_way(event: &Event, customer: &Customer) -> Option<Exclusion> {
    if customer.exclusions.is_empty() {
        return None;
    }
    let excluded = |way: Exclusion| customer.has_exclusion(way).then_some(way);
    match &event.details {
        EventDetails::Handover(handover) if handover.to == HandoverRecipient::Agency => {
            excluded(Exclusion::Agency)
        }
        EventDetails::Contact(channel, _) if event.contact.inbound != Some(true) => {
            excluded(Exclusion::Channel(*channel))
        }
        EventDetails::Sent(letter) => {
            let mut channels = letter.channels.iter();
            channels.find_map(|channel| excluded(Exclusion::Channel(*channel)))
        }
        _ => None,
    }
}

/// Where an entry says by which way: behind `via` or `to`; `None` where its keyword says so.
fn way_span(entry: &Entry, way: Exclusion) -> Option<Span> {
    let mut arguments = entry.header_arguments().iter();
    let found = arguments.find(|argument| match argument.clause {
        Some(Clause::Via | Clause::To) => argument.value == ArgumentValue::Word(way.word()),
        _ => false,
    });
    found.map(|argument| argument.span)
}
