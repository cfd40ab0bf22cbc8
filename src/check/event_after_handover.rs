//! E009: collecting oneself what somebody else collects.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::handover_periods::handover_on;
use crate::journal::model::InvoiceIx;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::invoices_entry::InvoicesEntry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E009" "event-after-handover" Warning, needs Names, page "event_after_handover.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut events = journal.events.iter();
    if !events.any(|event| event.handover().is_some()) {
        return;
    }
    let history = input.last_day.history();
    for event in journal
        .events
        .iter()
        .filter(|event| event.is_own_collection())
    {
        let gone = event
            .invoices()
            .find_map(|invoice| Some((invoice, handover_on(history, invoice, event.date)?)));
        if let Some((invoice, handover)) = gone {
            let no = input.format_invoice(invoice);
            sink.push(
                KIND.at(
                    input.mention_span(event.origin, invoice),
                    format!(
                        "expected {no} to be left to who took it over on {}, found this",
                        handover.date
                    ),
                )
                .related(date_span(handover.origin), "handed over here")
                .help(format!(
                    "tell the agency, and let it act; or write `{}` if it came back",
                    print_return(input, invoice)
                )),
            );
        }
    }
}

fn print_return(input: &CheckInput<'_>, invoice: InvoiceIx) -> String {
    let returned = TypedEntry::Return(InvoicesEntry {
        invoices: InvoiceIds::one(input.invoice_id(invoice)),
        customer: None,
    });
    input.print_entry(&JournalEntry::new(None, returned))
}
