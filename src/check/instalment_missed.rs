//! C014: a term of a plan that was not paid.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::dunning::worklist::task::TaskReason;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "C014",
    name: "instalment-missed",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("instalment_missed.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for task in subject.tasks() {
        if let (TaskReason::MissedInstalment(term, missing), Some(origin)) =
            (&task.reason, task.origin)
        {
            let missing = subject.format_money(missing.minor, missing.currency);
            sink.push(
                KIND.at(
                    subject.keyword_span(origin),
                    format!("expected {missing} for the term of {term}, found it missing"),
                )
                .help("call, agree on a new `plan`, or end this one with `release` and go on"),
            );
        }
    }
}
