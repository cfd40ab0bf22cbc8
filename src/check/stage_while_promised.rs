//! E005: a letter while a promise was running.

use super::held_back::HeldBack;
use super::rule::{Rule, Run, Subject};
use crate::dunning::hold::Hold;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E005",
    name: "stage-while-promised",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_while_promised.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let held_back = HeldBack {
        kind: &KIND,
        holds: &[Hold::Promise],
        begun: "promised here",
        help: |_, _| {
            "wait for the day that was promised and for the bank; a promise that is broken is told by `tegoed next`".to_owned()
        },
    };
    held_back.look(subject, sink);
}
