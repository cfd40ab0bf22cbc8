//! E006: a letter about an invoice that was closed.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E006",
    name: "stage-on-paid",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_on_paid.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for letter in subject.stage_events() {
        let Some(closed) = letter.closed_on else {
            continue;
        };
        let number = subject.format_invoice(letter.invoice);
        sink.push(
            KIND.at(
                subject.mention_span(letter.event.origin, letter.invoice),
                format!("expected something open on {number}, found it closed since {closed}"),
            )
            .help("take the number out where the letter did not name it; where it did, a word of apology helps"),
        );
    }
}
