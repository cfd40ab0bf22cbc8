//! E003: a letter about what the customer disputes.

use super::held_back::HeldBack;
use super::rule::{Rule, Run, Subject};
use crate::dunning::hold::Hold;
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "E003",
    name: "stage-while-disputed",
    severity: Severity::Warning,
    depends: Depends::OnFigures,
    explain: include_str!("stage_while_disputed.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let held_back = HeldBack {
        kind: &KIND,
        holds: &[Hold::Dispute],
        begun: "disputed here",
        help: |number| {
            format!(
                "answer the complaint first: `resolve {number} rejected`, `withdrawn`, `settled`, or `upheld` with a credit note"
            )
        },
    };
    held_back.look(subject, sink);
}
