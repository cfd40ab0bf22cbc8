//! A receipt that is expected: how much, when and why.

use super::median::HalfDays;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, ItemIx};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The receipt expected for an open item, or for a part of it.
#[derive(Clone, Copy, Debug)]
pub struct ExpectedReceipt<'j> {
    /// The customer who owes it; `None` where the journal does not say.
    pub customer: Option<CustomerIx>,
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// Which.
    pub item: ItemIx,
    /// The amount in minor units: principal, and on the first open item of an invoice its charges.
    pub amount: Minor,
    /// When it is expected.
    pub timing: ReceiptTiming,
    /// Why it is expected then.
    pub reason: ForecastReason<'j>,
}

/// When an amount is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReceiptTiming {
    /// On this day.
    On(NaiveDate),
    /// Nobody can say.
    Unknown,
    /// The customer disputes it.
    Disputed,
    /// The customer was right, and a credit note follows: it is not expected at all.
    Conceded,
    /// The business decided to wait.
    Held,
    /// Somebody else collects it.
    HandedOver,
    /// The customer is insolvent.
    Insolvent,
}

/// Why an amount is expected on a day, or on none.
#[derive(Clone, Copy, Debug)]
pub enum ForecastReason<'j> {
    /// The customer promised to pay then.
    Promise(&'j Event),
    /// An instalment of a plan is due then.
    Plan(&'j Event),
    /// An instalment of a plan was due, and did not come.
    MissedPart(&'j Event),
    /// It is not later than this customer usually is.
    UsualDays {
        /// The median of the customer's days late.
        days: HalfDays,
        /// The number of settled items behind the median.
        items: usize,
    },
    /// It is late, and the customer settled items that had become as late or later.
    UsualWhenLate {
        /// The median days late of those items.
        days: HalfDays,
        /// The number of those items.
        items: usize,
    },
    /// It is not late, and too little is known of the customer, so the due date is used.
    DueDate,
    /// It is late, and too little is known of the customer.
    TooFew,
    /// It is later than nearly all items that the customer ever settled.
    TooLate {
        /// The number of items that were settled as late or later.
        items: usize,
        /// The number of all settled items.
        settled_items: usize,
    },
    /// The customer promised to pay and did not; nothing else gives a day.
    BrokenPromise(&'j Event),
    /// It has no due date yet.
    NoDueDate,
    /// An event holds it: a dispute, a hold, a handover or an insolvency.
    Hold(&'j Event),
}
