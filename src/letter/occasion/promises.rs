//! Promises of a customer that count on the day: a newer one about the same invoice replaced the older ones.

use super::about::About;
use super::view::{View, of_the_last_day};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{Event, Journal};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A promise about invoices that are open.
pub struct Promise<'a, 'j> {
    /// The entry.
    pub event: &'j Event,
    /// What became of it by the day.
    pub fate: PromiseOutcome,
    /// What came in for it.
    pub received: Minor,
    /// The open items of its invoices.
    pub positions: Vec<&'a ItemPosition<'j>>,
    /// What is open of them, charges included.
    pub open: Minor,
    /// The currency of it all.
    pub currency: Currency,
}

impl Promise<'_, '_> {
    /// The last day it names.
    pub fn by(&self) -> Option<NaiveDate> {
        self.event.promise()?.deadline
    }

    /// How much was promised; all that is open where it names no amount.
    pub fn amount(&self) -> Minor {
        let named = self.event.promise().and_then(|made| made.amount);
        named.map_or(self.open + self.received, |named| named.minor)
    }

    /// What is missing of it: never more than is open.
    pub fn missing(&self) -> Minor {
        (self.amount() - self.received).min(self.open)
    }
}

/// The promises of a customer about what is open and ours to collect.
pub fn promises<'a, 'j>(view: &View<'a, 'j>) -> Vec<Promise<'a, 'j>> {
    let mut made: BTreeMap<_, (&'j Event, Vec<&'a ItemPosition<'j>>)> = BTreeMap::new();
    for position in view.ours() {
        let track = view.dunning.histories.of_invoice(position.invoice);
        if let Some(event) = track.promise.filter(|event| view.wants(event)) {
            let entry = made.entry(event.origin).or_insert((event, Vec::new()));
            entry.1.push(position);
        }
    }
    let made = made.into_values();
    made.filter_map(|(event, positions)| promise(view, event, positions))
        .collect()
}

fn promise<'a, 'j>(
    view: &View<'a, 'j>,
    event: &'j Event,
    positions: Vec<&'a ItemPosition<'j>>,
) -> Option<Promise<'a, 'j>> {
    let currency = view.journal().invoices[positions.first()?.invoice].currency;
    let (fate, received) = view.dunning.rules.promise_outcome(event);
    let about = About::of(*view, currency, positions);
    Some(Promise {
        event,
        fate,
        received,
        open: about.open() + about.charges(),
        positions: about.positions,
        currency,
    })
}

/// Promises that were made on one day, with all their invoices.
pub struct Made<'a, 'j> {
    /// Them.
    pub promises: Vec<Promise<'a, 'j>>,
    /// Their invoices.
    pub about: About<'a, 'j>,
}

impl<'a, 'j> Made<'a, 'j> {
    /// Of some promises those of the last day, a group for each currency.
    pub fn last(view: &View<'a, 'j>, promises: Vec<Promise<'a, 'j>>) -> Vec<Self> {
        let mut apart: BTreeMap<Currency, Vec<Promise<'a, 'j>>> = BTreeMap::new();
        for promise in of_the_last_day(promises, |promise| promise.event.date) {
            apart.entry(promise.currency).or_default().push(promise);
        }
        let apart = apart.into_iter();
        apart
            .map(|(currency, mut promises)| {
                promises.sort_by_key(|promise| first_number(view.journal(), promise));
                let positions = promises
                    .iter()
                    .flat_map(|promise| promise.positions.clone());
                let about = About::of(*view, currency, positions.collect());
                Self { promises, about }
            })
            .collect()
    }

    /// The day they were made.
    pub fn day(&self) -> Option<NaiveDate> {
        Some(self.promises.first()?.event.date)
    }

    /// The last day to pay, where all name the same.
    pub fn by(&self) -> Option<NaiveDate> {
        let first = self.promises.first()?.by();
        let same = self.promises.iter().all(|promise| promise.by() == first);
        first.filter(|_| same)
    }

    /// A sum over them.
    pub fn sum(&self, of: impl Fn(&Promise<'a, 'j>) -> Minor) -> Minor {
        self.promises.iter().map(of).sum()
    }
}

fn first_number<'j>(
    journal: &'j Journal,
    promise: &Promise<'_, 'j>,
) -> (Option<NaiveDate>, &'j str) {
    let invoice = promise.event.invoice;
    (
        promise.by(),
        invoice.map_or("", |invoice| journal.invoice_no(invoice)),
    )
}
