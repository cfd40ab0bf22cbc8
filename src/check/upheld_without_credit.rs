//! E017: a complaint that was right, and no credit note.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::journal::model::{Event, InvoiceIx, Movement, MovementKind};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use std::collections::BTreeSet;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E017",
    name: "upheld-without-credit",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("upheld_without_credit.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let events = subject.journal.events.iter();
    let upheld: Vec<&Event> = events.filter(|event| event.is_upheld_dispute()).collect();
    if upheld.is_empty() {
        return;
    }
    let movements = subject.journal.movements.as_slice().iter();
    let lowered: BTreeSet<InvoiceIx> = movements
        .filter(|it| {
            matches!(
                it.kind,
                MovementKind::Credit | MovementKind::Void | MovementKind::Writeoff
            )
        })
        .flat_map(Movement::invoices)
        .collect();
    for event in upheld {
        if let Some(invoice) = event.invoice.filter(|invoice| !lowered.contains(invoice)) {
            let number = subject.format_invoice(invoice);
            sink.push(
                KIND.at(
                    subject.keyword_span(event.origin),
                    format!("expected a credit note for {number}, found none"),
                )
                .help(format!("write it: `{} credit #NUMBER for {number} AMOUNT`; a dispute never changes a figure by itself", event.date)),
            );
        }
    }
}
