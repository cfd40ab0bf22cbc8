//! P006: money on account while an invoice of the same customer is overdue.

use super::payment_slip::is_slip;
use super::shared::check_input::CheckInput;
use super::shared::proposed_entries::{propose_apply, propose_refund};
use crate::journal::model::{Journal, Movement, MovementKind};
use crate::ledger::unallocated::{UnallocatedReason, oldest_overdue, unallocated_money};
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;

crate::check_rule! {
    "P006" "stale-credit" Warning, needs Figures, page "stale_credit.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut late = None;
    for money in unallocated_money(journal, input.last_day.ledger)
        .filter(|money| money.reason != UnallocatedReason::Unspecified && !is_slip(money))
    {
        let late = late.get_or_insert_with(|| {
            oldest_overdue(journal, input.last_day.ledger, input.day.as_of())
        });
        let Some(due) = late.get(&(money.customer, money.currency)) else {
            continue;
        };
        if is_above_invoice(journal, money.movement) {
            continue;
        }
        let left = input.format_money(money.remaining, money.currency);
        let who = input.format_customer(money.customer);
        sink.push(
            KIND.at(
                input.amount_span(money.movement.origin),
                format!("expected the {left} on account to be used, found it beside an invoice of {who} due {due}"),
            )
            .help(format!(
                "use it: `{}`; or pay it back: `{}`",
                propose_apply(input, &money),
                propose_refund(input, &money)
            )),
        );
    }
}

/// Whether the credit notes of an invoice are above it, which P021 tells.
fn is_above_invoice(journal: &Journal, movement: &Movement) -> bool {
    let Some(invoice) = movement
        .invoice
        .filter(|_| movement.kind == MovementKind::Credit)
    else {
        return false;
    };
    let movements = journal.movements.as_slice().iter();
    let credits =
        movements.filter(|it| it.kind == MovementKind::Credit && it.invoice == Some(invoice));
    let credited: Minor = credits.map(Movement::minor).sum();
    let invoiced = journal.invoices[invoice].amount();
    invoiced.is_some_and(|invoiced| credited > invoiced.into())
}
