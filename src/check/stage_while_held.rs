//! E004: a letter while letters were to wait.

use super::held_back::HeldBack;
use super::rule::{Rule, Run, Subject};
use crate::dunning::hold::Hold;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::release::ReleaseEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E004",
    name: "stage-while-held",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_while_held.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let held_back = HeldBack {
        kind: &KIND,
        holds: &[Hold::Hold, Hold::Plan, Hold::Insolvency],
        begun: "held here",
        help: |subject, invoice| {
            let release = TypedEntry::Release(ReleaseEntry {
                invoices: InvoiceIds::one(subject.invoice_id(invoice)),
                customer: None,
            });
            let entry = subject.print_entry(&JournalEntry::new(None, release));
            format!("wait until it ends, or end it: `{entry}`")
        },
    };
    held_back.look(subject, sink);
}
