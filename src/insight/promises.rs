//! Whether customers keep their promises.

use crate::dunning::arrangement::{Fate, fate};
use crate::dunning::standing::Steps;
use crate::journal::model::{CustomerIx, Journal};
use crate::ledger::model::Ledger;
use crate::value::currency::Currency;
use std::collections::BTreeMap;

/// How many promises were kept, and how many were not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What was promised came in time.
    pub kept: usize,
    /// It did not.
    pub broken: usize,
}

/// What became of every promise up to the day of the ledger, by who made it, in the currency of its invoices.
pub fn promises(journal: &Journal, ledger: &Ledger) -> BTreeMap<(CustomerIx, Currency), Kept> {
    let as_of = ledger.as_of.0;
    let steps = Steps::of(journal, ledger);
    let mut all: BTreeMap<(CustomerIx, Currency), Kept> = BTreeMap::new();
    let events = journal.events.iter();
    for promise in events.filter(|it| it.promise().is_some() && it.date <= as_of) {
        let (Some(customer), Some(invoice)) = (promise.customer, promise.invoice) else {
            continue;
        };
        let policy = steps.calendar.policy(invoice, as_of);
        let currency = journal.invoices[invoice].currency;
        let count = all.entry((customer, currency)).or_default();
        match fate(&steps.receipts, promise, policy, as_of).0 {
            Fate::Kept(_) => count.kept = count.kept.saturating_add(1),
            Fate::Broken(_) => count.broken = count.broken.saturating_add(1),
            Fate::Running(_) => {}
        }
    }
    all
}
