//! What went before a letter: what was sent and said about its invoices, why they are not paid, promises broken.

use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::dunning_state::DunningState;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::value::money::{Minor, Money};
use crate::value::vocabulary::NonPaymentReason;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// More attempts are not listed: the latest tell enough.
const MAX_ATTEMPTS: usize = 10;

/// A promise that was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokenPromise {
    /// The day on which it was made.
    pub made_on: NaiveDate,
    /// The day by which it was to be kept.
    pub by: NaiveDate,
    /// What was promised, where an amount was named.
    pub amount: Option<Money>,
    /// What was received for it.
    pub received: Minor,
}

/// Every entry about somebody, by customer and then by day. Read once for all letters of a morning.
#[derive(Debug)]
pub struct ContactHistory<'j>(BTreeMap<CustomerIx, Vec<&'j Event>>);

impl<'j> ContactHistory<'j> {
    /// The entries up to a day.
    pub fn up_to(journal: &'j Journal, through: NaiveDate) -> Self {
        let mut all: BTreeMap<CustomerIx, Vec<&'j Event>> = BTreeMap::new();
        for event in journal.events.iter().filter(|event| event.date <= through) {
            if let Some(customer) = event.customer {
                all.entry(customer).or_default().push(event);
            }
        }
        for events in all.values_mut() {
            events.sort_by_key(|event| (event.date, event.kind()));
        }
        Self(all)
    }

    /// The entries about a customer.
    pub fn of_customer(&self, customer: CustomerIx) -> &[&'j Event] {
        self.0.get(&customer).map_or(&[], Vec::as_slice)
    }

    /// The entries that name one of some invoices of a customer.
    fn about_invoices(
        &self,
        customer: CustomerIx,
        numbers: &BTreeSet<InvoiceIx>,
    ) -> impl DoubleEndedIterator<Item = &'j Event> {
        let events = self.of_customer(customer).iter().copied();
        events.filter(move |event| event.invoices().any(|named| numbers.contains(&named)))
    }

    /// Why invoices of a customer are not paid: the last reason that was given about one of them, or about none in
    /// particular since the first of them.
    pub fn stated_reason(
        &self,
        journal: &Journal,
        customer: CustomerIx,
        numbers: &BTreeSet<InvoiceIx>,
    ) -> Option<NonPaymentReason> {
        let since = numbers
            .iter()
            .map(|number| journal.invoices[*number].date)
            .min()?;
        let events = self.of_customer(customer).iter().rev();
        let mut told = events.filter(|event| {
            let named = event.invoices().any(|named| numbers.contains(&named));
            named || (event.invoice.is_none() && event.date >= since)
        });
        told.find_map(|event| event.contact.reason)
    }

    /// Letters that arrived, calls, visits and promises about some invoices of a customer; the last of them.
    pub fn collection_attempts(
        &self,
        customer: CustomerIx,
        numbers: &BTreeSet<InvoiceIx>,
    ) -> Vec<&'j Event> {
        let mut all: Vec<&Event> = self
            .about_invoices(customer, numbers)
            .filter(|event| event.is_collection_attempt())
            .collect();
        let surplus = all.len().saturating_sub(MAX_ATTEMPTS);
        all.drain(..surplus);
        all
    }

    /// How many letters of a step went out about some invoices of a customer, and the day of the last; those before the
    /// due date do not count.
    pub fn earlier_letters(
        &self,
        journal: &Journal,
        customer: CustomerIx,
        numbers: &BTreeSet<InvoiceIx>,
    ) -> (usize, Option<NaiveDate>) {
        let late = |event: &&Event| {
            let mut named = event.invoices();
            named.any(|invoice| {
                let due = journal
                    .items_of(invoice)
                    .filter_map(|item| journal.items[item].due)
                    .min();
                due.is_some_and(|due| due < event.date)
            })
        };
        let sent: Vec<NaiveDate> = self
            .about_invoices(customer, numbers)
            .filter(|event| event.is_delivered_letter())
            .filter(late)
            .map(|event| event.date)
            .collect();
        (sent.len(), sent.last().copied())
    }

    /// The last promise about one of some invoices, where it was broken.
    pub fn broken_promise(
        &self,
        dunning: &DunningState<'j>,
        customer: CustomerIx,
        numbers: &BTreeSet<InvoiceIx>,
    ) -> Option<BrokenPromise> {
        let mut latest_first = self.about_invoices(customer, numbers).rev();
        let last = latest_first.find(|event| event.promise().is_some())?;
        let promise = last.promise()?;
        match dunning.rules.promise_outcome(last) {
            (PromiseOutcome::Broken(_), received) => Some(BrokenPromise {
                made_on: last.date,
                by: promise.deadline?,
                amount: promise.amount,
                received,
            }),
            _ => None,
        }
    }

    /// Entries that say the customer agreed to terms.
    pub fn agreements(&self, customer: CustomerIx) -> impl Iterator<Item = &'j Event> {
        let events = self.of_customer(customer).iter().copied();
        events.filter(|event| event.agreed_terms().is_some())
    }
}
