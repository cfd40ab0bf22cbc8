//! E023: a fee, costs or interest that nothing in the journal explains.

use super::shared::check_input::CheckInput;
use crate::journal::model::{InvoiceIx, Movement, MovementKind};
use crate::syntax::entry::{DetailKey, Entry};
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::collections::BTreeSet;

crate::check_rule! {
    "E023" "charge-without-reason" Advice, needs Figures, page "charge_without_reason.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let movements = input.day.journal.movements.as_slice().iter();
    let is_charge = |movement: &&Movement| movement.kind.charged_component().is_some();
    let mut charges = movements.filter(is_charge).peekable();
    if charges.peek().is_none() {
        return;
    }
    let letters = letters_by_day(input);
    for charge in charges {
        let mut named = charge.invoices();
        let with_letter = named.any(|invoice| letters.contains(&(invoice, charge.date)));
        let written = input.journal_text.read_entry(charge.origin);
        if with_letter || written.is_none_or(|written| explains(&written.entry)) {
            continue;
        }
        let (what, law) = match charge.kind {
            MovementKind::Fee => ("a fee", "the policy that allows it"),
            MovementKind::Costs => ("collection costs", "the letter that announced them"),
            _ => ("interest", "from when, and at which rate"),
        };
        sink.push(
            KIND.at(
                input.keyword_span(charge.origin),
                format!(
                    "expected a reason beside {what}, or a letter of the same day, found neither"
                ),
            )
            .help(format!(
                "say behind `|` why it is claimed ({law}), or name the `document:`"
            )),
        );
    }
}

/// The letters that went out, by invoice and day: a charge beside a letter is explained by it.
fn letters_by_day(input: &CheckInput<'_>) -> BTreeSet<(InvoiceIx, NaiveDate)> {
    let events = input.day.journal.events.iter();
    let sent = events.filter(|event| event.is_written_message() || event.sent_letter().is_some());
    sent.flat_map(|event| event.invoices().map(|invoice| (invoice, event.date)))
        .collect()
}

/// Whether an entry says why: in free text, in a line of words, or with a document.
fn explains(entry: &Entry) -> bool {
    let tells = |key: DetailKey| {
        matches!(key, DetailKey::Words | DetailKey::Own) || key.name() == Some(KeyName::Document)
    };
    entry.text.is_some() || entry.details.iter().any(|detail| tells(detail.key))
}
