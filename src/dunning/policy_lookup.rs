//! Which policy rules the calendar of letters.

use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::model::{InvoiceIx, Journal, Policy, PolicyIx};
use crate::value::index_vec::IndexVec;
use chrono::NaiveDate;

/// The policies that rule the calendar of letters on a day: of each name the version in force (SPEC.md 5.6).
#[derive(Debug)]
pub struct PolicyLookup<'j> {
    journal: &'j Journal,
    as_of: NaiveDate,
    in_force: IndexVec<PolicyIx, PolicyIx>,
}

impl<'j> PolicyLookup<'j> {
    /// The calendar of a day.
    pub fn new(journal: &'j Journal, as_of: NaiveDate) -> Self {
        let mut in_force = IndexVec::default();
        for (version, policy) in journal.policies.iter() {
            in_force.push(journal.policy_on(&policy.name, as_of).unwrap_or(version));
        }
        Self {
            journal,
            as_of,
            in_force,
        }
    }

    /// The policy that rules the letters about an invoice on a day: of the policy whose terms of money hold for it the
    /// version in force that day; the built-in one where it has none.
    pub fn policy_of_invoice(&self, invoice: InvoiceIx, on: NaiveDate) -> &'j Policy {
        let record = &self.journal.invoices[invoice];
        let version = record.policy.map(|policy| self.version_on(policy, on));
        let now = || {
            let name = self.journal.policy_name(record.customer?)?;
            self.journal.policy_on(name, on)
        };
        version
            .or_else(now)
            .map_or(&*BUILT_IN_POLICY, |policy| &self.journal.policies[policy])
    }

    /// Asked for every open item on the day of the calendar, and for few others on other days.
    fn version_on(&self, policy: PolicyIx, on: NaiveDate) -> PolicyIx {
        if on == self.as_of {
            return self.in_force[policy];
        }
        let name = &self.journal.policies[policy].name;
        self.journal.policy_on(name, on).unwrap_or(policy)
    }
}
