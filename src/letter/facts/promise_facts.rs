//! Promises of a customer that count on the day: a newer one about the same invoice replaced the older ones.

use super::invoice_facts::InvoiceFacts;
use super::letter_input::{LetterInput, keep_last_day};
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{Event, Journal};
use crate::letter::templates::variable_list::{VariableDef, amount, day};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A promise about invoices that are open.
pub struct PromiseFacts<'a, 'j> {
    /// The `sent` entry.
    pub event: &'j Event,
    /// What became of it by the day.
    pub outcome: PromiseOutcome,
    /// How much was promised: where an amount was named, and for invoices of this customer alone.
    pub amount: Option<Money>,
    /// What came in for it.
    pub received: Minor,
    /// The open items of its invoices.
    pub positions: Vec<&'a ItemPosition<'j>>,
    /// What is open of them, charges included.
    pub open: Minor,
    /// The currency of it all.
    pub currency: Currency,
}

impl PromiseFacts<'_, '_> {
    /// The last day it names.
    pub fn deadline(&self) -> Option<NaiveDate> {
        self.event.promise()?.deadline
    }

    /// How much was promised; all that is open where it names no amount.
    pub fn promised_amount(&self) -> Minor {
        self.amount
            .map_or(self.open + self.received, |named| named.minor)
    }

    /// What is missing of it: never more than is open.
    pub fn missing_amount(&self) -> Minor {
        (self.promised_amount() - self.received).min(self.open)
    }
}

/// The promises of a customer about what is open and ours to collect.
pub fn find_promises<'a, 'j>(input: &LetterInput<'a, 'j>) -> Vec<PromiseFacts<'a, 'j>> {
    let promises = input.group_by_entry(
        input.collectable_positions(),
        |position| input.dunning().history_of_invoice(position.invoice).promise,
        |_, event| event.origin,
    );
    promises
        .filter_map(|(event, positions)| build_promise_facts(input, event, positions))
        .collect()
}

fn build_promise_facts<'a, 'j>(
    input: &LetterInput<'a, 'j>,
    event: &'j Event,
    positions: Vec<&'a ItemPosition<'j>>,
) -> Option<PromiseFacts<'a, 'j>> {
    let currency = input.journal().invoices[positions.first()?.invoice].currency;
    let rules = &input.dunning().rules;
    let about = InvoiceFacts::new(*input, currency, positions);
    Some(PromiseFacts {
        event,
        amount: (event.promise())
            .and_then(|made| made.amount)
            .filter(|_| event.is_about_one_customer(input.journal())),
        outcome: rules.promise_outcome(event).0,
        received: rules.received_for_promise(event),
        open: input.dunning().amount_asked(&about.positions),
        positions: about.positions,
        currency,
    })
}

/// Promises that were made on one day, with all their invoices.
pub struct PromiseGroup<'a, 'j> {
    /// The promises.
    pub promises: Vec<PromiseFacts<'a, 'j>>,
    /// Their invoices.
    pub invoice_facts: InvoiceFacts<'a, 'j>,
}

impl<'a, 'j: 'a> PromiseGroup<'a, 'j> {
    /// When they were made.
    pub const MADE_ON: VariableDef<Self> = day(
        "promise_made",
        "10 februari 2026",
        "the day on which it was promised",
        Self::made_on,
    );

    /// What came in for them.
    pub const RECEIVED: VariableDef<Self> = amount(
        "promise_received",
        "€ 100,00",
        "what came in for it; empty where nothing did",
        |made| made.sum_over(|promise| promise.received),
    );

    /// Of some promises those of the last day, a group for each currency.
    pub fn from_last_day(
        input: &LetterInput<'a, 'j>,
        promises: Vec<PromiseFacts<'a, 'j>>,
    ) -> Vec<Self> {
        let mut by_currency: BTreeMap<Currency, Vec<PromiseFacts<'a, 'j>>> = BTreeMap::new();
        for promise in keep_last_day(promises, |promise| promise.event.date) {
            let group = by_currency.entry(promise.currency);
            group.or_default().push(promise);
        }
        let groups = by_currency.into_iter().map(|(currency, mut promises)| {
            promises.sort_by_key(|promise| promise_sort_key(input.journal(), promise));
            let positions = promises.iter().flat_map(|it| it.positions.clone());
            Self {
                invoice_facts: InvoiceFacts::new(*input, currency, positions.collect()),
                promises,
            }
        });
        groups.collect()
    }

    /// The day they were made.
    fn made_on(&self) -> Option<NaiveDate> {
        Some(self.promises.first()?.event.date)
    }

    /// The last day to pay, where all name the same.
    pub fn common_deadline(&self) -> Option<NaiveDate> {
        let first = self.promises.first()?.deadline();
        let same = self
            .promises
            .iter()
            .all(|promise| promise.deadline() == first);
        first.filter(|_| same)
    }

    /// A sum over them.
    pub fn sum_over(&self, of: impl Fn(&PromiseFacts<'a, 'j>) -> Minor) -> Minor {
        self.promises.iter().map(of).sum()
    }
}

fn promise_sort_key<'j>(
    journal: &'j Journal,
    promise: &PromiseFacts<'_, 'j>,
) -> (Option<NaiveDate>, &'j str) {
    let invoice = promise.event.invoice;
    (
        promise.deadline(),
        invoice.map_or("", |invoice| journal.invoice_no(invoice)),
    )
}
