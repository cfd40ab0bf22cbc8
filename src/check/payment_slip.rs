//! P022: a payment so much larger than its invoice that the mark slipped.

use super::shared::check_input::CheckInput;
use crate::ledger::unallocated::{UnallocatedMoney, UnallocatedReason, unallocated_money};
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;

crate::check_rule! {
    "P022" "payment-slip" Warning, needs Figures, page "payment_slip.md", Journal(run)
}

/// How many times as much as the invoice could take is no overpayment any more.
const TIMES: i128 = 10;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let overpaid = unallocated_money(input.day.journal, input.last_day.ledger);
    for money in overpaid.filter(is_slip) {
        let paid = money.movement.minor();
        let taken = paid - money.remaining;
        let format = |minor| input.format_money(minor, money.currency);
        sink.push(
            KIND.at(
                input.amount_span(money.movement.origin),
                format!(
                    "expected about the {} that was open, found {}, {} times as much",
                    format(taken),
                    format(paid),
                    times(paid, taken)
                ),
            )
            .note(format!("{} too much", format(money.remaining)))
            .help("look whether the mark of the decimals slipped; if so much was paid, pay it back with `refund`, or say why it stays: `allow: P022`"),
        );
    }
}

/// Whether a payment took ten times as much as its invoices could take, or more.
pub fn is_slip(money: &UnallocatedMoney<'_>) -> bool {
    let paid = money.movement.minor();
    let taken = paid - money.remaining;
    money.reason == UnallocatedReason::Overpaid && times(paid, taken) >= TIMES
}

fn times(paid: Minor, taken: Minor) -> i128 {
    paid.0.checked_div(taken.0).unwrap_or(0)
}
