//! The statutory order for money without a reference: due before not due, the higher interest rate first, then what
//! was due earlier; what is equal in all of that shares in proportion.

use super::books::Books;
use super::model::Rule;
use super::order::named;
use super::principal::turn;
use super::steps::Act;
use crate::journal::model::{
    CustomerIx, Invoice, InvoiceIx, ItemIx, Journal, MovementIx, NumberUse, PolicyIx, Unreferenced,
};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::register::{Number, Register};
use crate::value::share::{Share, pro_rata};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The turn of an item among those of its customer and currency: its rate by rank (the highest is 0), its due date.
type Turn = (CustomerIx, Currency, usize, NaiveDate, ItemIx);

/// What is kept for customers whose policy spreads money. A journal without such a policy has none of it.
#[derive(Debug)]
pub struct Spread<'j> {
    versions: BTreeMap<&'j str, Vec<(Option<NaiveDate>, PolicyIx)>>,
    concerned: Register<CustomerIx, bool>,
    rates: Vec<Option<Share>>,
    arriving: BTreeMap<CustomerIx, VecDeque<(NaiveDate, InvoiceIx)>>,
    open: BTreeSet<Turn>,
}

/// The name of the policy that holds for a customer: his own, else that of the business.
fn policy_name(journal: &Journal, customer: CustomerIx) -> Option<&str> {
    let own = journal.customers[customer].policy.as_deref();
    own.or_else(|| journal.business.as_ref()?.policy.as_deref())
}

impl<'j> Spread<'j> {
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
            concerned[customer] =
                policy_name(journal, customer).is_some_and(|name| versions.contains_key(name));
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
    fn holds(&self, journal: &Journal, customer: CustomerIx, day: NaiveDate) -> bool {
        let in_force = || {
            let versions = self.versions.get(policy_name(journal, customer)?)?;
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

    fn add(&mut self, journal: &Journal, item: ItemIx) {
        if let Some(turn) = self.turn(journal, item) {
            self.open.insert(turn);
        }
    }

    /// Takes in the invoices of a customer that are written by a day.
    fn take_in(&mut self, journal: &Journal, customer: CustomerIx, day: NaiveDate) {
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
    fn together(&self, from: Turn, to: Turn) -> Vec<Turn> {
        let mut range = self.open.range(from..to);
        let Some(first) = range.next().copied() else {
            return Vec::new();
        };
        let equal = range.take_while(|turn| turn.3 == first.3).copied();
        std::iter::once(first).chain(equal).collect()
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
    journal.policies[invoice.policy?].interest
}

/// Every rate there is, the highest first; none is the lowest.
fn rates(journal: &Journal) -> Vec<Option<Share>> {
    let mut rates: Vec<Option<Share>> = journal
        .policies
        .iter()
        .map(|(_, policy)| policy.interest)
        .chain([None])
        .collect();
    rates.sort_unstable_by_key(|rate| Reverse(*rate));
    rates.dedup();
    rates
}

impl Books<'_> {
    /// Spreads a payment over what is open, if the policy of its day says so, and says what is left of it.
    pub fn spread_oldest(&mut self, ix: MovementIx, money: Minor) -> Minor {
        let (journal, today) = (self.journal, self.today);
        let movement = &journal.movements[ix];
        let (Some(spread), Some(customer)) = (&mut self.spread, movement.customer) else {
            return money;
        };
        if !spread.holds(journal, customer, movement.date) {
            return money;
        }
        spread.take_in(journal, customer, today);
        let ranks = spread.rates.len();
        let first = ItemIx::from_place(0);
        let turn = |rank, due| (customer, movement.currency, rank, due, first);
        let due = (0..ranks).map(|rank| (turn(rank, NaiveDate::MIN), turn(rank, today)));
        let end = |rank: usize| turn(rank.saturating_add(1), NaiveDate::MIN);
        let not_due = (0..ranks).map(|rank| (turn(rank, today), end(rank)));
        let mut left = money;
        for (from, to) in due.chain(not_due) {
            left = self.spread_range(ix, from, to, left);
        }
        left
    }

    fn spread_range(&mut self, ix: MovementIx, from: Turn, to: Turn, money: Minor) -> Minor {
        let mut left = money;
        while left.is_positive() {
            let Some(spread) = &self.spread else {
                break;
            };
            let together = spread.together(from, to);
            if together.is_empty() {
                break;
            }
            left = self.share_out(ix, together, left);
        }
        left
    }

    /// Settles items of equal turn, in proportion where the money does not cover them all.
    fn share_out(&mut self, ix: MovementIx, together: Vec<Turn>, money: Minor) -> Minor {
        let mut items = self.open_of(together);
        let journal = self.journal;
        items.sort_by(|(a, _), (b, _)| {
            let invoice = |item: &ItemIx| Some(journal.items[*item].invoice);
            named(journal, invoice(a), invoice(b)).then_with(|| a.cmp(b))
        });
        let weights: Vec<Minor> = items.iter().map(|(_, weight)| *weight).collect();
        let mut whole = Minor::ZERO;
        for weight in &weights {
            whole += *weight;
        }
        let parts = pro_rata(money.min(whole), &weights);
        let act = self.act(ix, Rule::Oldest);
        let mut left = money;
        for ((item, _), part) in items.into_iter().zip(parts) {
            left -= part - self.settle_item(act, item, part);
        }
        left
    }

    /// What is open of each item; those of which nothing is open leave the queue.
    fn open_of(&mut self, together: Vec<Turn>) -> Vec<(ItemIx, Minor)> {
        let mut items = Vec::with_capacity(together.len());
        for turn in together {
            let item = turn.4;
            let weight = self.open_with_charges(item);
            if weight.is_positive() {
                items.push((item, weight));
            } else if let Some(spread) = &mut self.spread {
                spread.open.remove(&turn);
            }
        }
        items
    }

    /// What is open of an item. The charges of an invoice go with its first instalment.
    fn open_with_charges(&self, item: ItemIx) -> Minor {
        let invoice = self.journal.items[item].invoice;
        let mut open = Minor::from(self.principal.item(item).open);
        let charges = self.charges_of(invoice).sum();
        if charges.is_positive() && leading(self.journal, invoice) == Some(item) {
            open += charges;
        }
        open
    }

    fn settle_item(&mut self, act: Act, item: ItemIx, money: Minor) -> Minor {
        let invoice = self.journal.items[item].invoice;
        let mut left = money;
        if leading(self.journal, invoice) == Some(item) {
            left = self.settle_charges(act, invoice, None, left);
        }
        let part = left.min(self.principal.item(item).open.into());
        if part.is_positive() {
            self.lower(act, item, part);
            left -= part;
        }
        let used = money - left;
        if used.is_positive() {
            self.after_money(act, invoice, used);
        }
        left
    }

    /// Lets an item that is open again take part.
    pub fn consider_for_spread(&mut self, item: ItemIx) {
        if let Some(spread) = &mut self.spread
            && let Some(customer) = self.journal.invoices[self.journal.items[item].invoice].customer
            && spread.concerned[customer]
        {
            spread.add(self.journal, item);
        }
    }

    /// Lets an invoice on which something is claimed take part.
    pub fn consider_charges_for_spread(&mut self, invoice: InvoiceIx) {
        if self.spread.is_some()
            && let Some(item) = leading(self.journal, invoice)
        {
            self.consider_for_spread(item);
        }
    }
}

/// The instalment of an invoice that comes first.
fn leading(journal: &Journal, invoice: InvoiceIx) -> Option<ItemIx> {
    journal
        .items_of(invoice)
        .min_by_key(|item| turn(journal, *item))
}
