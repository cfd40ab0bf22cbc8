//! R005: a payment whose further invoice or `for:` line is another customer's.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::rule::{CheckFn, CheckRule};
use crate::journal::kinds::CUSTOMER_MISMATCH;
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;

/// The check. Where the header names a customer, the names themselves were held against each other already.
pub static RULE: CheckRule = CheckRule {
    kind: &CUSTOMER_MISMATCH,
    run: CheckFn::Journal(run),
};

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::CustomerMix { invoice } => Some(invoice),
        _ => None,
    });
    for (_, movement, invoice) in faults {
        let written = input.journal_text.read_entry(movement.origin);
        if written.is_some_and(|written| written.entry.customer().is_some()) {
            continue;
        }
        let known = &input.day.journal.invoices[invoice];
        let (Some(payer), Some(owner)) = (movement.customer, known.customer) else {
            continue;
        };
        sink.push(
            CUSTOMER_MISMATCH
                .at(
                    input.mention_span(movement.origin, invoice),
                    format!(
                        "expected another invoice of {}, found {}, which is {}'s",
                        input.format_customer(payer),
                        input.format_invoice(invoice),
                        input.format_customer(owner)
                    ),
                )
                .related(date_span(known.origin), "issued here")
                .help("mend the number, or write a payment for each customer"),
        );
    }
}
