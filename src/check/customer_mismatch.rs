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

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let faults = subject.ledger_faults(|fault| match fault {
        FaultKind::CustomerMix { invoice } => Some(invoice),
        _ => None,
    });
    for (_, movement, invoice) in faults {
        let written = subject.journal_text.read_entry(movement.origin);
        if written.is_some_and(|written| written.entry.customer().is_some()) {
            continue;
        }
        let known = &subject.day.journal.invoices[invoice];
        let (Some(payer), Some(owner)) = (movement.customer, known.customer) else {
            continue;
        };
        sink.push(
            CUSTOMER_MISMATCH
                .at(
                    subject.mention_span(movement.origin, invoice),
                    format!(
                        "expected another invoice of {}, found {}, which is {}'s",
                        subject.format_customer(payer),
                        subject.format_invoice(invoice),
                        subject.format_customer(owner)
                    ),
                )
                .related(date_span(known.origin), "issued here")
                .help("mend the number, or write a payment for each customer"),
        );
    }
}
