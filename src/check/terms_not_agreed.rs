//! D011: an invoice from before its customer agreed to the terms.

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

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    if !input.has_agreements() {
        return;
    }
    let mut earliest = IndexVec::from_elem(None, input.day.journal.customers.len());
    for (number, invoice) in input.day.journal.invoices.iter() {
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
        let mut events = input.last_day.history().of_customer(customer);
        let agreement = events.find(|event| event.agreed_terms().is_some());
        let (bound, what) = agreement_deadline(input, number);
        if agreement.is_some_and(|agreed| agreed.date <= bound) {
            continue;
        }
        let at = input.mention_span(input.day.journal.invoices[number].origin, number);
        let who = input.format_customer(customer);
        let expected = format!("expected an agreement of {who} on or before {what}{bound}");
        sink.push(match agreement {
            Some(agreed) => KIND
                .at(at, format!("{expected}, found the first on {}", agreed.date))
                .related(date_span(agreed.origin), "agreed here")
                .help("terms bind who agreed before: mend the date, or count on the statutory 30 days"),
            None => KIND
                .at(at, format!("{expected}, found none"))
                .help(format!(
                    "if he agreed, write when: `{}`; if not, the statutory 30 days hold",
                    propose_agreed(input, bound, customer)
                )),
        });
    }
}

/// Until when terms could be agreed for an invoice: the day of its delivery where that was earlier, else its own.
fn agreement_deadline(input: &CheckInput<'_>, number: InvoiceIx) -> (NaiveDate, &'static str) {
    let invoice = &input.day.journal.invoices[number];
    let detailed = invoice.detail_flags.has(InvoiceDetailFlags::DETAILS);
    let written = detailed.then(|| input.journal_text.read_entry(invoice.origin));
    let delivered = written
        .flatten()
        .and_then(|written| written.entry.detail_date(KeyName::Delivered));
    match delivered.filter(|day| *day < invoice.date) {
        Some(day) => (day, "the delivery on "),
        None => (invoice.date, ""),
    }
}
