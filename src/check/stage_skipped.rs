//! E001: a letter whose step is above the next one.

use super::rule::{Rule, Run, Subject};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "E001",
    name: "stage-skipped",
    severity: Severity::Warning,
    depends: Depends::OnFigures,
    explain: include_str!("stage_skipped.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for letter in subject
        .letters()
        .iter()
        .filter(|letter| letter.closed.is_none())
    {
        let Some((place, next)) = letter.place.zip(letter.next_place()) else {
            continue;
        };
        let Some(expected) = letter.standing.stage(next).filter(|_| place > next) else {
            continue;
        };
        let number = subject.number(letter.invoice);
        let sent = letter.standing.stage(place).map_or("", |stage| &stage.name);
        sink.push(
            KIND.at(
                subject.mention_of(letter.event.origin, letter.invoice),
                format!(
                    "expected `{}` for {number} before `{sent}`, found none",
                    expected.name
                ),
            )
            .help(format!(
                "send `{}` first; or write why it is left out: `{} skip {} {number} | …`",
                expected.name, letter.event.date, expected.name
            )),
        );
    }
}
