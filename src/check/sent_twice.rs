//! E012: the same letter about the same invoice again.

use super::shared::rule::{CheckFn, CheckInput, CheckRule, date_span};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E012",
    name: "sent-twice",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("sent_twice.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for letter in subject.stage_events() {
        let Some(before) = letter.previous.filter(|_| letter.closed_on.is_none()) else {
            continue;
        };
        let number = subject.format_invoice(letter.invoice);
        sink.push(
            KIND.at(
                subject.mention_span(letter.event.origin, letter.invoice),
                format!(
                    "expected the next step for {number}, found the same as on {}",
                    before.date
                ),
            )
            .related(date_span(before.origin), "the first time")
            .help("take one of the two out; write `bounced: yes` under the first if it came back"),
        );
    }
}
