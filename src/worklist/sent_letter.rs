//! What a letter that was sent is called: one letter about invoices at several steps stands in the journal as an entry for
//! each step, and its reader knows it by the highest of them.

use crate::claim::fourteen_day_letter::is_fourteen_day_letter;
use crate::claim::parties::ClaimParties;
use crate::day::Day;
use crate::journal::model::Event;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use std::collections::BTreeSet;

/// The step by whose name the letter of an entry went: of the entries of one day to one customer, by the same ways and in
/// the same document, the highest. `None` for what is no letter.
pub fn stage_of_sent_letter<'a, 'j: 'a>(day: &'a Day<'j>, entry: &'a Event) -> Option<&'a str> {
    let own = &*entry.sent_letter()?.stage;
    let Some(customer) = entry.customer else {
        return Some(own);
    };
    let latest_first = day.history().of_customer(customer).rev();
    let parts = latest_first
        .skip_while(|other| other.date > entry.date)
        .take_while(|other| other.date == entry.date);
    let same = parts.filter(|other| is_same_letter(day, entry, other));
    let highest = same.max_by_key(|other| place_on_ladder(day, other));
    highest.map_or(Some(own), Event::named_stage)
}

/// Whether two entries of one day tell of one letter. Without a document the fourteen-day letter is one by itself: it takes
/// no invoice of another step along.
fn is_same_letter(day: &Day<'_>, one: &Event, other: &Event) -> bool {
    if one.origin == other.origin {
        return true;
    }
    let (Some(letter), Some(also)) = (one.sent_letter(), other.sent_letter()) else {
        return false;
    };
    let ways = |channels: &[Channel]| channels.iter().copied().collect::<BTreeSet<_>>();
    let currency = |event: &Event| {
        let mut named = event.invoices();
        named.next().map(|it| day.journal.invoices[it].currency)
    };
    if letter.bounced != also.bounced
        || ways(&letter.channels) != ways(&also.channels)
        || currency(one) != currency(other)
    {
        return false;
    }
    let documents = |event: &Event| {
        let quote = day.source_lookup.quote_entry(event.origin);
        let paths = quote.values(KeyName::Document).map(str::to_owned);
        paths.collect::<Vec<String>>()
    };
    let written = documents(one);
    written == documents(other)
        && (!written.is_empty()
            || letter.stage == also.stage
            || !(is_sent_alone(day, one) || is_sent_alone(day, other)))
}

fn is_sent_alone(day: &Day<'_>, entry: &Event) -> bool {
    entry.customer.is_some_and(|customer| {
        let parties = ClaimParties::for_customer(day.journal, customer);
        is_fourteen_day_letter(day.journal, &parties, entry)
    })
}

/// The place of its step in the ladder of its invoice; `None` where that does not have it.
fn place_on_ladder(day: &Day<'_>, entry: &Event) -> Option<usize> {
    let stage = entry.named_stage()?;
    let invoice = entry.invoice?;
    let policies = &day.ladder_rules().policies;
    let mut ladder = policies
        .policy_of_invoice(invoice, entry.date)
        .ladder()
        .iter();
    ladder.position(|step| *step.name == *stage)
}
