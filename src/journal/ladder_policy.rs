//! Which policy ruled the letters about an invoice on a day.

use super::built_in_policy::BUILT_IN_POLICY;
use super::ladder::Stage;
use super::model::{Event, InvoiceIx, Journal, Policy};
use chrono::NaiveDate;

/// The policy that rules the letters about an invoice on a day: of the policy whose terms of money hold for it the
/// version in force that day, else that of its customer; the built-in one where there is none (SPEC.md 5.6).
pub fn ladder_policy_on(journal: &Journal, invoice: InvoiceIx, day: NaiveDate) -> &Policy {
    let record = &journal.invoices[invoice];
    let name = journal.policy_name_of_invoice(invoice);
    let on_day = name.and_then(|name| journal.policy_on(name, day));
    on_day
        .or(record.policy)
        .map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy])
}

/// The step of a letter, as the policy of an invoice had it on its day.
pub fn letter_stage<'j>(
    journal: &'j Journal,
    sent: &Event,
    invoice: InvoiceIx,
) -> Option<&'j Stage> {
    let named = sent.named_stage()?;
    let policy = ladder_policy_on(journal, invoice, sent.date);
    policy.ladder().iter().find(|stage| *stage.name == *named)
}
