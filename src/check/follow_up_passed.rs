//! C002: a day noted to come back to something, and nobody did.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::dunning::worklist::task::Action;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::key_name::KeyName;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "C002",
    name: "follow-up-passed",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("follow_up_passed.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for task in subject.tasks() {
        if let (Action::FollowUp, Some(origin)) = (task.action, task.origin) {
            sink.push_with(&KIND, || {
                KIND.at(
                    subject.value_span(origin, KeyName::FollowUp),
                    format!("expected an entry on {} or later, found none", task.since),
                )
                .help("write what came of it; another `follow-up:` puts it off")
            });
        }
    }
}
