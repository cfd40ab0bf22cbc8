//! E012: the same letter about the same invoice again.

use super::rule::{Rule, Run, Subject, dated};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E012",
    name: "sent-twice",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("sent_twice.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for letter in subject.letters() {
        let Some(before) = letter.before.filter(|_| letter.closed.is_none()) else {
            continue;
        };
        let number = subject.number(letter.invoice);
        sink.push(
            KIND.at(
                subject.mention_of(letter.event.origin, letter.invoice),
                format!(
                    "expected the next step for {number}, found the same as on {}",
                    before.date
                ),
            )
            .related(dated(before.origin), "the first time")
            .help("take one of the two out; write `bounced: yes` under the first if it came back"),
        );
    }
}
