//! Payment plans that go beyond what the policy of their invoices allows: too long, or one too many (SPEC.md 5.6).

use crate::journal::model::{Event, InvoiceIx, Journal};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A plan that goes beyond the policy.
#[derive(Clone, Copy, Debug)]
pub struct PlanExcess<'j> {
    /// The entry.
    pub plan: &'j Event,
    /// In what it does.
    pub limit: PlanLimit,
}

/// Which limit of the policy a plan goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanLimit {
    /// `plan-longest`: its last part is later than the last day allowed.
    Longest {
        /// The last day that the policy allows.
        allowed: NaiveDate,
        /// The day of the last part.
        last: NaiveDate,
    },
    /// `plan-most`: there are more plans about an invoice, this one included.
    Most {
        /// The first of its invoices of which that is so.
        invoice: InvoiceIx,
        /// How many the policy allows.
        most: u32,
        /// How many there are.
        count: u32,
    },
}

/// Every plan that goes beyond its policy, in the order of their days.
pub fn find_plan_excesses(journal: &Journal) -> Vec<PlanExcess<'_>> {
    if !journal.any_policy(|policy| policy.plan_longest.is_some() || policy.plan_most.is_some()) {
        return Vec::new();
    }
    let events = journal.events.iter();
    let mut plans: Vec<&Event> = events.filter(|event| event.plan().is_some()).collect();
    plans.sort_by_key(|event| (event.date, event.origin));
    let mut agreed: BTreeMap<InvoiceIx, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for plan in plans {
        let limits = [
            beyond_longest(journal, plan),
            beyond_most(journal, plan, &mut agreed),
        ];
        let limits = limits.into_iter().flatten();
        found.extend(limits.map(|limit| PlanExcess { plan, limit }));
    }
    found
}

/// The last part of a plan against the longest time that the policy of its invoices allows.
fn beyond_longest(journal: &Journal, plan: &Event) -> Option<PlanLimit> {
    let last = plan.plan()?.instalments.iter().map(|part| part.due).max()?;
    let customers = plan
        .invoices()
        .filter_map(|it| journal.invoices[it].customer);
    let policies = customers.filter_map(|it| journal.customer_policy_on(it, plan.date));
    let longest = policies.filter_map(|policy| policy.plan_longest?.date_after(plan.date));
    let allowed = longest.min().filter(|allowed| last > *allowed)?;
    Some(PlanLimit::Longest { allowed, last })
}

/// The plans about an invoice so far, this one included, against the most that its policy allows. An offer that nobody
/// signed is not counted.
fn beyond_most(
    journal: &Journal,
    plan: &Event,
    agreed: &mut BTreeMap<InvoiceIx, u32>,
) -> Option<PlanLimit> {
    if !plan.is_agreed_arrangement() {
        return None;
    }
    let mut found = None;
    for invoice in plan.invoices() {
        let count = agreed.entry(invoice).or_default();
        *count = count.saturating_add(1);
        let customer = journal.invoices[invoice].customer;
        let policy = customer.and_then(|it| journal.customer_policy_on(it, plan.date));
        let most = policy.and_then(|policy| policy.plan_most);
        if let (None, Some(most)) = (found, most.filter(|most| *count > *most)) {
            found = Some(PlanLimit::Most {
                invoice,
                most,
                count: *count,
            });
        }
    }
    found
}
