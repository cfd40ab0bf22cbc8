//! E005: a letter while a promise was running.

use super::shared::hold_check::HoldCheck;
use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::dunning::hold::Hold;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E005",
    name: "stage-while-promised",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_while_promised.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let held_back = HoldCheck {
        kind: &KIND,
        holds: &[Hold::Promise],
        hold_note: "promised here",
        help: |_, _| {
            "wait for the day that was promised and for the bank; a promise that is broken is told by `tegoed next`".to_owned()
        },
    };
    held_back.check_letters(subject, sink);
}
