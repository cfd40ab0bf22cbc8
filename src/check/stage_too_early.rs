//! E002: a letter before the day on which its step was possible.

use super::rule::{Rule, Run, Subject};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E002",
    name: "stage-too-early",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_too_early.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for letter in subject
        .letters()
        .iter()
        .filter(|letter| letter.closed.is_none())
    {
        let Some(from) = letter
            .possible_from()
            .filter(|from| letter.event.date < *from)
        else {
            continue;
        };
        let number = subject.number(letter.invoice);
        let stage = letter.standing.next_stage().map_or("", |stage| &stage.name);
        sink.push(
            KIND.at(
                subject.mention_of(letter.event.origin, letter.invoice),
                format!("expected `{stage}` for {number} from {from} on, found it on {}", letter.event.date),
            )
            .help(format!(
                "`tegoed show {} --explain` tells what the day rests on; mend the date, or the policy",
                subject.journal.invoice_no(letter.invoice)
            )),
        );
    }
}
