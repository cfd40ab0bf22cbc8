//! The entries and allocations of some customers, indexed by invoice and customer in one pass. A claim then reads only
//! its own entries, so that ten thousand claims do not walk through the journal ten thousand times.

use super::interruptions::collect_interruptions;
use crate::journal::history::EventHistory;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, Movement, MovementKind};
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
    /// What was said about the customers and their invoices by the day of the books.
    pub history: EventHistory<'j>,
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
            history: EventHistory::for_customers(journal, ledger.as_of, |customer| {
                customer.is_some_and(&wanted)
            }),
            allocations_by_invoice: BTreeMap::new(),
            costs_by_customer: BTreeMap::new(),
            interruptions_by_invoice: collect_interruptions(journal, is_wanted, ledger.as_of),
        };
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
