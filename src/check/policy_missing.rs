//! E026: invoices or work on credit, and no policy by which they are collected.

use super::shared::check_input::CheckInput;
use crate::journal::deliveries::unbilled_deliveries;
use crate::journal::model::{CustomerIx, Journal, NumberUse};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::{Origin, Span};
use chrono::NaiveDate;
use std::collections::BTreeSet;

crate::check_rule! {
    "E026" "policy-missing" Advice, needs None, page "policy_missing.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    // A line that cannot be read may be the one that declares it.
    let unreadable = sink.unreadable;
    if unreadable.names || unreadable.terms || unreadable.figures {
        return;
    }
    let journal = input.day.journal;
    // Once, at the first: what was not agreed before it is the dearest fault in collecting.
    let invoice = first_invoice_without_policy(input);
    let delivery = first_delivery_without_policy(input);
    let first = [invoice, delivery]
        .into_iter()
        .flatten()
        .min_by_key(|first| (first.date, first.origin));
    if let Some(first) = first {
        sink.push(finding(journal, &first));
    }
}

/// The first invoice or delivery of a customer who has no policy.
struct FirstOnCredit<'a> {
    date: NaiveDate,
    origin: Origin,
    at: Span,
    before: &'a str,
    customer: String,
}

fn first_invoice_without_policy(input: &CheckInput<'_>) -> Option<FirstOnCredit<'static>> {
    let journal = input.day.journal;
    let issued = journal.invoices.iter().filter(|(_, invoice)| {
        invoice.number_use == NumberUse::Invoice
            && invoice.policy.is_none()
            && invoice.customer.is_none_or(|it| has_no_policy(journal, it))
    });
    let (number, invoice) = issued.min_by_key(|(_, invoice)| (invoice.date, invoice.origin))?;
    Some(FirstOnCredit {
        date: invoice.date,
        origin: invoice.origin,
        at: input.mention_span(invoice.origin, number),
        before: "the first invoice",
        customer: invoice
            .customer
            .map_or_else(String::new, |it| input.format_customer(it)),
    })
}

fn first_delivery_without_policy(input: &CheckInput<'_>) -> Option<FirstOnCredit<'static>> {
    let journal = input.day.journal;
    let unbilled = unbilled_deliveries(journal, input.day.as_of()).into_iter();
    let mut unbilled = unbilled.filter_map(|event| Some((event, event.customer?)));
    let (event, customer) = unbilled.find(|(_, customer)| has_no_policy(journal, *customer))?;
    Some(FirstOnCredit {
        date: event.date,
        origin: event.origin,
        at: input.keyword_span(event.origin),
        before: "the first delivery on credit",
        customer: input.format_customer(customer),
    })
}

fn has_no_policy(journal: &Journal, customer: CustomerIx) -> bool {
    journal.policy_name(customer).is_none()
}

fn finding(journal: &Journal, first: &FirstOnCredit<'_>) -> Diagnostic {
    let (before, customer) = (first.before, &first.customer);
    let names: BTreeSet<&str> = journal.policies.iter().map(|(_, it)| &*it.name).collect();
    let note = "the built-in ladder holds, without fees or interest that were agreed";
    let mut names = names.into_iter();
    let Some(name) = names.next() else {
        return KIND
            .at(first.at, format!("expected a policy before {before}, found none"))
            .note(note)
            .help("write down by which terms you sell and remind, and let customers agree: `tegoed policy` prints one to begin with");
    };
    let declared = match names.next() {
        None => format!("found `{name}`, which nobody says he has"),
        Some(_) => "found several, of which none is his".to_owned(),
    };
    KIND.at(
        first.at,
        format!("expected a policy that holds for {customer} before {before}, {declared}"),
    )
    .note(note)
    .help(format!(
        "name it: `policy: {name}` under `business` for all customers, or under `customer {customer}`"
    ))
}
