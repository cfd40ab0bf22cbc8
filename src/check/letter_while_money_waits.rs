//! E013: a letter to a customer whose money waited.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::CustomerIx;
use crate::ledger::unallocated::{UnallocatedMoney, UnallocatedReason, unallocated_money};
use crate::text::diagnostic::Sink;
use crate::value::currency::Currency;
use std::collections::BTreeMap;

crate::check_rule! {
    "E013" "letter-while-money-waits" Warning, needs Figures, page "letter_while_money_waits.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    if input.stage_events().is_empty() {
        return;
    }
    let mut waits: BTreeMap<(CustomerIx, Currency), Vec<UnallocatedMoney<'_>>> = BTreeMap::new();
    for money in unallocated_money(input.day.journal, input.last_day.ledger)
        .filter(|it| it.reason == UnallocatedReason::Unspecified)
    {
        waits
            .entry((money.customer, money.currency))
            .or_default()
            .push(money);
    }
    for letter in input.open_stage_events() {
        let record = &input.day.journal.invoices[letter.invoice];
        let account = record.customer.map(|customer| (customer, record.currency));
        let known = account.and_then(|account| waits.get(&account));
        let mut known = known.into_iter().flatten();
        if let Some(money) = known.find(|money| money.movement.date < letter.event.date) {
            let left = input.format_money(money.remaining, money.currency);
            sink.push(
                KIND.at(
                    input.mention_span(letter.event.origin, letter.invoice),
                    format!("expected the money of this customer to be placed first, found {left} that waits"),
                )
                .related(date_span(money.movement.origin), "received here")
                .help("say what the payment is for, with `for:` lines; `tegoed next` proposes them"),
            );
        }
    }
}
