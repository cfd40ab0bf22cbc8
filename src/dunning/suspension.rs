//! Work that was stopped until it is paid (SPEC.md 11.8): a state of the customer, from the letter that announced it until
//! its invoices are paid or the customer is released.

use crate::journal::event_details::EventDetails;
use crate::journal::history::EventHistory;
use crate::journal::ladder::SUSPENSION_STAGE;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal, NumberUse};
use crate::ledger::model::Ledger;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A suspension that was announced.
#[derive(Clone, Copy, Debug)]
pub struct Suspension<'j> {
    /// The letter that announced it.
    pub letter: &'j Event,
    /// With whom.
    pub customer: CustomerIx,
    /// The day on which the last of its invoices was closed; `None` while something is open.
    pub paid_on: Option<NaiveDate>,
    /// The day of the `release` that ended it; `None` without one.
    pub released_on: Option<NaiveDate>,
}

impl Suspension<'_> {
    /// Whether it stands on a day.
    pub fn is_active_on(&self, on: NaiveDate) -> bool {
        let ends = [self.paid_on, self.released_on];
        self.letter.date <= on && ends.iter().flatten().all(|end| on < *end)
    }

    /// Invoices of the customer that were written while it stood, in the order of the journal.
    pub fn invoices_meanwhile(&self, journal: &Journal) -> Vec<InvoiceIx> {
        let own: BTreeSet<InvoiceIx> = self.letter.invoices().collect();
        let written = journal.invoices.iter().filter(|(ix, invoice)| {
            invoice.customer == Some(self.customer)
                && invoice.number_use == NumberUse::Invoice
                && self.is_active_on(invoice.date)
                && !own.contains(ix)
        });
        written.map(|(ix, _)| ix).collect()
    }
}

/// Every suspension that was announced up to the day of the ledger, in the order of its letters.
pub fn find_suspensions<'j>(
    journal: &'j Journal,
    ledger: &Ledger,
    history: &EventHistory<'j>,
) -> Vec<Suspension<'j>> {
    let names = names_of_suspension(journal);
    let letters = history.events().filter(|event| {
        let letter = event.sent_letter().filter(|letter| !letter.bounced);
        letter.is_some_and(|letter| names.contains(&*letter.stage))
    });
    let build = |letter: &'j Event| {
        let customer = letter.customer?;
        let releases = history.of_customer(customer).filter(|event| {
            let own = || {
                event
                    .invoices()
                    .any(|it| letter.invoices().any(|own| own == it))
            };
            matches!(event.details, EventDetails::Release)
                && event.date >= letter.date
                && (event.invoice.is_none() || own())
        });
        Some(Suspension {
            letter,
            customer,
            paid_on: day_closed(journal, ledger, letter),
            released_on: releases.map(|event| event.date).min(),
        })
    };
    letters.filter_map(build).collect()
}

/// The steps whose letter stops the work: `suspension`, and steps of one's own that have its letter.
fn names_of_suspension(journal: &Journal) -> BTreeSet<&str> {
    let stages = journal
        .policies
        .iter()
        .flat_map(|(_, policy)| policy.ladder());
    let own = stages.filter(|stage| stage.letter.as_deref() == Some(SUSPENSION_STAGE));
    let names = own.map(|stage| &*stage.name);
    names.chain(std::iter::once(SUSPENSION_STAGE)).collect()
}

/// The day on which the last invoice of a letter was closed, where all are.
fn day_closed(journal: &Journal, ledger: &Ledger, letter: &Event) -> Option<NaiveDate> {
    let items = letter
        .invoices()
        .flat_map(|invoice| journal.items_of(invoice));
    let mut last = None;
    for item in items {
        last = last.max(Some(ledger.items[item].closed?));
    }
    last
}
