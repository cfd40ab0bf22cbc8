//! E004: a letter while letters were to wait.

use super::letters::Letter;
use super::rule::{Rule, Run, Subject, dated};
use crate::dunning::hold::{Held, Hold};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "E004",
    name: "stage-while-held",
    severity: Severity::Warning,
    depends: Depends::OnFigures,
    explain: include_str!("stage_while_held.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for letter in subject.letters() {
        let on = letter.event.date;
        let holds = letter.standing.standing_holds(on).filter(|held| held.whole);
        let mut holds =
            holds.filter(|held| matches!(held.hold, Hold::Hold | Hold::Plan | Hold::Insolvency));
        if let (Some(held), None) = (holds.next(), letter.closed) {
            report(subject, letter, held, sink);
        }
    }
}

fn report(subject: &Subject<'_>, letter: &Letter<'_>, held: &Held<'_>, sink: &mut Sink) {
    let number = subject.number(letter.invoice);
    let until = held
        .through
        .map_or_else(String::new, |day| format!(" through {day}"));
    sink.push(
        KIND.at(
            subject.mention_of(letter.event.origin, letter.invoice),
            format!("expected no letter about {number}{until}, found this"),
        )
        .related(dated(held.event.origin), "held here")
        .help(format!("wait until it ends, or end it: `release {number}`")),
    );
}
