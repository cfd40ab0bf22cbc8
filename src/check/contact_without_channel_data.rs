//! C003: a letter by a channel for which the customer has no address.

use super::shared::check_input::CheckInput;
use crate::journal::model::{CustomerIx, Event};
use crate::text::diagnostic::Sink;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use std::collections::BTreeSet;

crate::check_rule! {
    "C003" "contact-without-channel-data" Warning, needs Terms, page "contact_without_channel_data.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let mut reported: BTreeSet<(CustomerIx, Channel)> = BTreeSet::new();
    for event in &input.day.journal.events {
        let (Some(customer), Some(letter)) = (event.customer, event.sent_letter()) else {
            continue;
        };
        for channel in letter.channels.iter().copied() {
            if let Some(key) = channel.address_key()
                && !has_field(input, customer, key)
                && reported.insert((customer, channel))
            {
                report(input, event, customer, channel, key, sink);
            }
        }
    }
}

fn has_field(input: &CheckInput<'_>, customer: CustomerIx, key: KeyName) -> bool {
    let known = &input.day.journal.customers[customer];
    known.origin.is_none() || known.value(key).is_some()
}

fn report(
    input: &CheckInput<'_>,
    event: &Event,
    customer: CustomerIx,
    channel: Channel,
    key: KeyName,
    sink: &mut Sink,
) {
    let who = input.format_customer(customer);
    let written = input.journal_text.read_entry(event.origin);
    let named = written.and_then(|written| {
        let mut arguments = written.entry.header_arguments().iter();
        arguments
            .find(|argument| written.slice(argument.span) == channel.word())
            .map(|argument| argument.span)
    });
    sink.push(
        KIND.at(
            named.unwrap_or_else(|| input.keyword_span(event.origin)),
            format!(
                "expected `{key}:` of {who} for a letter by {}, found none",
                channel.word()
            ),
        )
        .help(format!(
            "add `{key}:` to `customer {who}`: where it went is part of the proof"
        )),
    );
}
