//! Money that came in for invoices about which something was promised.

use crate::journal::model::{Event, InvoiceIx, Journal};
use crate::ledger::model::{Allocation, AllocationRule, Ledger};
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Money that settled something of an invoice; below zero where a reversal undid it.
#[derive(Clone, Copy, Debug)]
struct Receipt {
    /// The day of the payment.
    paid_on: NaiveDate,
    /// The day from which it counts for the invoice.
    counted_from: NaiveDate,
    /// The due date of what it settled.
    due: Option<NaiveDate>,
    amount: Minor,
}

/// Sums by day.
pub type ReceivedByDay = BTreeMap<NaiveDate, Minor>;

/// What came in for each invoice that a promise, a plan or a settlement names.
#[derive(Debug, Default)]
pub struct Receipts {
    by_invoice: BTreeMap<InvoiceIx, Vec<Receipt>>,
    /// What of those invoices is open, charges included, by due date.
    open: BTreeMap<InvoiceIx, Vec<(Option<NaiveDate>, Minor)>>,
    /// What was worked out for arrangements about several invoices, by the entry and the day.
    of_several: RefCell<BTreeMap<(Origin, NaiveDate), Rc<ReceivedByDay>>>,
    /// What the invoices of plans had open when each was made.
    planned: RefCell<BTreeMap<Origin, Rc<OpenByDueDate>>>,
}

/// Sums by due date, the earliest first; behind them what has none.
pub type OpenByDueDate = Vec<(Option<NaiveDate>, Minor)>;

impl Receipts {
    /// Looks up what came in.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let named = journal
            .events
            .iter()
            .filter(|event| event.is_arrangement() || event.settlement().is_some())
            .flat_map(Event::invoices);
        let mut receipts = Self {
            by_invoice: named.map(|invoice| (invoice, Vec::new())).collect(),
            ..Self::default()
        };
        if !receipts.is_empty() {
            for step in &ledger.allocations {
                receipts.add_allocation(journal, step);
            }
            for invoice in receipts.by_invoice.keys() {
                let items = journal.items_of(*invoice);
                let open = items.map(|it| (journal.items[it].due, ledger.items[it].open.into()));
                let due = journal.first_due_date(*invoice);
                let open = open.chain([(due, ledger.charges_on(*invoice))]).collect();
                receipts.open.insert(*invoice, open);
            }
        }
        receipts
    }

    /// Whether nothing was promised at all.
    pub fn is_empty(&self) -> bool {
        self.by_invoice.is_empty()
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
        if let Some(receipts) = self.by_invoice.get_mut(&invoice) {
            receipts.push(Receipt {
                paid_on: paid,
                counted_from: step.date,
                due: journal.items[step.item].due,
                amount: step.amount.into(),
            });
        }
    }

    /// What payments of days from that of a promise on brought for its invoices, as far as it counts on a day: by the day of
    /// payment.
    pub fn paid_by_day(&self, promise: &Event, counted_by: NaiveDate) -> Rc<ReceivedByDay> {
        self.received_for(promise, counted_by, |receipt| {
            let counts = receipt.paid_on >= promise.date && receipt.counted_from <= counted_by;
            counts.then_some(receipt.paid_on)
        })
    }

    /// What began to count for the invoices of a plan on days from its own on, by a day; by the day it began to count.
    pub fn counted_by_day(&self, plan: &Event, by: NaiveDate) -> Rc<ReceivedByDay> {
        self.received_for(plan, by, |receipt| {
            let counts = (plan.date..=by).contains(&receipt.counted_from);
            counts.then_some(receipt.counted_from)
        })
    }

    /// What the invoices of a plan had open when it was made, as far as no credit note took it off since: by due date.
    pub fn open_when_made(&self, plan: &Event) -> Rc<OpenByDueDate> {
        let known = self.planned.borrow().get(&plan.origin).cloned();
        known.unwrap_or_else(|| {
            let mut days: BTreeMap<(bool, Option<NaiveDate>), Minor> = BTreeMap::new();
            for invoice in plan.invoices() {
                let open = self.open.get(&invoice).into_iter().flatten().copied();
                let came = self.by_invoice.get(&invoice).into_iter().flatten();
                let came = came.filter(|receipt| receipt.counted_from >= plan.date);
                for (due, amount) in open.chain(came.map(|receipt| (receipt.due, receipt.amount))) {
                    *days.entry((due.is_none(), due)).or_default() += amount;
                }
            }
            let days = days.into_iter().map(|((_, due), amount)| (due, amount));
            let days = Rc::new(days.collect::<OpenByDueDate>());
            let mut all = self.planned.borrow_mut();
            all.insert(plan.origin, Rc::clone(&days));
            days
        })
    }

    /// What of the invoices of a plan is open and late on a day.
    pub fn late_of(&self, plan: &Event, on: NaiveDate) -> Minor {
        let invoices = plan.invoices();
        let open = invoices.filter_map(|invoice| self.open.get(&invoice));
        let late = open
            .flatten()
            .filter(|(due, _)| due.is_some_and(|due| due < on));
        late.map(|(_, amount)| *amount).sum()
    }

    /// The receipts for the invoices of an arrangement, by the day that each counts on. Of one about several invoices the
    /// answer is kept: it is asked for of each of them.
    fn received_for(
        &self,
        arrangement: &Event,
        by: NaiveDate,
        counts_on: impl Fn(&Receipt) -> Option<NaiveDate>,
    ) -> Rc<ReceivedByDay> {
        let add_up = || {
            let mut days = ReceivedByDay::new();
            let invoices = arrangement.invoices();
            let all = invoices.filter_map(|invoice| self.by_invoice.get(&invoice));
            for receipt in all.flatten() {
                if let Some(day) = counts_on(receipt) {
                    *days.entry(day).or_default() += receipt.amount;
                }
            }
            Rc::new(days)
        };
        if arrangement.invoices().nth(1).is_none() {
            return add_up();
        }
        let key = (arrangement.origin, by);
        let known = self.of_several.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let days = add_up();
            self.of_several.borrow_mut().insert(key, Rc::clone(&days));
            days
        })
    }
}
