//! What became of a promise: kept, broken, or still running.

use super::scope::Scope;
use crate::journal::model::{CustomerIx, Event, EventKind, InvoiceIx, MovementKind};
use crate::ledger::model::{Allocation, Rule};
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What became of a promise by the day of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// What was promised came in time.
    Kept,
    /// Its day has passed without it.
    Broken,
    /// Its day has not passed, or money waits on account that could be it.
    Running,
}

/// Payments that settled something: the day of each, and how much.
type Receipts = Vec<(NaiveDate, Minor)>;

/// Every promise of a journal, and the payments that may have kept it.
pub struct Promises<'s> {
    scope: Scope<'s>,
    of_invoice: BTreeMap<InvoiceIx, Receipts>,
    of_customer: BTreeMap<CustomerIx, Receipts>,
}

impl<'s> Promises<'s> {
    /// Looks up what came in for all that was promised.
    pub fn of(scope: Scope<'s>) -> Self {
        let mut promises = Self {
            scope,
            of_invoice: BTreeMap::new(),
            of_customer: BTreeMap::new(),
        };
        let events = scope.journal.events.iter();
        for promise in events.filter(|event| event.kind == EventKind::Promise) {
            for invoice in promise.invoices() {
                promises.of_invoice.entry(invoice).or_default();
            }
            if let (None, Some(customer)) = (promise.invoice, promise.customer) {
                promises.of_customer.entry(customer).or_default();
            }
        }
        if !promises.of_invoice.is_empty() || !promises.of_customer.is_empty() {
            for step in &scope.ledger.allocations {
                promises.note(step);
            }
        }
        promises
    }

    fn note(&mut self, step: &Allocation) {
        let from = &self.scope.journal.movements[step.from];
        let derived = matches!(step.rule, Rule::Discount | Rule::Settlement);
        if from.kind != MovementKind::Payment || derived {
            return;
        }
        let receipt = (from.date, Minor::from(step.amount));
        let invoice = self.scope.journal.items[step.item].invoice;
        if let Some(receipts) = self.of_invoice.get_mut(&invoice) {
            receipts.push(receipt);
        }
        let customer = self.scope.journal.invoices[invoice].customer;
        if let Some(receipts) = customer.and_then(|it| self.of_customer.get_mut(&it)) {
            receipts.push(receipt);
        }
    }

    /// What became of a promise, and what was received for it: payments dated from its day through its last day.
    pub fn fate(&self, promise: &Event) -> (Fate, Option<Money>) {
        let Some(more) = &promise.more else {
            return (Fate::Running, None);
        };
        let received = self.received(promise);
        let as_of = self.scope.ledger.as_of.0;
        let passed = more.until.is_some_and(|until| until < as_of);
        let Some(promised) = more.amount else {
            let fate = match (received.is_positive(), passed) {
                (true, _) => Fate::Kept,
                (false, true) => Fate::Broken,
                (false, false) => Fate::Running,
            };
            return (fate, None);
        };
        let missing = promised.minor - received;
        let fate = if !missing.is_positive() {
            Fate::Kept
        } else if passed && self.waiting(promise, promised) < missing {
            Fate::Broken
        } else {
            Fate::Running
        };
        (fate, Some(Money::new(received, promised.currency)))
    }

    /// What payments dated in time settled of the invoices it names; of all, where it names none.
    fn received(&self, promise: &Event) -> Minor {
        let until = promise.more.as_ref().and_then(|more| more.until);
        let in_time =
            |day: NaiveDate| day >= promise.date && until.is_none_or(|until| day <= until);
        let of_customer = promise
            .customer
            .filter(|_| promise.invoice.is_none())
            .and_then(|customer| self.of_customer.get(&customer));
        let named = promise.invoices();
        let of_invoices = named.filter_map(|invoice| self.of_invoice.get(&invoice));
        let mut sum = Minor::ZERO;
        for (day, amount) in of_invoices.chain(of_customer).flatten() {
            if in_time(*day) {
                sum += *amount;
            }
        }
        sum
    }

    /// What waits on account of the customer, in the currency of the promise.
    fn waiting(&self, promise: &Event, promised: Money) -> Minor {
        let owner = promise
            .customer
            .map(|customer| (customer, promised.currency));
        let account = owner.and_then(|owner| self.scope.ledger.on_account.get(&owner));
        let mut sum = Minor::ZERO;
        for credit in account.into_iter().flatten() {
            sum += credit.left;
        }
        sum
    }
}
