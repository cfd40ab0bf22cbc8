//! When money last came in: for each invoice and from each customer. A payment that bounced did not come in.

use crate::journal::model::{CustomerIx, InvoiceIx, Journal, MovementKind};
use crate::ledger::model::{Allocation, AllocationRule, Ledger};
use crate::value::index_vec::{Idx, IndexVec};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The last day of each.
#[derive(Debug)]
pub struct LastPayments<K>(IndexVec<K, Option<NaiveDate>>);

impl LastPayments<InvoiceIx> {
    /// Of each invoice: the day of the last money that settled something of it.
    pub fn of_invoices(journal: &Journal, ledger: &Ledger) -> Self {
        Self::from_receipts(journal.invoices.len(), || {
            ledger.allocations.iter().filter_map(|step| {
                let invoice = journal.items[step.item].invoice;
                Some((invoice, paid_on(journal, step)?, step.amount.into()))
            })
        })
    }
}

impl LastPayments<CustomerIx> {
    /// Of each customer: the day of their last payment.
    pub fn of_customers(journal: &Journal, as_of: NaiveDate) -> Self {
        Self::from_receipts(journal.customers.len(), || {
            let movements = journal.movements.iter().map(|(_, movement)| movement);
            let known = movements.filter(|movement| movement.date <= as_of);
            known.filter_map(|movement| {
                let came = movement.kind == MovementKind::Payment;
                let amount = movement.minor();
                let amount = if came { amount } else { -amount };
                Some((movement.customer?, movement.paid_on()?, amount))
            })
        })
    }
}

impl<K: Idx + Ord> LastPayments<K> {
    /// Money that came in, and below zero what went back of that of a day.
    fn from_receipts<R: Iterator<Item = (K, NaiveDate, Minor)>>(
        count: usize,
        receipts: impl Fn() -> R,
    ) -> Self {
        let mut left: BTreeMap<(K, NaiveDate), Minor> = BTreeMap::new();
        let undone = |(_, _, amount): &(K, NaiveDate, Minor)| !amount.is_positive();
        for (key, day, amount) in receipts().filter(undone) {
            *left.entry((key, day)).or_default() += amount;
        }
        let mut last = IndexVec::from_elem(None, count);
        for (key, day, amount) in receipts().filter(|receipt| !undone(receipt)) {
            let stayed = left.get_mut(&(key, day)).is_none_or(|left| {
                *left += amount;
                left.is_positive()
            });
            if stayed {
                last[key] = last[key].max(Some(day));
            }
        }
        Self(last)
    }

    /// The last day on which something came in and stayed.
    pub fn day_of(&self, key: K) -> Option<NaiveDate> {
        self.0[key]
    }
}

/// The day of the money behind a step; of money on account the day on which it was placed.
fn paid_on(journal: &Journal, step: &Allocation) -> Option<NaiveDate> {
    let from = &journal.movements[step.movement];
    match step.rule {
        AllocationRule::Discount | AllocationRule::Settlement => None,
        AllocationRule::Applied => Some(step.date),
        _ => from.paid_on(),
    }
}
