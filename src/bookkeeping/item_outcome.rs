//! What became of what was open on a day: the steps after it, item by item (afloopcontrole).

use crate::journal::model::{Component, ItemIx, Journal};
use crate::ledger::model::{Allocation, AllocationRule, Ledger, Status};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was open of an item on a day, and what became of it.
#[derive(Clone, Debug)]
pub struct ItemOutcome<'l> {
    /// The item.
    pub item: ItemIx,
    /// What was open of it on the day.
    pub open: Minor,
    /// What lowered or raised that afterwards, in the order taken.
    pub steps: Vec<&'l Allocation>,
    /// What is open of it now.
    pub left: Minor,
}

/// Every item that was open at the end of the day of the first ledger, with its steps after it in the second.
pub fn item_outcomes<'l>(
    journal: &Journal,
    then: &Ledger,
    now: &'l Ledger,
) -> Vec<ItemOutcome<'l>> {
    let mut steps = steps_after(then.as_of, now);
    let items = then.items.iter();
    let open = items.filter(|(_, state)| state.status == Status::Open && state.open.is_positive());
    let mut all: Vec<ItemOutcome<'l>> = open
        .map(|(item, state)| ItemOutcome {
            item,
            open: state.open.into(),
            steps: steps.remove(&item).unwrap_or_default(),
            left: now.items[item].open.into(),
        })
        .collect();
    all.sort_by_cached_key(|own| {
        let invoice = journal.items[own.item].invoice;
        let customer = journal.invoices[invoice].customer;
        let id = customer.map(|customer| journal.customer_id(customer).to_owned());
        let (length, number) = journal.invoice_order(invoice);
        (id, length, number.to_owned(), own.item)
    });
    all
}

/// The steps about principal after a day, by item. What only moves between a write-off and its recovery opens nothing.
fn steps_after(day: NaiveDate, now: &Ledger) -> BTreeMap<ItemIx, Vec<&Allocation>> {
    let mut found: BTreeMap<ItemIx, Vec<&Allocation>> = BTreeMap::new();
    let steps = now.allocations.iter();
    let later = steps.filter(|step| {
        step.date > day
            && step.component == Component::Principal
            && step.rule != AllocationRule::Recovered
    });
    for step in later {
        found.entry(step.item).or_default().push(step);
    }
    found
}
