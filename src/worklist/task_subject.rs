//! What a task is about: invoices, an amount, and how late it is.

use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::journal::model::InvoiceIx;
use crate::value::calendar::days_between;
use crate::value::money::{Minor, Money};
use std::collections::BTreeSet;

/// What a letter or a call is about.
#[derive(Debug)]
pub struct TaskSubject {
    /// Its invoices, the one due first before the others.
    pub invoices: Vec<InvoiceIx>,
    /// What may be asked: principal that is not disputed, and what is claimed beside it.
    pub amount: Money,
    /// How late the item due first is.
    pub days: i64,
}

impl TaskSubject {
    /// What some positions of one customer and currency are about.
    pub fn from_positions(dunning: &DunningState<'_>, group: &[&ItemPosition<'_>]) -> Self {
        let mut items: Vec<_> = group
            .iter()
            .map(|position| (dunning.journal.items[position.item].due, position))
            .collect();
        items.sort_by_key(|(due, position)| {
            (
                due.is_none(),
                *due,
                dunning.journal.invoice_no(position.invoice),
            )
        });
        let days = items
            .first()
            .and_then(|(due, _)| *due)
            .map_or(0, |due| days_between(due, dunning.as_of()));
        let mut invoices: Vec<InvoiceIx> = Vec::new();
        let mut known = BTreeSet::new();
        let mut sum = Minor::ZERO;
        let mut currency = dunning.journal.currency;
        for (_, position) in items {
            sum += dunning.ledger.items[position.item].open.into();
            currency = dunning.journal.invoices[position.invoice].currency;
            if known.insert(position.invoice) {
                sum +=
                    dunning.charges_on(position.invoice) - position.disputed_part(dunning.as_of());
                invoices.push(position.invoice);
            }
        }
        Self {
            invoices,
            amount: Money::new(sum, currency),
            days,
        }
    }
}
