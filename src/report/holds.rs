//! The last stage sent for an invoice, and why its letters wait: as plain as the entries say it.
//!
//! A dispute holds until it is resolved, a hold until its day or a release, a plan until a release, a promise until
//! it is kept or its day has passed, a handover until the return; an insolvency holds for good.

use super::promise::{Fate, Promises};
use super::scope::Scope;
use crate::journal::model::{CustomerIx, Event, EventKind, InvoiceIx, Journal};
use crate::language::terms::HoldWords;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What entries say about invoices and customers up to a day.
pub struct Holds<'j> {
    as_of: NaiveDate,
    promises: Promises<'j>,
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
    /// Reads the entries up to the day of the ledger.
    pub fn of(scope: Scope<'j>) -> Self {
        let (journal, as_of) = (scope.journal, scope.ledger.as_of.0);
        let events = journal.events.iter();
        let mut events: Vec<&Event> = events.filter(|event| event.date <= as_of).collect();
        events.sort_by_key(|event| (event.date, event.kind, stage_order(journal, event)));
        let mut holds = Self {
            as_of,
            promises: Promises::of(scope),
            invoices: BTreeMap::new(),
            customers: BTreeMap::new(),
        };
        for event in events {
            holds.note(event);
        }
        holds
    }

    fn note(&mut self, event: &'j Event) {
        for invoice in event.invoices() {
            self.invoices.entry(invoice).or_default().note(event);
        }
        let about_all = event.invoice.is_none() || event.kind == EventKind::Insolvent;
        if let (true, Some(customer)) = (about_all, event.customer) {
            self.customers.entry(customer).or_default().note(event);
        }
    }

    /// The last stage sent for an invoice.
    pub fn last_sent(&self, invoice: InvoiceIx) -> Option<&'j Event> {
        self.invoices.get(&invoice)?.sent
    }

    /// The entries that hold the letters of an invoice, in the order of [`Hold`].
    pub fn on(&self, invoice: InvoiceIx, customer: Option<CustomerIx>) -> Vec<(Hold, &'j Event)> {
        let own = self.invoices.get(&invoice).copied().unwrap_or_default();
        let all = customer.and_then(|customer| self.customers.get(&customer));
        let track = own.and(all.copied().unwrap_or_default());
        let found = [
            (Hold::Promise, track.promise),
            (Hold::Dispute, track.dispute),
            (Hold::Plan, track.plan),
            (Hold::Hold, track.hold),
            (Hold::Handover, track.handover),
            (Hold::Insolvency, track.insolvent),
        ];
        found
            .into_iter()
            .filter_map(|(hold, event)| Some((hold, event?)))
            .filter(|(hold, event)| self.stands(*hold, event, &track))
            .collect()
    }

    /// Whether a hold has not ended.
    fn stands(&self, hold: Hold, event: &Event, track: &Track<'_>) -> bool {
        let until = event.more.as_ref().and_then(|more| more.until);
        let runs = until.is_none_or(|until| self.as_of <= until);
        let outlasts = |end: Option<NaiveDate>| end.is_none_or(|day| day < event.date);
        match hold {
            Hold::Promise => until.is_some() && runs && self.promises.fate(event).0 != Fate::Kept,
            Hold::Dispute => outlasts(track.resolved),
            Hold::Plan => outlasts(track.released),
            Hold::Hold => outlasts(track.released) && runs,
            Hold::Handover => outlasts(track.returned),
            Hold::Insolvency => true,
        }
    }
}

/// The later of two entries.
fn later<'j>(one: Option<&'j Event>, other: Option<&'j Event>) -> Option<&'j Event> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if one.date >= other.date { one } else { other }),
        (one, other) => one.or(other),
    }
}

impl<'j> Track<'j> {
    /// What both say together: the later entry of each kind.
    fn and(self, other: Self) -> Self {
        Self {
            sent: later(self.sent, other.sent),
            dispute: later(self.dispute, other.dispute),
            promise: later(self.promise, other.promise),
            plan: later(self.plan, other.plan),
            hold: later(self.hold, other.hold),
            handover: later(self.handover, other.handover),
            insolvent: later(self.insolvent, other.insolvent),
            released: self.released.max(other.released),
            returned: self.returned.max(other.returned),
            resolved: self.resolved.max(other.resolved),
        }
    }

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
        stages.position(|stage| *stage.name == *word)
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
