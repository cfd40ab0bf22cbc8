//! Work that was stopped until it is paid (SPEC.md 11.8): a state of the customer, from the letter that announced it until
//! its invoices are paid or the customer is released.

use crate::journal::deliveries::unbilled_deliveries;
use crate::journal::event_details::EventDetails;
use crate::journal::history::EventHistory;
use crate::journal::ladder::SUSPENSION_STAGE;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal, NumberUse};
use crate::ledger::model::Ledger;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A suspension that was announced: of one customer. A letter about invoices of several customers announces one to each.
#[derive(Clone, Debug)]
pub struct Suspension<'j> {
    /// The letter that announced it.
    pub letter: &'j Event,
    /// With whom.
    pub customer: CustomerIx,
    /// The customer's invoices that it is about.
    pub invoices: BTreeSet<InvoiceIx>,
    /// The day on which the last of its invoices was closed; `None` while something is open.
    pub paid_on: Option<NaiveDate>,
    /// The day of the `release` that ended it; `None` without one.
    pub released_on: Option<NaiveDate>,
}

impl<'j> Suspension<'j> {
    /// Whether it stands on a day.
    pub fn is_active_on(&self, on: NaiveDate) -> bool {
        let ends = [self.paid_on, self.released_on];
        self.letter.date <= on && ends.iter().flatten().all(|end| on < *end)
    }

    /// Invoices of the customer about what was delivered while it stood, in the order of the journal: on a day of delivery
    /// that the invoice names, or where it names none, on its own day.
    pub fn invoices_meanwhile(&self, journal: &Journal) -> Vec<InvoiceIx> {
        let mut delivered: BTreeMap<InvoiceIx, bool> = BTreeMap::new();
        for named in &journal.deliveries {
            *delivered.entry(named.invoice).or_default() |= self.is_active_on(named.delivered);
        }
        let written = journal.invoices.iter().filter(|(ix, invoice)| {
            let meanwhile = || delivered.get(ix).copied();
            invoice.customer == Some(self.customer)
                && invoice.number_use == NumberUse::Invoice
                && meanwhile().unwrap_or_else(|| self.is_active_on(invoice.date))
                && !self.invoices.contains(ix)
        });
        written.map(|(ix, _)| ix).collect()
    }

    /// What was delivered to the customer while it stood and is not invoiced yet, and for which no `note` about the
    /// customer gives the reason.
    pub fn deliveries_meanwhile(
        &self,
        history: &EventHistory<'j>,
        as_of: NaiveDate,
    ) -> Vec<&'j Event> {
        let is_noted = |delivered: &Event| {
            let mut own = history.of_customer(self.customer);
            own.any(|it| it.is_note() && it.invoice.is_none() && it.date >= delivered.date)
        };
        let mut all = unbilled_deliveries(history.journal, as_of);
        all.retain(|event| {
            event.customer == Some(self.customer)
                && self.is_active_on(event.date)
                && !is_noted(event)
        });
        all
    }
}

/// Every suspension that was announced up to the day of the ledger, in the order of its letters.
pub fn find_suspensions<'j>(
    journal: &'j Journal,
    ledger: &Ledger,
    history: &EventHistory<'j>,
) -> Vec<Suspension<'j>> {
    let names = names_of_suspension(journal);
    let letters = history.events().filter(|event| {
        let letter = event.sent_letter().filter(|letter| !letter.bounced);
        letter.is_some_and(|letter| names.contains(&*letter.stage))
    });
    let events = history.events();
    let releases: Vec<&Event> = events
        .filter(|event| matches!(event.details, EventDetails::Release))
        .collect();
    let build = |letter: &'j Event| {
        let of_each = customers_of_letter(journal, letter).into_iter();
        of_each.map(|(customer, invoices)| {
            let ends = |event: &&&Event| {
                let whole = event.invoice.is_none() && event.customer == Some(customer);
                let mut named = event.invoices();
                event.date >= letter.date && (whole || named.any(|it| invoices.contains(&it)))
            };
            Suspension {
                letter,
                customer,
                paid_on: day_closed(journal, ledger, &invoices),
                released_on: releases.iter().find(ends).map(|event| event.date),
                invoices,
            }
        })
    };
    let all = letters.map(|letter| build(letter).collect::<Vec<_>>());
    all.flatten().collect()
}

/// The customers of a letter, each with the invoices of its own that it names.
fn customers_of_letter(
    journal: &Journal,
    letter: &Event,
) -> BTreeMap<CustomerIx, BTreeSet<InvoiceIx>> {
    let mut customers: BTreeMap<CustomerIx, BTreeSet<InvoiceIx>> = BTreeMap::new();
    for invoice in letter.invoices() {
        if let Some(customer) = journal.invoices[invoice].customer {
            customers.entry(customer).or_default().insert(invoice);
        }
    }
    if let Some(customer) = letter.customer.filter(|_| customers.is_empty()) {
        customers.insert(customer, BTreeSet::new());
    }
    customers
}

/// The steps whose letter stops the work: `suspension`, and steps of one's own that have its letter.
fn names_of_suspension(journal: &Journal) -> BTreeSet<&str> {
    let stages = journal
        .policies
        .iter()
        .flat_map(|(_, policy)| policy.ladder());
    let own = stages.filter(|stage| stage.letter.as_deref() == Some(SUSPENSION_STAGE));
    let names = own.map(|stage| &*stage.name);
    names.chain(std::iter::once(SUSPENSION_STAGE)).collect()
}

/// The day on which the last of some invoices was closed, where all are.
fn day_closed(
    journal: &Journal,
    ledger: &Ledger,
    invoices: &BTreeSet<InvoiceIx>,
) -> Option<NaiveDate> {
    let mut last = None;
    for item in invoices.iter().flat_map(|it| journal.items_of(*it)) {
        last = last.max(Some(ledger.items[item].closed?));
    }
    last
}
