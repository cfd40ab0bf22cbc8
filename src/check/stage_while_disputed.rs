//! E003: a letter about what the customer disputes.

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
    code: "E003",
    name: "stage-while-disputed",
    severity: Severity::Warning,
    depends: Depends::OnFigures,
    explain: include_str!("stage_while_disputed.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    for letter in subject.letters() {
        let on = letter.event.date;
        let holds = letter.standing.standing_holds(on).filter(|held| held.whole);
        let mut holds = holds.filter(|held| matches!(held.hold, Hold::Dispute));
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
        .related(dated(held.event.origin), "disputed here")
        .help(format!("answer the complaint first: `resolve {number} rejected`, `withdrawn`, `settled`, or `upheld` with a credit note")),
    );
}
