//! R014: a milestone that was reached already.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Event, InvoiceIx};
use crate::text::diagnostic::Sink;
use std::collections::BTreeMap;

crate::check_rule! {
    "R014" "milestone-twice" Warning, needs Names, page "milestone_twice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut reached: BTreeMap<(InvoiceIx, &str), &Event> = BTreeMap::new();
    let mut events: Vec<&Event> = journal.events.iter().collect();
    events.retain(|event| event.milestone().is_some());
    events.sort_by_key(|event| event.date);
    for event in events {
        let name = event.milestone().unwrap_or_default();
        for invoice in event.invoices() {
            let Some(first) = reached.get(&(invoice, name)) else {
                reached.insert((invoice, name), event);
                continue;
            };
            let number = journal.invoice_no(invoice);
            let word = |event: &Event| {
                input.span_of(event.origin, |entry| {
                    entry.first_word().map(|word| word.span)
                })
            };
            sink.push(
                KIND.at(
                    word(event),
                    format!("expected `{name}` of #{number} to be reached once, found it again"),
                )
                .related(word(first), "first here; this day counts")
                .help("leave one of the two out; of a milestone that was not reached after all, the first"),
            );
        }
    }
}
