//! The entries and allocations of some customers, indexed by invoice and customer in one pass. A claim then reads only
//! its own entries, so that ten thousand claims do not walk through the journal ten thousand times.

use super::limitation::collect_interruptions;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal, Movement, MovementKind};
use crate::ledger::model::{Allocation, Ledger};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Events and allocations by the invoice or the customer that they concern, each list in the order of the journal.
#[derive(Debug)]
pub struct ClaimIndex<'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// The ledger; its as-of day is the day of the claims.
    pub ledger: &'j Ledger,
    events_by_invoice: BTreeMap<InvoiceIx, Vec<&'j Event>>,
    events_by_customer: BTreeMap<CustomerIx, Vec<&'j Event>>,
    allocations_by_invoice: BTreeMap<InvoiceIx, Vec<&'j Allocation>>,
    costs_by_customer: BTreeMap<CustomerIx, Vec<&'j Movement>>,
    interruptions_by_invoice: BTreeMap<InvoiceIx, Vec<NaiveDate>>,
}

impl<'j> ClaimIndex<'j> {
    /// Builds the index for the customers wanted. Claims on other customers cannot be built from it.
    pub fn for_customers(
        journal: &'j Journal,
        ledger: &'j Ledger,
        wanted: impl Fn(CustomerIx) -> bool,
    ) -> Self {
        let is_wanted =
            |invoice: InvoiceIx| journal.invoices[invoice].customer.is_some_and(&wanted);
        let mut docket = Self {
            journal,
            ledger,
            events_by_invoice: BTreeMap::new(),
            events_by_customer: BTreeMap::new(),
            allocations_by_invoice: BTreeMap::new(),
            costs_by_customer: BTreeMap::new(),
            interruptions_by_invoice: collect_interruptions(journal, is_wanted, ledger.as_of.0),
        };
        for event in &journal.events {
            docket.add_event(event, (&wanted, &is_wanted));
        }
        for step in &ledger.allocations {
            let invoice = journal.items[step.item].invoice;
            if is_wanted(invoice) {
                docket
                    .allocations_by_invoice
                    .entry(invoice)
                    .or_default()
                    .push(step);
            }
        }
        let costs = journal.movements.as_slice().iter();
        for entry in costs.filter(|entry| entry.kind == MovementKind::Costs) {
            if let Some(customer) = entry.customer.filter(|customer| wanted(*customer)) {
                docket
                    .costs_by_customer
                    .entry(customer)
                    .or_default()
                    .push(entry);
            }
        }
        docket
    }

    /// Adds an event to the lists of its customer and of every invoice that it names.
    fn add_event(
        &mut self,
        event: &'j Event,
        (customer, invoice): (&impl Fn(CustomerIx) -> bool, &impl Fn(InvoiceIx) -> bool),
    ) {
        if let Some(customer) = event.customer.filter(|it| customer(*it)) {
            self.events_by_customer
                .entry(customer)
                .or_default()
                .push(event);
        }
        for number in event.invoices().filter(|it| invoice(*it)) {
            self.events_by_invoice
                .entry(number)
                .or_default()
                .push(event);
        }
    }

    /// The events that name an invoice. An event that names it twice may occur twice.
    pub fn events_of_invoice(&self, invoice: InvoiceIx) -> impl Iterator<Item = &'j Event> + '_ {
        self.events_by_invoice
            .get(&invoice)
            .into_iter()
            .flatten()
            .copied()
    }

    /// The events about a customer, whether or not they name an invoice.
    pub fn events_of_customer(&self, customer: CustomerIx) -> impl Iterator<Item = &'j Event> + '_ {
        self.events_by_customer
            .get(&customer)
            .into_iter()
            .flatten()
            .copied()
    }

    /// The allocations to an invoice.
    pub fn allocations_of(&self, invoice: InvoiceIx) -> &[&'j Allocation] {
        self.allocations_by_invoice
            .get(&invoice)
            .map_or(&[], Vec::as_slice)
    }

    /// The `costs` entries on invoices of a customer.
    pub fn costs_of(&self, customer: CustomerIx) -> impl Iterator<Item = &'j Movement> + '_ {
        self.costs_by_customer
            .get(&customer)
            .into_iter()
            .flatten()
            .copied()
    }

    /// The days up to the as-of day on which the limitation of an invoice was interrupted.
    pub fn interruptions_of(&self, invoice: InvoiceIx) -> &[NaiveDate] {
        self.interruptions_by_invoice
            .get(&invoice)
            .map_or(&[], Vec::as_slice)
    }
}
