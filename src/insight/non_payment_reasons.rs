//! Why customers say they have not paid, whether that was true, and when somebody last contacted them without asking
//! for money.

use crate::journal::history::EventHistory;
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::value::vocabulary::NonPaymentReason;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How often one reason was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatedReason {
    /// The number of times it was given.
    pub times: usize,
    /// The number of times it turned out to be true.
    pub verified: usize,
    /// The number of times it turned out to be untrue.
    pub refuted: usize,
    /// The invoices that it was given for; empty where none were named.
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

/// What the contacts with one customer show.
#[derive(Clone, Debug, Default)]
pub struct ContactFacts {
    /// The reasons why they have not paid.
    pub reasons: BTreeMap<NonPaymentReason, StatedReason>,
    /// The day of the last contact that names no invoice and gives no reason for non-payment; `None` where there is
    /// none.
    pub last_courtesy_contact: Option<NaiveDate>,
    /// The day since which they are insolvent; `None` where they are not.
    pub insolvent_since: Option<NaiveDate>,
}

impl ContactFacts {
    /// The reason given most often; among equals the first in the order of the language. `None` where none was given.
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

/// The contacts with a customer, summed up at the end of a day. An attempt in vain, and what is only planned, is none.
pub fn contact_facts_of_customer(
    history: &EventHistory<'_>,
    customer: CustomerIx,
    as_of: NaiveDate,
) -> ContactFacts {
    let mut facts = ContactFacts::default();
    for event in history.of_customer(customer) {
        if event.is_insolvency() {
            facts.insolvent_since = facts.insolvent_since.or(Some(event.date));
        }
        if let Some(reason) = event.contact.reason {
            let given = facts.reasons.entry(reason).or_default();
            given.record(event, event.contact.verified);
        } else if event.is_contact()
            && event.invoice.is_none()
            && event.has_reached_customer()
            && !event.may_lie_ahead(as_of)
        {
            facts.last_courtesy_contact = Some(event.date);
        }
    }
    facts
}
