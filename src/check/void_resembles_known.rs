//! R011: a void of a number never issued, beside one that looks like it.

use super::shared::rule::{CheckFn, CheckInput, CheckRule, date_span};
use super::shared::similar_numbers::find_longer_or_shorter;
use crate::journal::model::{MovementKind, NumberUse};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::text::edit::Edit;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "R011",
    name: "void-resembles-known",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("void_resembles_known.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let movements = subject.journal.movements.as_slice().iter();
    for void in movements.filter(|movement| movement.kind == MovementKind::Void) {
        for number in void.invoices() {
            if subject.journal.invoices[number].number_use != NumberUse::Skipped {
                continue;
            }
            let Some(near) =
                find_longer_or_shorter(subject.journal, subject.journal.invoice_no(number))
            else {
                continue;
            };
            let (at, no) = (
                subject.mention_span(void.origin, number),
                subject.format_invoice(near),
            );
            sink.push(
                KIND.at(
                    at,
                    format!(
                        "expected an invoice or a missing number, found {}",
                        subject.format_invoice(number)
                    ),
                )
                .note("never issued")
                .related(
                    date_span(subject.journal.invoices[near].origin),
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
