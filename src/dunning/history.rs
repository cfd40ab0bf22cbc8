//! What entries say about an invoice, or about all invoices of a customer: read in the order of their days, so that
//! the state before any entry is known as well as that at the end.

use super::concessions::DisputeStatus;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::value::channel::Channel;
use crate::value::index_vec::IndexVec;

/// A step that was done: by letters, by a `skip`, by a `handover`.
#[derive(Clone, Debug)]
pub struct StepCompletion<'j> {
    /// The name of the step.
    pub stage: &'j str,
    /// The entries that did it, in their order: each may be about other parts of an invoice.
    pub events: Vec<&'j Event>,
}

impl<'j> StepCompletion<'j> {
    /// Its entries, the latest first: its day starts the clocks.
    pub fn latest_first(&self) -> impl Iterator<Item = &'j Event> {
        self.events.iter().rev().copied()
    }
}

/// What entries say about one invoice, or about all invoices of one customer: of most kinds the latest.
#[derive(Clone, Debug, Default)]
pub struct DunningHistory<'j> {
    /// Steps that were done.
    pub completions: Vec<StepCompletion<'j>>,
    /// A promise; a newer one replaces it, and so does a plan.
    pub promise: Option<&'j Event>,
    /// The disputes in which something was conceded, and the last one, in their order; a newer one replaces one in which
    /// nothing was.
    pub disputes: Vec<DisputeStatus<'j>>,
    /// A plan that was agreed; a newer one replaces it.
    pub plan: Option<&'j Event>,
    /// A plan that nobody signed, offered since: it replaces none that was agreed (SPEC.md 10.4).
    pub offer: Option<&'j Event>,
    /// Less that is accepted as full; a newer one replaces it.
    pub settlement: Option<&'j Event>,
    /// Of the holds since the last release, the one that lasts longest.
    pub hold: Option<&'j Event>,
    /// The last release.
    pub release: Option<&'j Event>,
    /// A hand-over.
    pub handover: Option<&'j Event>,
    /// The last return.
    pub returned: Option<&'j Event>,
    /// The customer is insolvent.
    pub insolvency: Option<&'j Event>,
    /// The last call in which somebody was reached.
    pub last_call: Option<&'j Event>,
    /// The last call that nobody answered.
    pub last_missed_call: Option<&'j Event>,
}

impl<'j> DunningHistory<'j> {
    /// What some events say together, which stand in the order that counts.
    pub fn from_events(events: impl Iterator<Item = &'j Event>) -> Self {
        let mut history = Self::default();
        for event in events {
            history.record(event);
        }
        history
    }

    /// Reads one more entry.
    pub fn record(&mut self, event: &'j Event) {
        if let Some(stage) = event.completed_stage() {
            self.record_completion(stage, event);
        }
        match &event.details {
            EventDetails::Handover(_) => self.handover = Some(event),
            EventDetails::Return => self.returned = Some(event),
            EventDetails::Promise(_) => self.promise = Some(event),
            EventDetails::Dispute(_) => {
                self.disputes.retain(|it| it.concession().is_some());
                self.disputes.push(DisputeStatus {
                    dispute: event,
                    end: None,
                });
            }
            EventDetails::Resolve { .. } => {
                if let Some(last) = self.disputes.last_mut() {
                    last.end = Some(event);
                }
            }
            // A plan that was agreed replaces a promise made before it, and an offer; an offer replaces neither.
            EventDetails::Plan(_) if event.is_agreed_arrangement() => {
                self.plan = Some(event);
                self.offer = None;
                self.promise = None;
            }
            EventDetails::Plan(_) => self.offer = Some(event),
            EventDetails::Settle(_) => self.settlement = Some(event),
            EventDetails::Hold { .. } => self.hold = Some(self.longer_hold(event)),
            EventDetails::Release => self.release = Some(event),
            EventDetails::Insolvent => self.insolvency = self.insolvency.or(Some(event)),
            EventDetails::Contact(Channel::Phone, _) if event.is_failed_attempt() => {
                self.last_missed_call = Some(event);
            }
            EventDetails::Contact(Channel::Phone, _) => self.last_call = Some(event),
            EventDetails::Contact(
                Channel::Email | Channel::Post | Channel::Visit | Channel::Chat,
                _,
            )
            | EventDetails::Note
            | EventDetails::Agreed(_)
            | EventDetails::Delivered { .. }
            | EventDetails::Milestone(_)
            | EventDetails::Sent(_)
            | EventDetails::Skip(_) => {}
        }
    }

    fn record_completion(&mut self, stage: &'j str, event: &'j Event) {
        match self.completions.iter_mut().find(|done| done.stage == stage) {
            Some(done) => done.events.push(event),
            None => self.completions.push(StepCompletion {
                stage,
                events: vec![event],
            }),
        }
    }

    /// Of overlapping holds the one that lasts longest counts; what a release ended counts no more.
    fn longer_hold(&self, new: &'j Event) -> &'j Event {
        let old = self
            .hold
            .filter(|old| ending_event(old, self.release).is_none());
        match old {
            Some(old)
                if old.hold_until().is_none()
                    || (new.hold_until().is_some() && old.hold_until() > new.hold_until()) =>
            {
                old
            }
            _ => new,
        }
    }

    /// The plan that was agreed, and what was offered since.
    pub fn plans(&self) -> impl Iterator<Item = &'j Event> + use<'j> {
        self.plan.into_iter().chain(self.offer)
    }

    /// When a step was done, if it was.
    pub fn completion_of(&self, stage: &str) -> Option<&StepCompletion<'j>> {
        self.completions.iter().find(|done| done.stage == stage)
    }
}

/// The release or return that ends what began with an entry: the same day or later.
pub fn ending_event<'j>(began: &Event, end: Option<&'j Event>) -> Option<&'j Event> {
    end.filter(|end| end.date >= began.date && end.kind() != began.kind())
}

/// The histories of all invoices and customers, as far as events were read: for checks that go back in time.
#[derive(Debug)]
pub struct DunningHistories<'j> {
    invoices: IndexVec<InvoiceIx, Option<Box<DunningHistory<'j>>>>,
    customers: IndexVec<CustomerIx, Option<Box<DunningHistory<'j>>>>,
    empty_history: DunningHistory<'j>,
}

impl<'j> DunningHistories<'j> {
    /// No event read yet.
    pub fn empty(journal: &Journal) -> Self {
        Self {
            invoices: IndexVec::from_elem(None, journal.invoices.len()),
            customers: IndexVec::from_elem(None, journal.customers.len()),
            empty_history: DunningHistory::default(),
        }
    }

    /// Reads one more event.
    pub fn record(&mut self, event: &'j Event) {
        for invoice in event.invoices() {
            self.invoices[invoice].get_or_insert_default().record(event);
        }
        if let Some(customer) = event.whole_customer() {
            self.customers[customer]
                .get_or_insert_default()
                .record(event);
        }
    }

    /// What was said about an invoice by number.
    pub fn of_invoice(&self, invoice: InvoiceIx) -> &DunningHistory<'j> {
        self.invoices[invoice]
            .as_deref()
            .unwrap_or(&self.empty_history)
    }

    /// What was said about a customer as a whole.
    pub fn of_customer(&self, customer: Option<CustomerIx>) -> &DunningHistory<'j> {
        let history = customer.and_then(|customer| self.customers[customer].as_deref());
        history.unwrap_or(&self.empty_history)
    }
}
