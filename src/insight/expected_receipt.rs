//! A receipt that is expected: how much, when and why.

use super::median::HalfDays;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, ItemIx};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// What is expected of an open item, or of a part of it.
#[derive(Clone, Copy, Debug)]
pub struct ExpectedReceipt<'j> {
    /// Whose.
    pub customer: Option<CustomerIx>,
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// Which.
    pub item: ItemIx,
    /// How much: principal, and on the first open item of an invoice its charges.
    pub amount: Minor,
    /// When it is expected.
    pub timing: ReceiptTiming,
    /// Why then.
    pub reason: ForecastReason<'j>,
}

/// When something is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReceiptTiming {
    /// On this day.
    On(NaiveDate),
    /// Nobody can say.
    Unknown,
    /// The customer disputes it.
    Disputed,
    /// We decided to wait.
    Held,
    /// Somebody else collects it.
    HandedOver,
    /// The customer is insolvent.
    Insolvent,
}

/// Why something is expected on a day, or is not.
#[derive(Clone, Copy, Debug)]
pub enum ForecastReason<'j> {
    /// The customer promised.
    Promise(&'j Event),
    /// A term of a plan.
    Plan(&'j Event),
    /// It is not later yet than this customer usually is.
    UsualDays {
        /// The median of his days late.
        days: HalfDays,
        /// Of so many settled items.
        items: usize,
    },
    /// It is late, and so many of his were as late or later before they were settled.
    UsualWhenLate {
        /// The median of their days late.
        days: HalfDays,
        /// How many they are.
        items: usize,
    },
    /// It is not late, and too little is known of the customer: the day it is due.
    DueDate,
    /// It is late, and too little is known of the customer.
    TooFew,
    /// It is later than nearly all he ever settled.
    TooLate {
        /// So many of his were as late or later before they were settled.
        items: usize,
        /// Of so many.
        settled_items: usize,
    },
    /// The customer promised it and did not keep his word; nothing else tells.
    BrokenPromise(&'j Event),
    /// It has no due date yet.
    NoDueDate,
    /// An entry holds it: a dispute, a hold, a handover, an insolvency.
    Hold(&'j Event),
}
