//! E020: a policy that writes no ladder.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E020",
    name: "policy-without-stages",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Terms,
    explanation: include_str!("policy_without_stages.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for policy in subject.journal.policies.as_slice() {
        let Some(origin) = policy
            .origin
            .filter(|_| policy.stages.is_empty() && !policy.incomplete)
        else {
            continue;
        };
        let at = subject.span_of(origin, |entry| entry.first_word().map(|name| name.span));
        sink.push(
            KIND.at(
                at,
                format!(
                    "expected `stage` lines in policy `{}`, found none",
                    policy.name
                ),
            )
            .note("the built-in ladder holds")
            .help(format!(
                "`tegoed policy {}` prints it with the ladder: paste the lines, so that what was agreed is written",
                policy.name
            )),
        );
    }
}
