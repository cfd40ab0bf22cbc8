//! What was said: why customers say they have not paid, whether it was true, and when somebody last called without
//! asking for money.

use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::value::vocabulary::NonPaymentReason;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How often a reason was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatedReason {
    /// How often.
    pub times: usize,
    /// How often it turned out to be true.
    pub verified: usize,
    /// How often it turned out not to be.
    pub refuted: usize,
    /// The invoices it was given for, where some were named.
    pub invoices: BTreeSet<InvoiceIx>,
}

impl StatedReason {
    fn record(&mut self, event: &Event, verified: Option<bool>) {
        self.times = self.times.saturating_add(1);
        let verified_now = usize::from(verified == Some(true));
        self.verified = self.verified.saturating_add(verified_now);
        let refuted_now = usize::from(verified == Some(false));
        self.refuted = self.refuted.saturating_add(refuted_now);
        self.invoices.extend(event.invoices());
    }
}

/// What one customer said.
#[derive(Clone, Debug, Default)]
pub struct ContactFacts {
    /// Why he has not paid, by reason.
    pub reasons: BTreeMap<NonPaymentReason, StatedReason>,
    /// The last contact about no invoice and with no reason for paying late.
    pub last_courtesy_contact: Option<NaiveDate>,
    /// Since when he is insolvent.
    pub insolvent_since: Option<NaiveDate>,
}

impl ContactFacts {
    /// The reason given most often; of equals the one that is named first in the language.
    pub fn usual_reason(&self) -> Option<NonPaymentReason> {
        let mut all = self.reasons.iter();
        let first = all.next()?;
        let most = all.fold(first, |most, next| {
            if next.1.times > most.1.times {
                next
            } else {
                most
            }
        });
        Some(*most.0)
    }
}

/// What everybody said up to a day, by customer.
pub fn contact_facts_by_customer(
    journal: &Journal,
    as_of: NaiveDate,
) -> BTreeMap<CustomerIx, ContactFacts> {
    let mut all: BTreeMap<CustomerIx, ContactFacts> = BTreeMap::new();
    for event in journal.events.iter().filter(|event| event.date <= as_of) {
        let Some(customer) = event.customer else {
            continue;
        };
        if event.is_insolvency() {
            let since = &mut all.entry(customer).or_default().insolvent_since;
            *since = Some(since.unwrap_or(event.date).min(event.date));
        }
        if let Some(reason) = event.contact.reason {
            let talks = all.entry(customer).or_default();
            let given = talks.reasons.entry(reason).or_default();
            given.record(event, event.contact.verified);
        } else if event.is_contact() && event.invoice.is_none() {
            let talks = all.entry(customer).or_default();
            talks.last_courtesy_contact = talks.last_courtesy_contact.max(Some(event.date));
        }
    }
    all
}
