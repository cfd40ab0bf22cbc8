//! Prepayments: money dated before the invoice it names waits on account, and meets the invoice on its day.

use super::books::{Books, Fit, Naming};
use super::model::Rule;
use crate::journal::model::{InvoiceIx, MovementIx, MovementKind};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Prepayments by the day of their invoice, then in the order they came in.
#[derive(Debug, Default)]
pub struct Waiting {
    queue: BTreeMap<(NaiveDate, u32), Prepayment>,
    count: u32,
}

/// Money that waits for one invoice.
#[derive(Clone, Copy, Debug)]
pub struct Prepayment {
    /// The payment or credit note.
    pub from: MovementIx,
    /// What it names.
    pub invoice: InvoiceIx,
    /// Where it names it.
    pub naming: Naming,
    /// How it names it.
    pub rule: Rule,
    /// No more than this is meant for it.
    pub limit: Minor,
}

impl Books<'_> {
    /// Lets money wait for the day of an invoice, unless that lies beyond the last day that counts.
    pub fn wait_for(&mut self, day: NaiveDate, prepayment: Prepayment) {
        if day > self.as_of {
            return;
        }
        let waiting = &mut self.waiting;
        waiting.queue.insert((day, waiting.count), prepayment);
        waiting.count = waiting.count.saturating_add(1);
    }

    /// Turns the page to a day: prepayments of invoices dated by then meet them, each on the day of its invoice.
    pub fn turn_to(&mut self, day: NaiveDate) {
        while let Some(first) = self.waiting.queue.first_entry() {
            let (date, _) = *first.key();
            if date > day {
                break;
            }
            let prepayment = first.remove();
            self.today = date;
            self.meet_invoice(prepayment);
        }
        self.today = day;
    }

    fn meet_invoice(&mut self, prepayment: Prepayment) {
        let Prepayment {
            from,
            invoice,
            naming,
            rule,
            limit,
        } = prepayment;
        let movement = &self.journal.movements[from];
        let Some(owner) = self.owner(movement) else {
            return;
        };
        let money = limit.min(self.accounts.left_of(owner, from));
        if !money.is_positive() || self.fit(from, invoice, naming) != Fit::Now {
            return;
        }
        let left = if movement.kind == MovementKind::Credit {
            self.lower_by_credit(from, invoice, money)
        } else {
            self.settle(self.act(from, rule), invoice, money)
        };
        self.accounts.take_of(owner, from, money - left);
    }
}
