//! P001: the `for:` lines of a payment add up to more than the payment.

use super::shared::check_input::CheckInput;
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P001" "over-allocated" Error, needs Figures, page "over_allocated.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let sums = input.ledger_faults(|fault| match fault {
        FaultKind::OverAllocated { sum } => Some(sum),
        _ => None,
    });
    for (_, payment, sum) in sums {
        let money = |minor| input.format_money(minor, payment.currency);
        sink.push(
            KIND.at(
                input.amount_span(payment.origin),
                format!(
                    "expected `for:` lines of at most {}, found {}",
                    money(payment.minor()),
                    money(sum)
                ),
            )
            .note(format!("{} too much", money(sum - payment.minor())))
            .help("lower a `for:` line, or mend the amount of the payment"),
        );
    }
}
