//! Prepayments: money dated before the invoice it names waits on account, and meets the invoice on its day.

use super::posting_state::{InvoiceAvailability, PostingState};
use super::state::prepayment_queue::IntendedAllocation;
use crate::journal::model::MovementKind;
use crate::value::money::Minor;
use chrono::NaiveDate;

impl PostingState<'_> {
    /// Lets money wait for the day of an invoice, unless that lies beyond the last day that counts.
    pub fn defer_prepayment(&mut self, day: NaiveDate, prepayment: IntendedAllocation) {
        if day > self.as_of() {
            return;
        }
        self.prepayments().push(day, prepayment);
    }

    /// Turns the page to a day: prepayments of invoices dated by then meet them, each on the day of its invoice.
    pub fn advance_to(&mut self, day: NaiveDate) {
        while let Some((date, prepayment)) = self.prepayments().pop_until(day) {
            self.set_today(date);
            self.allocate_prepayment(prepayment);
        }
        self.set_today(day);
    }

    fn allocate_prepayment(&mut self, meant: IntendedAllocation) {
        let from = meant.movement;
        let Some(owner) = self.account_key(&self.journal().movements[from]) else {
            return;
        };
        let money = meant.limit.min(self.accounts().remaining_of(owner, from));
        let is_credit = self.journal().movements[from].kind == MovementKind::Credit;
        if !(is_credit || money.is_positive())
            || self.check_availability(from, meant.invoice, meant.mention)
                != InvoiceAvailability::Now
        {
            return;
        }
        if money.is_positive() {
            let left = self.allocate_intended(meant, money);
            self.accounts().use_credits_of(owner, from, money - left);
        } else {
            // The customer got all of it before there was an invoice that it could lower.
            self.credit_notes()
                .record_credit_note(meant.invoice, from, Minor::ZERO);
        }
    }
}
