//! Who is served next when money is spread: the open items of each customer concerned, in the order of the law.

use crate::journal::model::{CustomerIx, Invoice, InvoiceIx, ItemIx, Journal, NumberUse, PolicyIx};
use crate::value::currency::Currency;
use crate::value::register::{Number, Register};
use crate::value::share::Share;
use crate::value::vocabulary::Unreferenced;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The turn of an item among those of its customer and currency: its rate by rank (the highest is 0), its due date.
pub type Turn = (CustomerIx, Currency, usize, NaiveDate, ItemIx);

/// What is kept for customers whose policy spreads money. A journal without such a policy has none of it.
#[derive(Debug)]
pub struct Queue<'j> {
    versions: BTreeMap<&'j str, Vec<(Option<NaiveDate>, PolicyIx)>>,
    concerned: Register<CustomerIx, bool>,
    rates: Vec<Option<Share>>,
    arriving: BTreeMap<CustomerIx, VecDeque<(NaiveDate, InvoiceIx)>>,
    open: BTreeSet<Turn>,
}

impl<'j> Queue<'j> {
    /// What is needed to spread money, if some policy asks for that.
    pub fn prepared(journal: &'j Journal, as_of: NaiveDate) -> Option<Self> {
        let mut versions: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for (ix, policy) in journal.policies.iter() {
            versions
                .entry(&policy.name)
                .or_default()
                .push((policy.from, ix));
        }
        for versions in versions.values_mut() {
            versions.sort_unstable();
        }
        let spreads = |ix: &PolicyIx| journal.policies[*ix].unreferenced == Unreferenced::Oldest;
        versions.retain(|_, versions| versions.iter().any(|(_, ix)| spreads(ix)));
        if versions.is_empty() {
            return None;
        }
        let mut concerned = Register::filled(false, journal.customers.len());
        for (customer, _) in journal.customers.iter() {
            concerned[customer] = journal
                .policy_name(customer)
                .is_some_and(|name| versions.contains_key(name));
        }
        let arriving = arriving(journal, as_of, &concerned);
        Some(Self {
            versions,
            concerned,
            rates: rates(journal),
            arriving,
            open: BTreeSet::new(),
        })
    }

    /// Whether money of a customer without a reference is spread on a day.
    pub fn holds(&self, journal: &Journal, customer: CustomerIx, day: NaiveDate) -> bool {
        let in_force = || {
            let versions = self.versions.get(journal.policy_name(customer)?)?;
            let later = versions.partition_point(|(from, _)| from.is_none_or(|from| from <= day));
            let (_, ix) = versions.get(later.checked_sub(1)?)?;
            Some(journal.policies[*ix].unreferenced == Unreferenced::Oldest)
        };
        self.concerned[customer] && in_force().unwrap_or(false)
    }

    fn turn(&self, journal: &Journal, item: ItemIx) -> Option<Turn> {
        let invoice = &journal.invoices[journal.items[item].invoice];
        let rate = rate(journal, invoice);
        let rank = self
            .rates
            .binary_search_by_key(&Reverse(rate), |rate| Reverse(*rate))
            .unwrap_or(0);
        let due = journal.items[item].due.unwrap_or(NaiveDate::MAX);
        Some((invoice.customer?, invoice.currency, rank, due, item))
    }

    /// Lets an item take part.
    pub fn add(&mut self, journal: &Journal, item: ItemIx) {
        if let Some(turn) = self.turn(journal, item) {
            self.open.insert(turn);
        }
    }

    /// Takes in the invoices of a customer that are written by a day.
    pub fn take_in(&mut self, journal: &Journal, customer: CustomerIx, day: NaiveDate) {
        while let Some(arriving) = self.arriving.get_mut(&customer)
            && let Some((_, invoice)) = arriving.pop_front_if(|(date, _)| *date <= day)
        {
            for item in journal.items_of(invoice) {
                self.add(journal, item);
            }
        }
    }

    /// The items whose turn it is together: the first rate, and of that the first due date, from `from` up to, not
    /// including, `to`.
    pub fn together(&self, from: Turn, to: Turn) -> Vec<Turn> {
        let mut range = self.open.range(from..to);
        let Some(first) = range.next().copied() else {
            return Vec::new();
        };
        let equal = range.take_while(|turn| turn.3 == first.3).copied();
        std::iter::once(first).chain(equal).collect()
    }

    /// Takes a turn out of the queue: nothing is open there.
    pub fn remove(&mut self, turn: &Turn) {
        self.open.remove(turn);
    }

    /// Whether money of a customer may ever be spread.
    pub fn concerns(&self, customer: CustomerIx) -> bool {
        self.concerned[customer]
    }

    /// The stretches of the queue in the order in which they are served on a day: due items by rate, then those not
    /// due by rate.
    pub fn stretches(
        &self,
        customer: CustomerIx,
        currency: Currency,
        day: NaiveDate,
    ) -> Vec<(Turn, Turn)> {
        let first = ItemIx::from_place(0);
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

fn arriving(
    journal: &Journal,
    as_of: NaiveDate,
    concerned: &Register<CustomerIx, bool>,
) -> BTreeMap<CustomerIx, VecDeque<(NaiveDate, InvoiceIx)>> {
    let mut all: BTreeMap<CustomerIx, Vec<(NaiveDate, InvoiceIx)>> = BTreeMap::new();
    for (ix, invoice) in journal.invoices.iter() {
        if invoice.used == NumberUse::Invoice
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
fn rate(journal: &Journal, invoice: &Invoice) -> Option<Share> {
    journal.policies[invoice.policy?].interest.agreed()
}

/// Every rate there is, the highest first; none is the lowest.
fn rates(journal: &Journal) -> Vec<Option<Share>> {
    let mut rates: Vec<Option<Share>> = journal
        .policies
        .iter()
        .map(|(_, policy)| policy.interest.agreed())
        .chain([None])
        .collect();
    rates.sort_unstable_by_key(|rate| Reverse(*rate));
    rates.dedup();
    rates
}
