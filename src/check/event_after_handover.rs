//! E009: collecting oneself what somebody else collects.

use super::handed_over::HandedOver;
use super::rule::{Rule, Run, Subject, dated};
use crate::journal::model::InvoiceIx;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::returned::ReturnEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "E009",
    name: "event-after-handover",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("event_after_handover.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let handed_over = HandedOver::of(subject.journal);
    if handed_over.is_empty() {
        return;
    }
    for event in subject
        .journal
        .events
        .iter()
        .filter(|event| event.is_own_collection())
    {
        let gone = event
            .invoices()
            .find_map(|invoice| Some((invoice, handed_over.on(invoice, event.date)?)));
        if let Some((invoice, (day, origin))) = gone {
            let no = subject.number(invoice);
            sink.push(
                KIND.at(
                    subject.mention_of(event.origin, invoice),
                    format!("expected {no} to be left to who took it over on {day}, found this"),
                )
                .related(dated(origin), "handed over here")
                .help(format!(
                    "tell the agency, and let it act; or write `{}` if it came back",
                    print_return(subject, invoice)
                )),
            );
        }
    }
}

fn print_return(subject: &Subject<'_>, invoice: InvoiceIx) -> String {
    let returned = TypedEntry::Return(ReturnEntry {
        invoices: InvoiceIds::one(subject.invoice_id(invoice)),
        customer: None,
    });
    subject.print_entry(&JournalEntry::new(None, returned))
}
