//! E021: handed over without a word to the customer.

use super::shared::check_input::CheckInput;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::text::diagnostic::Sink;
use crate::value::channel::{Channel, Exclusion};
use chrono::NaiveDate;
use std::collections::BTreeMap;

crate::check_rule! {
    "E021" "handover-without-talk" Advice, needs Names, page "handover_without_talk.md", Journal(run)
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let journal = subject.day.journal;
    let handovers = journal.events.iter();
    let mut handovers = handovers
        .filter(|event| event.handover().is_some())
        .peekable();
    if handovers.peek().is_none() {
        return;
    }
    let talks = SpokenContacts::from_journal(journal);
    for event in handovers {
        let mut named = event.invoices();
        let unspoken = named.find(|number| talks.is_contact_missing(journal, *number, event.date));
        if let Some(invoice) = unspoken {
            let no = subject.format_invoice(invoice);
            let at = subject.mention_span(event.origin, invoice);
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

/// When somebody spoke to a customer: about an invoice, or about none in particular.
struct SpokenContacts {
    by_invoice: BTreeMap<InvoiceIx, NaiveDate>,
    by_customer: BTreeMap<CustomerIx, Vec<NaiveDate>>,
}

impl SpokenContacts {
    fn from_journal(journal: &Journal) -> Self {
        let mut talks = Self {
            by_invoice: BTreeMap::new(),
            by_customer: BTreeMap::new(),
        };
        for event in journal
            .events
            .iter()
            .filter(|event| event.is_spoken_contact())
        {
            for invoice in event.invoices() {
                let first = talks.by_invoice.entry(invoice).or_insert(event.date);
                *first = event.date.min(*first);
            }
            if let (None, Some(customer)) = (event.invoice, event.customer) {
                talks
                    .by_customer
                    .entry(customer)
                    .or_default()
                    .push(event.date);
            }
        }
        talks
    }

    /// Whether an invoice was handed over on a day without a talk since its date, with a customer who may be called.
    fn is_contact_missing(&self, journal: &Journal, invoice: InvoiceIx, on: NaiveDate) -> bool {
        let record = &journal.invoices[invoice];
        let Some(customer) = record.customer else {
            return false;
        };
        let never = Exclusion::Channel(Channel::Phone);
        let may_call = !journal.customers[customer].has_exclusion(never);
        let about = self.by_invoice.get(&invoice).is_some_and(|day| *day <= on);
        let with = self.by_customer.get(&customer);
        let with = with.is_some_and(|days| days.iter().any(|day| (record.date..=on).contains(day)));
        may_call && !about && !with
    }
}
