//! P016: a reversal of a payment whose money was paid back already.

use super::shared::check_input::{CheckInput, date_span};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P016" "reversal-of-refunded" Error, needs Figures, page "reversal_of_refunded.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::RefundedAlready { payment, refunded } => Some((payment, refunded)),
        _ => None,
    });
    for (_, reversal, (payment, refunded)) in faults {
        let payment = &input.day.journal.movements[payment];
        let back = input.format_money(refunded, payment.currency);
        let of = input.format_money(payment.minor(), payment.currency);
        sink.push(
            KIND.at(
                input.keyword_span(reversal.origin),
                format!("expected a payment whose money is still here, found {back} of {of} paid back already"),
            )
            .related(date_span(payment.origin), "the payment")
            .help(
                "if the bank took the money back as well, the customer owes the refund: write an `invoice` or \
                 take out the `refund`, whichever happened",
            ),
        );
    }
}
