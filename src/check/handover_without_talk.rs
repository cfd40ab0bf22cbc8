//! E021: handed over without a word to the customer.

use super::shared::check_input::CheckInput;
use crate::journal::history::EventHistory;
use crate::journal::model::{Event, InvoiceIx};
use crate::text::diagnostic::Sink;
use crate::value::channel::{Channel, Exclusion};
use chrono::NaiveDate;

crate::check_rule! {
    "E021" "handover-without-talk" Advice, needs Names, page "handover_without_talk.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let events = input.day.journal.events.iter();
    for event in events.filter(|event| event.handover().is_some()) {
        let history = input.last_day.history();
        let mut named = event.invoices();
        let unspoken = named.find(|invoice| is_contact_missing(history, *invoice, event.date));
        if let Some(invoice) = unspoken {
            let no = input.format_invoice(invoice);
            let at = input.mention_span(event.origin, invoice);
            sink.push(
                KIND.at(
                    at,
                    format!("expected a talk about {no} before it is handed over, found none"),
                )
                .help(
                    "call first: one talk often saves the fee; if there was one, write it: `phone`",
                ),
            );
        }
    }
}

/// Whether an invoice was handed over on a day without a talk about it, or about none in particular since its date, with
/// a customer who may be called.
fn is_contact_missing(history: &EventHistory<'_>, invoice: InvoiceIx, on: NaiveDate) -> bool {
    let record = &history.journal.invoices[invoice];
    let Some(customer) = record.customer else {
        return false;
    };
    let never = Exclusion::Channel(Channel::Phone);
    let may_call = !history.journal.customers[customer].has_exclusion(never);
    let mut about = history.of_invoice(invoice).take_while(|it| it.date <= on);
    let with = history.of_customer(customer);
    let mut with = with
        .skip_while(|it| it.date < record.date)
        .take_while(|it| it.date <= on);
    may_call
        && !about.any(Event::is_spoken_contact)
        && !with.any(|it| it.invoice.is_none() && it.is_spoken_contact())
}
