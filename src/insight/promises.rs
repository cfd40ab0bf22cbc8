//! How many promises customers kept.

use crate::dunning::arrangement_status::{PromiseOutcome, outcome_by_receipts};
use crate::dunning::ladder_position::LadderRules;
use crate::journal::history::EventHistory;
use crate::journal::model::CustomerIx;
use crate::value::currency::Currency;

/// The number of promises kept and broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseCounts {
    /// Promises whose amount came in on time.
    pub kept_count: usize,
    /// Promises whose amount did not.
    pub broken_count: usize,
}

/// What became of the promises of a customer about invoices in one currency, up to the day of the rules.
pub fn count_promises(
    history: &EventHistory<'_>,
    rules: &LadderRules<'_>,
    customer: CustomerIx,
    currency: Currency,
) -> PromiseCounts {
    let as_of = rules.ledger.as_of;
    let mut count = PromiseCounts::default();
    let promises = history.of_customer(customer);
    for promise in promises.filter(|event| event.promise().is_some()) {
        let invoice = promise.invoice;
        let invoice = invoice.filter(|it| rules.journal.invoices[*it].currency == currency);
        let Some(invoice) = invoice else { continue };
        let policy = rules.policies.policy_of_invoice(invoice, as_of);
        match outcome_by_receipts(&rules.receipts, promise, policy, as_of).0 {
            PromiseOutcome::Kept(_) => count.kept_count = count.kept_count.saturating_add(1),
            PromiseOutcome::Broken(_) => count.broken_count = count.broken_count.saturating_add(1),
            PromiseOutcome::Running(_) => {}
        }
    }
    count
}
