//! R005: a payment whose further invoice or `for:` line is another customer's.

use super::rule::{Rule, Run, Subject, dated};
use crate::journal::kinds::CUSTOMER_MISMATCH;
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;

/// The check. Where the header names a customer, the names themselves were held against each other already.
pub static RULE: Rule = Rule {
    kind: &CUSTOMER_MISMATCH,
    run: Run::Journal(run),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let faults = subject.faults(|fault| match fault {
        FaultKind::CustomerMix { invoice } => Some(invoice),
        _ => None,
    });
    for (_, movement, invoice) in faults {
        let written = subject.pages.read_entry(movement.origin);
        if written.is_some_and(|written| written.entry.customer().is_some()) {
            continue;
        }
        let known = &subject.journal.invoices[invoice];
        let (Some(payer), Some(owner)) = (movement.customer, known.customer) else {
            continue;
        };
        sink.push(
            CUSTOMER_MISMATCH
                .at(
                    subject.mention_of(movement.origin, invoice),
                    format!(
                        "expected another invoice of {}, found {}, which is {}'s",
                        subject.customer(payer),
                        subject.number(invoice),
                        subject.customer(owner)
                    ),
                )
                .related(dated(known.origin), "issued here")
                .help("mend the number, or write a payment for each customer"),
        );
    }
}
