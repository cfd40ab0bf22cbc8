//! How many promises customers kept.

use crate::dunning::arrangement_status::{PromiseOutcome, outcome_by_receipts};
use crate::dunning::ladder_position::LadderRules;
use crate::journal::model::{ByAccount, Journal};
use crate::ledger::model::Ledger;
use std::collections::BTreeMap;

/// The number of promises kept and broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseCounts {
    /// Promises whose amount came in on time.
    pub kept_count: usize,
    /// Promises whose amount did not.
    pub broken_count: usize,
}

/// What became of every promise up to the day of the ledger, by who made it, in the currency of its invoices.
pub fn count_promises(journal: &Journal, ledger: &Ledger) -> ByAccount<PromiseCounts> {
    let as_of = ledger.as_of;
    let steps = LadderRules::new(journal, ledger);
    let mut all: ByAccount<PromiseCounts> = BTreeMap::new();
    let events = journal.events.iter();
    for promise in events.filter(|it| it.promise().is_some() && it.date <= as_of) {
        let (Some(customer), Some(invoice)) = (promise.customer, promise.invoice) else {
            continue;
        };
        let policy = steps.policies.policy_of_invoice(invoice, as_of);
        let currency = journal.invoices[invoice].currency;
        let count = all.entry((customer, currency)).or_default();
        match outcome_by_receipts(&steps.receipts, promise, policy, as_of).0 {
            PromiseOutcome::Kept(_) => count.kept_count = count.kept_count.saturating_add(1),
            PromiseOutcome::Broken(_) => count.broken_count = count.broken_count.saturating_add(1),
            PromiseOutcome::Running(_) => {}
        }
    }
    all
}
