//! R011: a void of a number never issued, beside one that looks like it.

use super::near_number::longer_or_shorter;
use super::rule::{Rule, Run, Subject, dated};
use crate::journal::model::{MovementKind, NumberUse};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::text::edit::Edit;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "R011",
    name: "void-resembles-known",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("void_resembles_known.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let movements = subject.journal.movements.as_slice().iter();
    for void in movements.filter(|movement| movement.kind == MovementKind::Void) {
        for number in void.invoices() {
            if subject.journal.invoices[number].number_use != NumberUse::Skipped {
                continue;
            }
            let Some(near) = longer_or_shorter(subject.journal, subject.journal.invoice_no(number))
            else {
                continue;
            };
            let (at, no) = (
                subject.mention_of(void.origin, number),
                subject.number(near),
            );
            sink.push(
                KIND.at(
                    at,
                    format!(
                        "expected an invoice or a missing number, found {}",
                        subject.number(number)
                    ),
                )
                .note("never issued")
                .related(
                    dated(subject.journal.invoices[near].origin),
                    format!("{no} is written here"),
                )
                .help(format!(
                    "did you mean {no}? Until then that invoice stays open"
                ))
                .suggested_fix(vec![Edit::replace(at, no)]),
            );
        }
    }
}
