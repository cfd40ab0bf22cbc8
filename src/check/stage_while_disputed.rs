//! E003: a letter about what the customer disputes.

use super::shared::hold_check::HoldCheck;
use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::dunning::hold::Hold;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::resolve::ResolveEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::vocabulary::DisputeOutcome;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E003",
    name: "stage-while-disputed",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_while_disputed.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let held_back = HoldCheck {
        kind: &KIND,
        holds: &[Hold::Dispute],
        hold_note: "disputed here",
        help: |subject, invoice| {
            let resolve = TypedEntry::Resolve(ResolveEntry {
                invoice: subject.invoice_id(invoice),
                customer: None,
                outcome: DisputeOutcome::Rejected,
            });
            let entry = subject.print_entry(&JournalEntry::new(None, resolve));
            format!(
                "answer the complaint first: `{entry}`, `withdrawn`, `settled`, or `upheld` with a credit note"
            )
        },
    };
    held_back.check_letters(subject, sink);
}
