//! P002: a payment of more than its invoices could take.

use super::payment_slip::is_slip;
use super::shared::check_input::CheckInput;
use super::shared::proposed_entries::{propose_apply, propose_refund};
use crate::ledger::unallocated::{UnallocatedReason, oldest_overdue, unallocated_money};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P002" "overpaid-invoice" Advice, needs Figures, page "overpaid_invoice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut late = None;
    for money in unallocated_money(input.day.journal, input.last_day.ledger)
        .filter(|money| money.reason == UnallocatedReason::Overpaid && !is_slip(money))
    {
        // With something overdue the same money is reported as stale.
        let late = late.get_or_insert_with(|| {
            oldest_overdue(journal, input.last_day.ledger, input.day.as_of())
        });
        if late.contains_key(&(money.customer, money.currency)) {
            continue;
        }
        let left = input.format_money(money.remaining, money.currency);
        sink.push(
            KIND.at(
                input.amount_span(money.movement.origin),
                format!("expected at most what the invoice could take, found {left} more"),
            )
            .note(format!("{left} on account"))
            .help(format!(
                "pay it back (`{}`), use it (`{}`), \
                 or leave it for the next invoice: `allow: P002` and why",
                propose_refund(input, &money),
                propose_apply(input, &money)
            )),
        );
    }
}
