//! D011: an invoice from before its customer agreed to the terms.

use super::shared::agreement_dates::first_agreements;
use super::shared::check_input::{CheckInput, date_span};
use super::shared::proposed_entries::propose_agreed;
use crate::journal::model::{DueBasis, InvoiceDetailFlags, InvoiceIx, NumberUse};
use crate::text::diagnostic::Sink;
use crate::value::index_vec::IndexVec;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

crate::check_rule! {
    "D011" "terms-not-agreed" Warning, needs Terms, page "terms_not_agreed.md", Journal(run)
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let agreements = first_agreements(subject.day.journal);
    if agreements.is_empty() {
        return;
    }
    let mut earliest = IndexVec::from_elem(None, subject.day.journal.customers.len());
    for (number, invoice) in subject.day.journal.invoices.iter() {
        let rests_on_terms = matches!(
            invoice.due_basis,
            DueBasis::Issued | DueBasis::Sent | DueBasis::Received
        );
        if let Some(customer) = invoice.customer
            && invoice.number_use == NumberUse::Invoice
            && rests_on_terms
        {
            let this = (invoice.date, number);
            let first = earliest[customer].get_or_insert(this);
            *first = this.min(*first);
        }
    }
    for (customer, first) in earliest.iter() {
        let Some((_, number)) = *first else {
            continue;
        };
        let agreement = agreements.get(&customer);
        let (bound, what) = agreement_deadline(subject, number);
        if agreement.is_some_and(|(day, _)| *day <= bound) {
            continue;
        }
        let at = subject.mention_span(subject.day.journal.invoices[number].origin, number);
        let who = subject.format_customer(customer);
        let expected = format!("expected an agreement of {who} on or before {what}{bound}");
        sink.push(match agreement {
            Some((day, origin)) => KIND
                .at(at, format!("{expected}, found the first on {day}"))
                .related(date_span(*origin), "agreed here")
                .help("terms bind who agreed before: mend the date, or count on the statutory 30 days"),
            None => KIND
                .at(at, format!("{expected}, found none"))
                .help(format!(
                    "if he agreed, write when: `{}`; if not, the statutory 30 days hold",
                    propose_agreed(subject, bound, customer)
                )),
        });
    }
}

/// Until when terms could be agreed for an invoice: the day of its delivery where that was earlier, else its own.
fn agreement_deadline(subject: &CheckInput<'_>, number: InvoiceIx) -> (NaiveDate, &'static str) {
    let invoice = &subject.day.journal.invoices[number];
    let detailed = invoice.detail_flags.has(InvoiceDetailFlags::DETAILS);
    let written = detailed.then(|| subject.journal_text.read_entry(invoice.origin));
    let delivered = written
        .flatten()
        .and_then(|written| written.entry.detail_date(KeyName::Delivered));
    match delivered.filter(|day| *day < invoice.date) {
        Some(day) => (day, "the delivery on "),
        None => (invoice.date, ""),
    }
}
