//! Which policy rules the calendar of letters.

use crate::journal::ladder_policy::ladder_policy_on;
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
        let own = self.journal.invoices[invoice].policy;
        match own.filter(|_| on == self.as_of) {
            Some(version) => &self.journal.policies[self.in_force[version]],
            None => ladder_policy_on(self.journal, invoice, on),
        }
    }
}
