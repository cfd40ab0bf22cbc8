//! C003: a letter by a channel for which the customer has no address.

use super::rule::{Rule, Run, Subject};
use crate::journal::model::{CustomerIx, Event};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};
use crate::value::channel::Channel;
use std::collections::BTreeSet;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "C003",
    name: "contact-without-channel-data",
    severity: Severity::Warning,
    depends: Depends::OnNames,
    explain: include_str!("unreachable_by_channel.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let mut told: BTreeSet<(CustomerIx, Channel)> = BTreeSet::new();
    for event in &subject.journal.events {
        let (Some(customer), Some(letter)) = (event.customer, event.sent_letter()) else {
            continue;
        };
        for channel in letter.channels.iter().copied() {
            if let Some(key) = channel.address_key()
                && !has(subject, customer, key)
                && told.insert((customer, channel))
            {
                report(subject, event, customer, channel, key, sink);
            }
        }
    }
}

fn has(subject: &Subject<'_>, customer: CustomerIx, key: &str) -> bool {
    let known = &subject.journal.customers[customer];
    known.origin.is_none() || known.fields.of(key).next().is_some()
}

fn report(
    subject: &Subject<'_>,
    event: &Event,
    customer: CustomerIx,
    channel: Channel,
    key: &str,
    sink: &mut Sink,
) {
    let who = subject.customer(customer);
    let written = subject.pages.written(event.origin);
    let named = written.and_then(|written| {
        let mut arguments = written.entry.header_arguments().iter();
        arguments
            .find(|argument| written.slice(argument.span) == channel.word())
            .map(|argument| argument.span)
    });
    sink.push(
        KIND.at(
            named.unwrap_or_else(|| subject.keyword_of(event.origin)),
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
