//! C001: a promise that was not kept, and nobody reacted.

use super::rule::{Rule, Run, Subject};
use crate::dunning::worklist::task::TaskReason;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "C001",
    name: "promise-broken",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("promise_broken.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for task in subject.tasks() {
        let (TaskReason::BrokenPromise(promise, received), Some(origin)) =
            (&task.reason, task.origin)
        else {
            continue;
        };
        let made = promise.promise();
        let amount = made.and_then(|made| made.amount);
        let promised = amount.map_or_else(
            || "money".to_owned(),
            |it| subject.money(it.minor, it.currency),
        );
        let came = match amount {
            Some(amount) if received.is_positive() => subject.money(*received, amount.currency),
            _ => "nothing".to_owned(),
        };
        let by = made
            .and_then(|made| made.deadline)
            .map_or_else(String::new, |day| format!(" by {day}"));
        sink.push(
            KIND.at(
                subject.amount_of(origin),
                format!("expected {promised}{by}, found {came}"),
            )
            .help("call, or send the next letter: it may name the promise"),
        );
    }
}
