//! C015: the third promise about one invoice.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::journal::model::InvoiceIx;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::text::span::Origin;
use chrono::NaiveDate;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "C015",
    name: "third-promise",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("third_promise.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let mut promises: Vec<(InvoiceIx, NaiveDate, Origin)> = Vec::new();
    for event in subject
        .journal
        .events
        .iter()
        .filter(|event| event.promise().is_some())
    {
        promises.extend(
            event
                .invoices()
                .map(|invoice| (invoice, event.date, event.origin)),
        );
    }
    promises.sort_unstable();
    for promises in promises.chunk_by(|one, other| one.0 == other.0) {
        let Some((invoice, _, origin)) = promises.get(2) else {
            continue;
        };
        let number = subject.format_invoice(*invoice);
        sink.push(
            KIND.at(
                subject.mention_span(*origin, *invoice),
                format!("expected at most two promises about {number}, found a third"),
            )
            .help(
                "a plan in terms, signed, or the next step may serve better than another promise",
            ),
        );
    }
}
