//! E009: collecting oneself what somebody else collects.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::handover_periods::HandoverPeriods;
use crate::journal::model::InvoiceIx;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::invoices_entry::InvoicesEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E009" "event-after-handover" Warning, needs Names, page "event_after_handover.md", Journal(run)
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let handed_over = HandoverPeriods::from_journal(subject.day.journal);
    if handed_over.is_empty() {
        return;
    }
    for event in subject
        .day
        .journal
        .events
        .iter()
        .filter(|event| event.is_own_collection())
    {
        let gone = event
            .invoices()
            .find_map(|invoice| Some((invoice, handed_over.handover_on(invoice, event.date)?)));
        if let Some((invoice, (day, origin))) = gone {
            let no = subject.format_invoice(invoice);
            sink.push(
                KIND.at(
                    subject.mention_span(event.origin, invoice),
                    format!("expected {no} to be left to who took it over on {day}, found this"),
                )
                .related(date_span(origin), "handed over here")
                .help(format!(
                    "tell the agency, and let it act; or write `{}` if it came back",
                    print_return(subject, invoice)
                )),
            );
        }
    }
}

fn print_return(subject: &CheckInput<'_>, invoice: InvoiceIx) -> String {
    let returned = TypedEntry::Return(InvoicesEntry {
        invoices: InvoiceIds::one(subject.invoice_id(invoice)),
        customer: None,
    });
    subject.print_entry(&JournalEntry::new(None, returned))
}
