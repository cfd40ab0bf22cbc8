//! C014: a term of a plan that was not paid.

use super::rule::{Rule, Run, Subject};
use crate::dunning::worklist::task::TaskReason;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "C014",
    name: "instalment-missed",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("instalment_missed.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for task in subject.tasks() {
        if let (TaskReason::MissedInstalment(term, missing), Some(origin)) =
            (&task.reason, task.origin)
        {
            let missing = subject.money(missing.minor, missing.currency);
            sink.push(
                KIND.at(
                    subject.keyword_of(origin),
                    format!("expected {missing} for the term of {term}, found it missing"),
                )
                .help("call, agree on a new `plan`, or end this one with `release` and go on"),
            );
        }
    }
}
