//! E006: a letter about an invoice that was closed.

use super::rule::{Rule, Run, Subject};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E006",
    name: "stage-on-paid",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_on_paid.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for letter in subject.letters() {
        let Some(closed) = letter.closed else {
            continue;
        };
        let number = subject.number(letter.invoice);
        sink.push(
            KIND.at(
                subject.mention_of(letter.event.origin, letter.invoice),
                format!("expected something open on {number}, found it closed since {closed}"),
            )
            .help("take the number out where the letter did not name it; where it did, a word of apology helps"),
        );
    }
}
