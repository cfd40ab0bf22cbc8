//! Prepayments that wait for the day of their invoice.

use super::invoice_mention::InvoiceMention;
use crate::journal::model::{InvoiceIx, MovementIx};
use crate::ledger::model::AllocationRule;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Prepayments by the day of their invoice, then in the order they came in.
#[derive(Debug, Default)]
pub struct PrepaymentQueue {
    by_invoice_day: BTreeMap<(NaiveDate, u32), IntendedAllocation>,
    count: u32,
}

/// Money that its entry means for one invoice.
#[derive(Clone, Copy, Debug)]
pub struct IntendedAllocation {
    /// The payment or credit note.
    pub movement: MovementIx,
    /// What it names.
    pub invoice: InvoiceIx,
    /// Where it names it.
    pub mention: InvoiceMention,
    /// How it names it.
    pub rule: AllocationRule,
    /// No more than this is meant for it.
    pub limit: Minor,
}

impl PrepaymentQueue {
    /// Lets money wait for an invoice of this day.
    pub fn push(&mut self, day: NaiveDate, prepayment: IntendedAllocation) {
        self.by_invoice_day.insert((day, self.count), prepayment);
        self.count = self.count.saturating_add(1);
    }

    /// Takes out the first prepayment whose invoice is dated by a day, with that date.
    pub fn pop_until(&mut self, day: NaiveDate) -> Option<(NaiveDate, IntendedAllocation)> {
        let first = self.by_invoice_day.first_entry()?;
        let (date, _) = *first.key();
        (date <= day).then(|| (date, first.remove()))
    }
}
