//! What went before a letter: what was sent and said about its invoices, why they are not paid, promises broken.

use crate::day::Day;
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::part_letters::PartsOfEntries;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, ItemIx};
use crate::value::channel::Channel;
use crate::value::money::{Minor, Money};
use crate::value::vocabulary::NonPaymentReason;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many attempts are listed: the latest of them.
const MAX_ATTEMPTS: usize = 10;

/// A promise that was broken.
#[derive(Clone, Copy, Debug)]
pub struct BrokenPromise<'j> {
    /// The `promise` entry.
    pub event: &'j Event,
    /// The day on which it was made.
    pub made_on: NaiveDate,
    /// The day by which it was to be kept.
    pub by: NaiveDate,
    /// What was promised, where an amount was named, and for invoices of this customer alone.
    pub amount: Option<Money>,
    /// What was received for it.
    pub received: Minor,
}

/// What was sent to a customer and said about some of their invoices, the oldest first.
#[derive(Clone, Copy)]
pub struct ContactHistory<'a, 'j> {
    /// What is known on the day.
    pub day: &'a Day<'j>,
    /// With whom.
    pub customer: CustomerIx,
    /// About what.
    pub invoices: &'a BTreeSet<InvoiceIx>,
}

impl<'j> ContactHistory<'_, 'j> {
    fn names_invoice(&self, event: &Event) -> bool {
        event.invoices().any(|named| self.invoices.contains(&named))
    }

    /// The entries that name one of the invoices.
    fn about_invoices(&self) -> impl DoubleEndedIterator<Item = &'j Event> {
        let events = self.day.history().of_customer(self.customer);
        events.filter(|event| self.names_invoice(event))
    }

    /// Whether it is a letter of the day itself: the one that is printed again does not stand under what went before it.
    fn is_letter_of_the_day(&self, event: &Event) -> bool {
        event.is_letter() && event.date == self.day.as_of()
    }

    /// Why the invoices are not paid: the last reason that was given about each of them, or about none in particular
    /// since its date. `None` where they are not all the same: a letter says it of all of them. That money is short is
    /// said of the customer, and may have been said about one of them.
    pub fn stated_reason(&self) -> Option<NonPaymentReason> {
        let reasons = self.invoices.iter().map(|invoice| self.reason_of(*invoice));
        let reasons: Vec<_> = reasons.collect();
        let told = reasons.iter().flatten().max_by_key(|(order, _)| *order);
        let (_, last) = *told?;
        let is_common = reasons
            .iter()
            .all(|reason| reason.is_some_and(|(_, reason)| reason == last));
        (is_common || last == NonPaymentReason::Cashflow).then_some(last)
    }

    /// Whether the customer spoke with us about one of them, promised to pay, agreed on a plan, or objected: then it did
    /// not escape attention.
    pub fn was_spoken_about(&self) -> bool {
        self.about_invoices().any(|event| match event.details {
            EventDetails::Promise(_) | EventDetails::Dispute(_) | EventDetails::Settle(_) => true,
            EventDetails::Plan(_) => event.is_agreed_arrangement(),
            EventDetails::Contact(Channel::Phone | Channel::Visit | Channel::Chat, _) => {
                event.has_reached_customer() && !event.may_lie_ahead(self.day.as_of())
            }
            _ => false,
        })
    }

    /// The last reason about one invoice, with its day.
    fn reason_of(&self, invoice: InvoiceIx) -> Option<(NaiveDate, NonPaymentReason)> {
        let since = self.day.journal.invoices[invoice].date;
        let latest_first = self.day.history().of_customer(self.customer).rev();
        let mut about = latest_first.filter(|event| {
            event.invoices().any(|named| named == invoice)
                || (event.invoice.is_none() && event.date >= since)
        });
        about.find_map(|event| Some((event.date, event.contact.reason?)))
    }

    /// Letters that arrived, calls, visits and promises about the invoices, in the order of the journal; the last of them.
    pub fn collection_attempts(&self) -> Vec<&'j Event> {
        let attempts = self.about_invoices();
        let mut all: Vec<&Event> = attempts
            .filter(|event| event.is_collection_attempt(self.day.as_of()))
            .filter(|event| !self.is_letter_of_the_day(event))
            .collect();
        all.sort_by_key(|event| (event.date, event.origin));
        let surplus = all.len().saturating_sub(MAX_ATTEMPTS);
        all.drain(..surplus);
        all
    }

    /// How many letters of a step asked all of some items after their due dates, and the day of the last. A letter that one
    /// of them was not in is none: what is said of it is said of them all.
    pub fn earlier_letters(&self, items: &[ItemIx]) -> (usize, Option<NaiveDate>) {
        let journal = self.day.journal;
        let (dunning, rules) = (self.day.dunning(), self.day.ladder_rules());
        let parts = self.invoices.iter().map(|invoice| {
            let own = dunning.history_of_invoice(*invoice);
            (*invoice, rules.parts_of_entries(*invoice, &own))
        });
        let parts: BTreeMap<InvoiceIx, PartsOfEntries> = parts.collect();
        let covers_all = |event: &&Event| {
            items.iter().all(|item| {
                let record = &journal.items[*item];
                let asked = parts.get(&record.invoice);
                let asked = asked.and_then(|parts| parts.of_entry(event));
                event.invoices().any(|named| named == record.invoice)
                    && record.due.is_some_and(|due| due < event.date)
                    && asked.is_none_or(|asked| asked.contains(item))
            })
        };
        let letters = self
            .about_invoices()
            .filter(|event| event.is_delivered_letter() && !self.is_letter_of_the_day(event));
        let sent: Vec<NaiveDate> = letters.filter(covers_all).map(|event| event.date).collect();
        (sent.len(), sent.last().copied())
    }

    /// The last arrangement about one of the invoices, where it is a promise that was broken. A plan that was agreed
    /// after it replaced it (SPEC.md 10.1).
    pub fn broken_promise(&self) -> Option<BrokenPromise<'j>> {
        let mut latest_first = self.about_invoices().rev();
        let last = latest_first.find(|event| event.is_agreed_arrangement())?;
        let promise = last.promise()?;
        let rules = self.day.ladder_rules();
        match rules.promise_outcome(last).0 {
            PromiseOutcome::Broken(_) => Some(BrokenPromise {
                event: last,
                made_on: last.date,
                by: promise.deadline?,
                amount: promise
                    .amount
                    .filter(|_| last.is_about_one_customer(self.day.journal)),
                received: rules.received_for_promise(last),
            }),
            _ => None,
        }
    }
}
