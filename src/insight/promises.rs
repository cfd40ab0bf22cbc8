//! How many promises customers kept.

use crate::dunning::arrangement_status::{PromiseOutcome, outcome_by_receipts};
use crate::dunning::ladder_position::LadderRules;
use crate::journal::history::EventHistory;
use crate::journal::model::ByAccount;
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
pub fn count_promises(
    history: &EventHistory<'_>,
    rules: &LadderRules<'_>,
) -> ByAccount<PromiseCounts> {
    let as_of = rules.ledger.as_of;
    let mut all: ByAccount<PromiseCounts> = BTreeMap::new();
    for promise in history.events().filter(|it| it.promise().is_some()) {
        let (Some(customer), Some(invoice)) = (promise.customer, promise.invoice) else {
            continue;
        };
        let policy = rules.policies.policy_of_invoice(invoice, as_of);
        let currency = rules.journal.invoices[invoice].currency;
        let count = all.entry((customer, currency)).or_default();
        match outcome_by_receipts(&rules.receipts, promise, policy, as_of).0 {
            PromiseOutcome::Kept(_) => count.kept_count = count.kept_count.saturating_add(1),
            PromiseOutcome::Broken(_) => count.broken_count = count.broken_count.saturating_add(1),
            PromiseOutcome::Running(_) => {}
        }
    }
    all
}
