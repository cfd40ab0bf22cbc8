//! Who is served next when money is spread: the open items of each customer concerned, in the order of the law.

use crate::journal::model::{CustomerIx, Invoice, InvoiceIx, ItemIx, Journal, NumberUse};
use crate::value::currency::Currency;
use crate::value::index_vec::{Idx, IndexVec};
use crate::value::share::Share;
use crate::value::vocabulary::UnreferencedRule;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The turn of an item among those of its customer and currency: its rate by rank (the highest is 0), its due date.
pub type QueueKey = (CustomerIx, Currency, usize, NaiveDate, ItemIx);

/// What is kept for customers whose policy spreads money. A journal without such a policy has none of it.
#[derive(Debug)]
pub struct AllocationQueue {
    has_oldest_policy: IndexVec<CustomerIx, bool>,
    rates: Vec<Option<Share>>,
    upcoming_invoices: BTreeMap<CustomerIx, VecDeque<(NaiveDate, InvoiceIx)>>,
    open: BTreeSet<QueueKey>,
}

impl AllocationQueue {
    /// What is needed to spread money, if some policy asks for that.
    pub fn from_journal(journal: &Journal, as_of: NaiveDate) -> Option<Self> {
        let policies = journal.policies.iter().map(|(_, policy)| policy);
        let oldest = policies.filter(|policy| policy.unreferenced == UnreferencedRule::Oldest);
        let names: BTreeSet<&str> = oldest.map(|policy| &*policy.name).collect();
        if names.is_empty() {
            return None;
        }
        let mut concerned = IndexVec::from_elem(false, journal.customers.len());
        for (customer, _) in journal.customers.iter() {
            concerned[customer] = journal
                .policy_name(customer)
                .is_some_and(|name| names.contains(name));
        }
        let arriving = invoices_by_customer(journal, as_of, &concerned);
        Some(Self {
            has_oldest_policy: concerned,
            rates: distinct_rates(journal),
            upcoming_invoices: arriving,
            open: BTreeSet::new(),
        })
    }

    /// Whether money of a customer without a reference is spread on a day.
    pub fn is_oldest_in_force(
        &self,
        journal: &Journal,
        customer: CustomerIx,
        day: NaiveDate,
    ) -> bool {
        let in_force = || {
            let policy = journal.customer_policy_on(customer, day);
            policy.is_some_and(|policy| policy.unreferenced == UnreferencedRule::Oldest)
        };
        self.has_oldest_policy[customer] && in_force()
    }

    fn queue_key(&self, journal: &Journal, item: ItemIx) -> Option<QueueKey> {
        let invoice = &journal.invoices[journal.items[item].invoice];
        let rate = agreed_rate(journal, invoice);
        let rank = self
            .rates
            .binary_search_by_key(&Reverse(rate), |rate| Reverse(*rate))
            .unwrap_or(0);
        let due = journal.items[item].due.unwrap_or(NaiveDate::MAX);
        Some((invoice.customer?, invoice.currency, rank, due, item))
    }

    /// Lets an item take part.
    pub fn add_item(&mut self, journal: &Journal, item: ItemIx) {
        if let Some(turn) = self.queue_key(journal, item) {
            self.open.insert(turn);
        }
    }

    /// Takes in the invoices of a customer that are written by a day.
    pub fn admit_invoices(&mut self, journal: &Journal, customer: CustomerIx, day: NaiveDate) {
        while let Some(arriving) = self.upcoming_invoices.get_mut(&customer)
            && let Some((_, invoice)) = arriving.pop_front_if(|(date, _)| *date <= day)
        {
            for item in journal.items_of(invoice) {
                self.add_item(journal, item);
            }
        }
    }

    /// The items whose turn it is together: the first rate, and of that the first due date, from `from` up to, not
    /// including, `to`.
    pub fn equal_rank_items(&self, from: QueueKey, to: QueueKey) -> Vec<QueueKey> {
        let mut range = self.open.range(from..to);
        let Some(first) = range.next().copied() else {
            return Vec::new();
        };
        let equal = range.take_while(|turn| turn.3 == first.3).copied();
        std::iter::once(first).chain(equal).collect()
    }

    /// Takes a turn out of the queue: nothing is open there.
    pub fn remove(&mut self, turn: &QueueKey) {
        self.open.remove(turn);
    }

    /// Whether money of a customer may ever be spread.
    pub fn has_oldest_policy(&self, customer: CustomerIx) -> bool {
        self.has_oldest_policy[customer]
    }

    /// The stretches of the queue in the order in which they are served on a day: due items by rate, then those not
    /// due by rate.
    pub fn ranges(
        &self,
        customer: CustomerIx,
        currency: Currency,
        day: NaiveDate,
    ) -> Vec<(QueueKey, QueueKey)> {
        let first = ItemIx::new(0);
        let turn = |rate, due| (customer, currency, rate, due, first);
        let end = |rate: usize| turn(rate.saturating_add(1), NaiveDate::MIN);
        let rates = 0..self.rates.len();
        let due = rates
            .clone()
            .map(|rate| (turn(rate, NaiveDate::MIN), turn(rate, day)));
        let not_due = rates.map(|rate| (turn(rate, day), end(rate)));
        due.chain(not_due).collect()
    }
}

fn invoices_by_customer(
    journal: &Journal,
    as_of: NaiveDate,
    concerned: &IndexVec<CustomerIx, bool>,
) -> BTreeMap<CustomerIx, VecDeque<(NaiveDate, InvoiceIx)>> {
    let mut all: BTreeMap<CustomerIx, Vec<(NaiveDate, InvoiceIx)>> = BTreeMap::new();
    for (ix, invoice) in journal.invoices.iter() {
        if invoice.number_use == NumberUse::Invoice
            && invoice.date <= as_of
            && let Some(customer) = invoice.customer
            && concerned[customer]
        {
            all.entry(customer).or_default().push((invoice.date, ix));
        }
    }
    all.into_iter()
        .map(|(customer, mut invoices)| {
            invoices.sort_unstable();
            (customer, invoices.into())
        })
        .collect()
}

/// The rate of an invoice, where its policy names one.
fn agreed_rate(journal: &Journal, invoice: &Invoice) -> Option<Share> {
    journal.policies[invoice.policy?].interest.agreed_rate()
}

/// Every rate there is, the highest first; none is the lowest.
fn distinct_rates(journal: &Journal) -> Vec<Option<Share>> {
    let mut rates: Vec<Option<Share>> = journal
        .policies
        .iter()
        .map(|(_, policy)| policy.interest.agreed_rate())
        .chain([None])
        .collect();
    rates.sort_unstable_by_key(|rate| Reverse(*rate));
    rates.dedup();
    rates
}
