//! How many promises customers kept.

use crate::dunning::arrangement_status::{PromiseOutcome, promise_outcome};
use crate::dunning::ladder_position::LadderRules;
use crate::journal::model::{CustomerIx, Journal};
use crate::ledger::model::Ledger;
use crate::value::currency::Currency;
use std::collections::BTreeMap;

/// The number of promises kept and broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseCounts {
    /// Promises whose amount came in on time.
    pub kept_count: usize,
    /// Promises whose amount did not.
    pub broken_count: usize,
}

/// Counts the promises kept and broken up to the as-of day, by customer and currency of the invoices.
pub fn count_promises(
    journal: &Journal,
    ledger: &Ledger,
) -> BTreeMap<(CustomerIx, Currency), PromiseCounts> {
    let as_of = ledger.as_of.0;
    let steps = LadderRules::new(journal, ledger);
    let mut all: BTreeMap<(CustomerIx, Currency), PromiseCounts> = BTreeMap::new();
    let events = journal.events.iter();
    for promise in events.filter(|it| it.promise().is_some() && it.date <= as_of) {
        let (Some(customer), Some(invoice)) = (promise.customer, promise.invoice) else {
            continue;
        };
        let policy = steps.policies.policy_of_invoice(invoice, as_of);
        let currency = journal.invoices[invoice].currency;
        let count = all.entry((customer, currency)).or_default();
        match promise_outcome(&steps.receipts, promise, policy, as_of).0 {
            PromiseOutcome::Kept(_) => count.kept_count = count.kept_count.saturating_add(1),
            PromiseOutcome::Broken(_) => count.broken_count = count.broken_count.saturating_add(1),
            PromiseOutcome::Running(_) => {}
        }
    }
    all
}
