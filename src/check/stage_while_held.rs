//! E004: a letter while letters were to wait.

use super::shared::hold_check::HoldCheck;
use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::dunning::hold::Hold;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::release::ReleaseEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E004",
    name: "stage-while-held",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Figures,
    explanation: include_str!("stage_while_held.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let held_back = HoldCheck {
        kind: &KIND,
        holds: &[Hold::Hold, Hold::Plan, Hold::Insolvency],
        hold_note: "held here",
        help: |subject, invoice| {
            let release = TypedEntry::Release(ReleaseEntry {
                invoices: InvoiceIds::one(subject.invoice_id(invoice)),
                customer: None,
            });
            let entry = subject.print_entry(&JournalEntry::new(None, release));
            format!("wait until it ends, or end it: `{entry}`")
        },
    };
    held_back.check_letters(subject, sink);
}
