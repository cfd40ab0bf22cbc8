//! Work that was stopped until it is paid (SPEC.md 11.8): a state of the customer, from the letter that announced it until
//! its invoices are paid or the customer is released.

use crate::journal::deliveries::unbilled_deliveries;
use crate::journal::event_details::EventDetails;
use crate::journal::history::{EventHistory, customers_of};
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

impl Suspension<'_> {
    /// Whether it stands on a day.
    pub fn is_active_on(&self, on: NaiveDate) -> bool {
        let ends = [self.paid_on, self.released_on];
        self.letter.date <= on && ends.iter().flatten().all(|end| on < *end)
    }
}

/// What was done for a customer while a suspension stood.
#[derive(Clone, Debug, Default)]
pub struct SuspensionDeliveries<'j> {
    /// Invoices about what was delivered while it stood, in the order of the journal: on a day of delivery that the invoice
    /// names, or where it names none, on its own day.
    pub invoices: Vec<InvoiceIx>,
    /// What was delivered while it stood and is not invoiced yet, and for which no `note` about the customer gives the
    /// reason.
    pub deliveries: Vec<&'j Event>,
}

/// What was done while each of some suspensions stood, in their order.
pub fn work_meanwhile<'j>(
    suspensions: &[Suspension<'j>],
    history: &EventHistory<'j>,
    as_of: NaiveDate,
) -> Vec<SuspensionDeliveries<'j>> {
    let journal = history.journal;
    let mut work: BTreeMap<CustomerIx, Vec<(usize, SuspensionDeliveries<'j>)>> = BTreeMap::new();
    for (place, suspension) in suspensions.iter().enumerate() {
        let own = work.entry(suspension.customer).or_default();
        own.push((place, SuspensionDeliveries::default()));
    }
    let mut delivered: BTreeMap<InvoiceIx, Vec<NaiveDate>> = BTreeMap::new();
    for named in &journal.deliveries {
        let days = delivered.entry(named.invoice).or_default();
        days.push(named.delivered);
    }
    for (invoice, record) in journal.invoices.iter() {
        let own = record.customer.and_then(|customer| work.get_mut(&customer));
        let Some(own) = own.filter(|_| record.number_use == NumberUse::Invoice) else {
            continue;
        };
        let own_day = [record.date];
        let days = delivered.get(&invoice).map_or(&own_day[..], |it| it);
        for (place, work) in own {
            let stood = suspensions.get(*place).is_some_and(|it| {
                days.iter().any(|day| it.is_active_on(*day)) && !it.invoices.contains(&invoice)
            });
            work.invoices.extend(stood.then_some(invoice));
        }
    }
    let reasons = last_notes(history, work.keys().copied());
    for event in unbilled_deliveries(journal, as_of) {
        let Some(customer) = event.customer else {
            continue;
        };
        let noted = reasons.get(&customer).is_some_and(|on| *on >= event.date);
        for (place, work) in work.get_mut(&customer).into_iter().flatten() {
            let active = suspensions.get(*place);
            let stood = !noted && active.is_some_and(|it| it.is_active_on(event.date));
            work.deliveries.extend(stood.then_some(event));
        }
    }
    let mut in_order: Vec<(usize, SuspensionDeliveries<'j>)> =
        work.into_values().flatten().collect();
    in_order.sort_by_key(|(place, _)| *place);
    in_order.into_iter().map(|(_, work)| work).collect()
}

/// The day of the last `note` about each of some customers that names no invoice.
fn last_notes(
    history: &EventHistory<'_>,
    customers: impl Iterator<Item = CustomerIx>,
) -> BTreeMap<CustomerIx, NaiveDate> {
    let last = |customer| {
        let mut latest_first = history.of_customer(customer).rev();
        let note = latest_first.find(|it| it.is_note() && it.invoice.is_none())?;
        Some((customer, note.date))
    };
    customers.filter_map(last).collect()
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
    let mut releases: BTreeMap<CustomerIx, Vec<&Event>> = BTreeMap::new();
    for event in events.filter(|event| matches!(event.details, EventDetails::Release)) {
        for customer in customers_of(journal, event) {
            releases.entry(customer).or_default().push(event);
        }
    }
    let build = |letter: &'j Event| {
        let of_each = customers_of_letter(journal, letter).into_iter();
        of_each.map(|(customer, invoices)| {
            let ends = |event: &&&Event| {
                let whole = event.invoice.is_none() && event.customer == Some(customer);
                let mut named = event.invoices();
                event.date >= letter.date && (whole || named.any(|it| invoices.contains(&it)))
            };
            let own = releases.get(&customer);
            Suspension {
                letter,
                customer,
                paid_on: day_closed(journal, ledger, &invoices),
                released_on: own.and_then(|own| own.iter().find(ends)).map(|it| it.date),
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
