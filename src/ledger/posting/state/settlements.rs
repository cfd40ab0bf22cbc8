//! Settlements: less accepted as full, once payments between two days reach the amount agreed.

use crate::journal::model::{InvoiceIx, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was agreed on an invoice, and what came in on it. A later agreement takes its place.
#[derive(Clone, Copy, Debug)]
pub struct SettlementTerms {
    /// The `settle` entry.
    pub movement: MovementIx,
    /// The first day whose payments count.
    pub first_day: NaiveDate,
    /// The last one; `None`: no last one.
    pub last_day: Option<NaiveDate>,
    /// How much is enough.
    pub amount: Minor,
    /// What came in.
    amount_received: Minor,
    /// Whether it was reached: then it has done its work, and charges claimed later are owed.
    is_reached: bool,
}

impl SettlementTerms {
    /// An agreement on which nothing came in yet.
    pub const fn new(
        movement: MovementIx,
        first_day: NaiveDate,
        last_day: Option<NaiveDate>,
        amount: Minor,
    ) -> Self {
        Self {
            movement,
            first_day,
            last_day,
            amount,
            amount_received: Minor::ZERO,
            is_reached: false,
        }
    }

    /// Whether a payment of this day counts.
    fn is_within_period(&self, dated: NaiveDate) -> bool {
        self.first_day <= dated && self.last_day.is_none_or(|by| dated <= by)
    }

    /// Takes off money of a day that was reversed, and says whether the rest still is enough.
    pub fn is_met_without(&mut self, dated: NaiveDate, money: Minor) -> bool {
        if self.is_within_period(dated) {
            self.amount_received -= money;
        }
        self.amount_received >= self.amount
    }
}

/// The settlement in force on each invoice, and what came in today on those that will have one.
#[derive(Debug, Default)]
pub struct Settlements {
    in_force: BTreeMap<InvoiceIx, SettlementTerms>,
    received_today: BTreeMap<InvoiceIx, (NaiveDate, Minor)>,
}

impl Settlements {
    /// Puts an agreement in force. Payments of its first day count already.
    pub fn agree(&mut self, invoice: InvoiceIx, mut terms: SettlementTerms) {
        let today = terms.first_day;
        if let Some((day, received)) = self.received_today.get(&invoice)
            && *day == today
            && terms.is_within_period(today)
        {
            terms.amount_received = *received;
        }
        self.in_force.insert(invoice, terms);
    }

    /// Counts money of today's entries, for an agreement of today that comes after them.
    pub fn count_today(&mut self, invoice: InvoiceIx, today: NaiveDate, used: Minor) {
        let (day, received) = self.received_today.entry(invoice).or_default();
        if *day != today {
            (*day, *received) = (today, Minor::ZERO);
        }
        *received += used;
    }

    /// Counts money of a day for the agreement in force, if that asks for it. Says whether it does.
    pub fn count_payment(&mut self, invoice: InvoiceIx, dated: NaiveDate, used: Minor) -> bool {
        let Some(terms) = self.in_force.get_mut(&invoice) else {
            return false;
        };
        let counts = terms.is_within_period(dated);
        if counts {
            terms.amount_received += used;
        }
        counts
    }

    /// The agreement on an invoice, if what came in reaches it for the first time now.
    pub fn take_reached(&mut self, invoice: InvoiceIx) -> Option<SettlementTerms> {
        let terms = self.in_force.get_mut(&invoice)?;
        if terms.is_reached || terms.amount_received < terms.amount {
            return None;
        }
        terms.is_reached = true;
        Some(*terms)
    }

    /// Takes off money of a day that was reversed.
    pub fn uncount_payment(&mut self, invoice: InvoiceIx, dated: NaiveDate, money: Minor) {
        if let Some(terms) = self.in_force.get_mut(&invoice)
            && terms.is_within_period(dated)
        {
            terms.is_reached &= terms.is_met_without(dated, money);
        }
    }

    /// Nothing is agreed on an invoice any more.
    pub fn forget(&mut self, invoice: InvoiceIx) {
        self.in_force.remove(&invoice);
    }
}
