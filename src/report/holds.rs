//! The last stage sent for an invoice, and why its letters wait: as plain as the entries say it.
//!
//! A dispute holds until it is resolved, a hold and a plan until their day or a release, a promise until its
//! day, a handover until the return; an insolvency holds for good.

use crate::journal::model::{CustomerIx, Event, EventKind, InvoiceIx, Journal};
use crate::language::phrases::HoldWords;
use crate::value::calendar::AsOf;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What entries say about invoices and customers up to a day.
#[derive(Debug, Default)]
pub struct Holds<'j> {
    invoices: BTreeMap<InvoiceIx, Track<'j>>,
    customers: BTreeMap<CustomerIx, Track<'j>>,
}

/// What entries say about one invoice, or about all invoices of one customer.
#[derive(Clone, Copy, Debug, Default)]
struct Track<'j> {
    sent: Option<&'j Event>,
    dispute: Option<&'j Event>,
    promise: Option<&'j Event>,
    plan: Option<&'j Event>,
    hold: Option<&'j Event>,
    handover: Option<&'j Event>,
    insolvent: Option<&'j Event>,
    released: Option<NaiveDate>,
    returned: Option<NaiveDate>,
    resolved: Option<NaiveDate>,
}

/// Why letters wait, in the order they are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The customer promised to pay by a day that has not passed.
    Promise,
    /// The customer disputes it.
    Dispute,
    /// Instalments were agreed.
    Plan,
    /// We decided to wait.
    Hold,
    /// Somebody else collects it.
    Handover,
    /// The customer is insolvent.
    Insolvency,
}

impl<'j> Holds<'j> {
    /// Reads the entries up to a day.
    pub fn up_to(journal: &'j Journal, as_of: AsOf) -> Self {
        let mut events: Vec<&Event> = journal
            .events
            .iter()
            .filter(|event| event.date <= as_of.0)
            .collect();
        events.sort_by_key(|event| (event.date, event.kind, stage_order(journal, event)));
        let mut holds = Self::default();
        for event in events {
            holds.note(event);
        }
        holds
    }

    fn note(&mut self, event: &'j Event) {
        let mut named = false;
        for invoice in event.invoices() {
            named = true;
            self.invoices.entry(invoice).or_default().note(event);
        }
        if let (false, Some(customer)) = (named, event.customer) {
            self.customers.entry(customer).or_default().note(event);
        }
        if let (EventKind::Insolvent, Some(customer)) = (event.kind, event.customer) {
            self.customers.entry(customer).or_default().note(event);
        }
    }

    /// The last stage sent for an invoice.
    pub fn last_sent(&self, invoice: InvoiceIx) -> Option<&'j Event> {
        self.invoices.get(&invoice)?.sent
    }

    /// The entries that hold the letters of an invoice on a day, in the order of [`Hold`].
    pub fn of(
        &self,
        invoice: InvoiceIx,
        customer: Option<CustomerIx>,
        as_of: AsOf,
    ) -> Vec<(Hold, &'j Event)> {
        let own = self.invoices.get(&invoice).copied().unwrap_or_default();
        let all = customer
            .and_then(|customer| self.customers.get(&customer))
            .copied()
            .unwrap_or_default();
        let released = own.released.max(all.released);
        let runs = |event: &&Event| {
            let until = event.more.as_ref().and_then(|more| more.until);
            until.is_none_or(|until| as_of.0 <= until)
        };
        let promised = |event: &&Event| {
            event.more.as_ref().is_some_and(|more| more.until.is_some()) && runs(event)
        };
        let after = |ended: Option<NaiveDate>| {
            move |event: &&Event| ended.is_none_or(|day| day < event.date)
        };
        let newest = |a: Option<&'j Event>, b: Option<&'j Event>| match (a, b) {
            (Some(a), Some(b)) => Some(if a.date >= b.date { a } else { b }),
            (a, b) => a.or(b),
        };
        let resolved = own.resolved.max(all.resolved);
        let returned = own.returned.max(all.returned);
        let found = [
            (
                Hold::Promise,
                newest(own.promise, all.promise).filter(promised),
            ),
            (
                Hold::Dispute,
                newest(own.dispute, all.dispute).filter(after(resolved)),
            ),
            (
                Hold::Plan,
                newest(own.plan, all.plan).filter(after(released)),
            ),
            (
                Hold::Hold,
                newest(own.hold, all.hold)
                    .filter(after(released))
                    .filter(runs),
            ),
            (
                Hold::Handover,
                newest(own.handover, all.handover).filter(after(returned)),
            ),
            (Hold::Insolvency, newest(own.insolvent, all.insolvent)),
        ];
        found
            .into_iter()
            .filter_map(|(hold, event)| Some((hold, event?)))
            .collect()
    }
}

impl<'j> Track<'j> {
    fn note(&mut self, event: &'j Event) {
        match event.kind {
            EventKind::Sent if !bounced(event) => self.sent = Some(event),
            EventKind::Dispute => self.dispute = Some(event),
            EventKind::Resolve => self.resolved = Some(event.date),
            EventKind::Promise => self.promise = Some(event),
            EventKind::Plan => self.plan = Some(event),
            EventKind::Hold => self.hold = Some(event),
            EventKind::Release => self.released = Some(event.date),
            EventKind::Handover => self.handover = Some(event),
            EventKind::Return => self.returned = Some(event.date),
            EventKind::Insolvent => self.insolvent = Some(event),
            _ => {}
        }
    }
}

/// Whether entries of this kind hold letters, or end a hold.
pub const fn is_hold(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Dispute
            | EventKind::Resolve
            | EventKind::Promise
            | EventKind::Plan
            | EventKind::Hold
            | EventKind::Release
            | EventKind::Handover
            | EventKind::Return
            | EventKind::Insolvent
    )
}

fn bounced(event: &Event) -> bool {
    event.more.as_ref().is_some_and(|more| more.yes)
}

/// The place of its stage among those of the invoice's policy: of two letters of one day, the stronger counts.
fn stage_order<'j>(journal: &'j Journal, event: &'j Event) -> (Option<usize>, Option<&'j str>) {
    let word = event.more.as_ref().and_then(|more| more.word.as_deref());
    let policy = event
        .invoice
        .and_then(|invoice| journal.invoices[invoice].policy);
    let place = policy.zip(word).and_then(|(policy, word)| {
        let mut stages = journal.policies[policy].stages.iter();
        stages.position(|stage| **stage == *word)
    });
    (place, word)
}

impl Hold {
    /// The word programs know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Dispute => "dispute",
            Self::Plan => "plan",
            Self::Hold => "hold",
            Self::Handover => "handover",
            Self::Insolvency => "insolvency",
        }
    }

    /// The word people read.
    pub const fn said(self, words: &HoldWords) -> &'static str {
        match self {
            Self::Promise => words.promise,
            Self::Dispute => words.dispute,
            Self::Plan => words.plan,
            Self::Hold => words.hold,
            Self::Handover => words.handover,
            Self::Insolvency => words.insolvency,
        }
    }
}
