//! P022: a payment so much larger than its invoice that the mark slipped, or a digit was typed twice.

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
                    "expected about the {} that was open, found {}, {}{} times as much",
                    format(taken),
                    format(paid),
                    if is_multiple(paid, taken) { "" } else { "more than " },
                    times(paid, taken)
                ),
            )
            .note(format!("{} too much", format(money.remaining)))
            .help("look whether the mark of the decimals slipped, or a digit was typed twice; if so much was paid, pay it back with `refund`, or say why it stays: `allow: P022`"),
        );
    }
}

/// Whether a payment took ten times as much as its invoices could take, or more, or is that sum with one digit too many.
pub fn is_slip(money: &UnallocatedMoney<'_>) -> bool {
    let paid = money.movement.minor();
    let taken = paid - money.remaining;
    money.reason == UnallocatedReason::Overpaid
        && (times(paid, taken) >= TIMES || has_digit_twice(paid, taken))
}

/// Whether a sum is another one in which a digit of three or more stands twice: 11210.00 for 1210.00.
fn has_digit_twice(paid: Minor, taken: Minor) -> bool {
    let (long, short) = (paid.0.to_string(), taken.0.to_string());
    if short.len() < 3 || long.len() != short.len().saturating_add(1) {
        return false;
    }
    let mut places = long.bytes().zip(long.bytes().skip(1)).enumerate();
    places.any(|(place, (digit, next))| {
        let (before, behind) = (
            long.bytes().take(place),
            long.bytes().skip(place.saturating_add(1)),
        );
        digit == next && before.chain(behind).eq(short.bytes())
    })
}

/// Whether a sum is another one so many times and no cent more.
fn is_multiple(paid: Minor, taken: Minor) -> bool {
    paid.0.checked_rem(taken.0) == Some(0)
}

fn times(paid: Minor, taken: Minor) -> i128 {
    paid.0.checked_div(taken.0).unwrap_or(0)
}
