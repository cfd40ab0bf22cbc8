//! Prepayments: money dated before the invoice it names waits on account, and meets the invoice on its day.

use super::model::AllocationRule;
use super::posting_state::{InvoiceAvailability, InvoiceMention, PostingState};
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Prepayments by the day of their invoice, then in the order they came in.
#[derive(Debug, Default)]
pub struct PrepaymentQueue {
    by_invoice_day: BTreeMap<(NaiveDate, u32), Prepayment>,
    count: u32,
}

/// Money that waits for one invoice.
#[derive(Clone, Copy, Debug)]
pub struct Prepayment {
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

impl PostingState<'_> {
    /// Lets money wait for the day of an invoice, unless that lies beyond the last day that counts.
    pub fn defer_prepayment(&mut self, day: NaiveDate, prepayment: Prepayment) {
        if day > self.as_of {
            return;
        }
        let waiting = &mut self.prepayments;
        waiting
            .by_invoice_day
            .insert((day, waiting.count), prepayment);
        waiting.count = waiting.count.saturating_add(1);
    }

    /// Turns the page to a day: prepayments of invoices dated by then meet them, each on the day of its invoice.
    pub fn advance_to(&mut self, day: NaiveDate) {
        while let Some(first) = self.prepayments.by_invoice_day.first_entry() {
            let (date, _) = *first.key();
            if date > day {
                break;
            }
            let prepayment = first.remove();
            self.today = date;
            self.allocate_prepayment(prepayment);
        }
        self.today = day;
    }

    fn allocate_prepayment(&mut self, prepayment: Prepayment) {
        let Prepayment {
            movement: from,
            invoice,
            mention: naming,
            rule,
            limit,
        } = prepayment;
        let movement = &self.journal.movements[from];
        let Some(owner) = self.account_key(movement) else {
            return;
        };
        let money = limit.min(self.accounts.remaining_of(owner, from));
        if !money.is_positive()
            || self.check_availability(from, invoice, naming) != InvoiceAvailability::Now
        {
            return;
        }
        let left = if movement.kind == MovementKind::Credit {
            self.lower_by_credit(from, invoice, money)
        } else {
            self.allocate_to_invoice(self.allocation_source(from, rule), invoice, money)
        };
        self.accounts.use_credits_of(owner, from, money - left);
    }
}
