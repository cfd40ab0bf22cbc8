//! R012: a reference that is nearly the number of an invoice.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::similar_numbers::only_similar_number;
use crate::ledger::unallocated::{UnallocatedMoney, UnallocatedReason, unallocated_money};
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "R012" "near-reference" Advice, needs Names, page "near_reference.md", Journal(run)
}

/// References beyond these many are not looked at: each is compared in some hundred spellings.
const MAX_REFERENCES: usize = 10_000;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let unplaced = unallocated_money(input.day.journal, input.last_day.ledger)
        .filter(|money| money.reason == UnallocatedReason::Unspecified);
    for money in unplaced.take(MAX_REFERENCES) {
        report(input, &money, sink);
    }
}

fn report(input: &CheckInput<'_>, money: &UnallocatedMoney<'_>, sink: &mut Sink) {
    if money
        .movement
        .extra
        .as_ref()
        .is_some_and(|more| more.referenced_invoice.is_some())
    {
        return;
    }
    let Some(written) = input.journal_text.read_entry(money.movement.origin) else {
        return;
    };
    let Some(detail) = written.entry.details(KeyName::Ref).next() else {
        return;
    };
    let words = written.slice(detail.value).split([' ', ',', ';', '\t']);
    for word in words.map(|word| word.trim_start_matches('#')) {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits < 3 || word.len() > 24 || !word.is_ascii() {
            continue;
        }
        if let Some(near) = only_similar_number(input.day.journal, word, Some(money.customer)) {
            let no = input.format_invoice(near);
            sink.push(
                KIND.at(
                    detail.value,
                    format!("expected the number of an invoice, found {word}"),
                )
                .note(format!("nearly {no}"))
                .related(
                    date_span(input.day.journal.invoices[near].origin),
                    format!("{no} of the same customer"),
                )
                .help(format!(
                    "if that is meant, say so: name {no} in the payment"
                )),
            );
        }
    }
}
