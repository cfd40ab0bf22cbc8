//! V004: an invoice that does not say what it is for.

use super::shared::rule::{CheckFn, CheckInput, CheckRule};
use crate::journal::model::{Invoice, InvoiceDetailFlags, NumberUse};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "V004",
    name: "bare-description",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("bare_description.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let all = subject.journal.invoices.as_slice().iter();
    let invoices = all.filter(|invoice| invoice.number_use == NumberUse::Invoice);
    let bare = invoices.clone().filter(|invoice| is_bare(invoice));
    // A journal that keeps the words elsewhere is not asked for them one by one.
    if bare.clone().count().saturating_mul(2) >= invoices.count() {
        return;
    }
    for invoice in bare {
        sink.push_with(&KIND, || {
            KIND.at(
                subject.keyword_span(invoice.origin),
                "expected words about what was delivered, found none that say it",
            )
            .help("write it behind `|`, as in `| Stairs to the attic`: letters quote it")
        });
    }
}

/// An invoice without details whose header ends without words, or with one that says nothing.
fn is_bare(invoice: &Invoice) -> bool {
    !invoice.detail_flags.has(InvoiceDetailFlags::DETAILS)
        && !invoice.detail_flags.has(InvoiceDetailFlags::WORDS)
}
