//! E010: more is written off than is open.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::text::edit::Edit;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E010",
    name: "writeoff-exceeds-open",
    severity: Severity::Error,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("writeoff_exceeds_open.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let faults = subject.ledger_faults(|fault| match fault {
        FaultKind::WriteoffExceedsOpen { open } => Some(open),
        _ => None,
    });
    for (_, writeoff, open) in faults {
        let at = subject.amount_span(writeoff.origin);
        let found = subject.format_money(writeoff.minor(), writeoff.currency);
        let most = subject.format_money(open, writeoff.currency);
        let excess = subject.format_money(writeoff.minor() - open, writeoff.currency);
        let finding = KIND
            .at(
                at,
                format!("expected at most the {most} that is open, found {found} written off"),
            )
            .note(format!("{excess} too much"));
        sink.push(if open.is_positive() {
            finding
                .help(format!(
                    "write off {most}, or leave the amount out: then all of it is meant"
                ))
                .suggested_fix(vec![Edit::replace(at, most)])
        } else {
            finding.help("nothing is open on that day: take the entry out, or mend its date")
        });
    }
}
