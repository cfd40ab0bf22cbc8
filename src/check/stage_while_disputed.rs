//! E003: a letter about what the customer disputes.

use super::held_back::HeldBack;
use super::rule::{Rule, Run, Subject};
use crate::dunning::hold::Hold;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::resolve::ResolveEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::vocabulary::DisputeOutcome;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E003",
    name: "stage-while-disputed",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_while_disputed.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let held_back = HeldBack {
        kind: &KIND,
        holds: &[Hold::Dispute],
        begun: "disputed here",
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
    held_back.look(subject, sink);
}
