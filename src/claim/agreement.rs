//! What a customer agreed to, and to which version of a policy: a rate or a sum of costs that stands in a policy binds
//! only who agreed to it (SPEC.md 5.6, 6.1; NL: BW 6:119 lid 3, 6:119a lid 8).

use crate::journal::history::EventHistory;
use crate::journal::ladder::{CostTerms, InterestTerms};
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, PolicyIx};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// A version of a policy that a customer agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreedPolicy {
    /// The day of the agreement.
    pub agreed_on: NaiveDate,
    /// The version that held on that day; the first one where none held yet.
    pub version: PolicyIx,
}

/// Which of the terms of money of an invoice its customer agreed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgreedMoneyTerms {
    /// Whether the rate of interest of the policy was agreed; the rate of the law needs no agreement.
    pub interest: bool,
    /// Whether the sum of costs of the policy was agreed; the scale of the law needs no agreement.
    pub costs: bool,
    /// The largest fee of a step that was agreed, in the currency of the invoice; zero where none was.
    pub fee: Minor,
    /// The version that was accepted by the day of the invoice; `None` where the journal has no agreement to the policy.
    pub accepted: Option<AgreedPolicy>,
}

impl AgreedMoneyTerms {
    /// Whether all of it was agreed.
    pub const fn is_whole(&self) -> bool {
        self.interest && self.costs
    }
}

/// Which of the terms of money of an invoice its customer agreed to by a day. Versions that say the same are the same
/// agreement.
pub fn agreed_money_terms(
    journal: &Journal,
    history: &EventHistory<'_>,
    invoice: InvoiceIx,
    by: NaiveDate,
) -> AgreedMoneyTerms {
    let record = &journal.invoices[invoice];
    let (Some(policy), Some(customer)) = (record.policy, record.customer) else {
        // The built-in policy has no terms of money but those of the law.
        return AgreedMoneyTerms {
            interest: true,
            costs: true,
            fee: Minor::ZERO,
            accepted: None,
        };
    };
    let name = &journal.policies[policy].name;
    let accepted = find_accepted_version(journal, history, (customer, name), by);
    let agreed = accepted.map(|accepted| &journal.policies[accepted.version]);
    let policy = &journal.policies[policy];
    AgreedMoneyTerms {
        interest: !matches!(policy.interest, InterestTerms::Yearly(_))
            || agreed.is_some_and(|agreed| agreed.interest == policy.interest),
        costs: !matches!(policy.costs, CostTerms::Fixed(_))
            || agreed.is_some_and(|agreed| agreed.costs == policy.costs),
        fee: agreed.map_or(Minor::ZERO, |agreed| agreed.largest_fee(record.currency)),
        accepted,
    }
}

/// The version of a policy that a customer agreed to last, by a day.
pub fn find_accepted_version(
    journal: &Journal,
    history: &EventHistory<'_>,
    (customer, name): (CustomerIx, &str),
    by: NaiveDate,
) -> Option<AgreedPolicy> {
    let events = history.standing_of_customer(customer);
    let accepted = events.filter(|event| event.date <= by).filter_map(|event| {
        let named = event.agreed_terms()?.policy.as_deref();
        let meant = named.or_else(|| journal.policy_name(customer))?;
        let version = journal
            .policy_on(name, event.date)
            .or_else(|| first_version(journal, name));
        (meant == name).then_some(AgreedPolicy {
            agreed_on: event.date,
            version: version?,
        })
    });
    accepted.max_by_key(|accepted| accepted.agreed_on)
}

/// The version of a policy that began first.
fn first_version(journal: &Journal, name: &str) -> Option<PolicyIx> {
    let mut versions = journal.policies.iter();
    let first = versions.find(|(_, policy)| *policy.name == *name);
    first.map(|(version, _)| version)
}
