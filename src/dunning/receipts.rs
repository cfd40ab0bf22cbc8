//! Money that came in for invoices about which something was promised.

use crate::journal::model::{Event, InvoiceIx, Journal};
use crate::ledger::model::{Allocation, AllocationRule, Ledger};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Money that settled something of an invoice; below zero where a reversal undid it.
#[derive(Clone, Copy, Debug)]
struct Receipt {
    /// The day of the payment.
    paid_on: NaiveDate,
    /// The day from which it counts for the invoice.
    counted_from: NaiveDate,
    amount: Minor,
}

/// What came in for each invoice that a promise or a plan names.
#[derive(Debug, Default)]
pub struct Receipts(BTreeMap<InvoiceIx, Vec<Receipt>>);

impl Receipts {
    /// Looks up what came in.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let named = journal
            .events
            .iter()
            .filter(|event| event.is_arrangement())
            .flat_map(Event::invoices);
        let mut receipts = Self(named.map(|invoice| (invoice, Vec::new())).collect());
        if !receipts.0.is_empty() {
            for step in &ledger.allocations {
                receipts.add_allocation(journal, step);
            }
        }
        receipts
    }

    /// Whether nothing was promised at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn add_allocation(&mut self, journal: &Journal, step: &Allocation) {
        let from = &journal.movements[step.movement];
        if matches!(
            step.rule,
            AllocationRule::Discount | AllocationRule::Settlement
        ) {
            return;
        }
        let Some(paid) = from.paid_on() else {
            return;
        };
        let invoice = journal.items[step.item].invoice;
        if let Some(receipts) = self.0.get_mut(&invoice) {
            receipts.push(Receipt {
                paid_on: paid,
                counted_from: step.date,
                amount: step.amount.into(),
            });
        }
    }

    /// What payments of some days brought for some invoices, as far as it counts on a day. The answer is a list of
    /// days of payment and sums, by day.
    pub fn paid_by_day(
        &self,
        invoices: impl Iterator<Item = InvoiceIx>,
        from: NaiveDate,
        counted_by: NaiveDate,
    ) -> BTreeMap<NaiveDate, Minor> {
        let mut days: BTreeMap<NaiveDate, Minor> = BTreeMap::new();
        let all = invoices
            .filter_map(|invoice| self.0.get(&invoice))
            .flatten();
        for receipt in
            all.filter(|receipt| receipt.paid_on >= from && receipt.counted_from <= counted_by)
        {
            *days.entry(receipt.paid_on).or_default() += receipt.amount;
        }
        days
    }

    /// What began to count for some invoices on days from one on, by a day; by day.
    pub fn counted_by_day(
        &self,
        invoices: impl Iterator<Item = InvoiceIx>,
        from: NaiveDate,
        by: NaiveDate,
    ) -> BTreeMap<NaiveDate, Minor> {
        let mut days: BTreeMap<NaiveDate, Minor> = BTreeMap::new();
        let all = invoices
            .filter_map(|invoice| self.0.get(&invoice))
            .flatten();
        for receipt in all.filter(|receipt| (from..=by).contains(&receipt.counted_from)) {
            *days.entry(receipt.counted_from).or_default() += receipt.amount;
        }
        days
    }
}
