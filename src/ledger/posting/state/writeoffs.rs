//! What was written off, and in which order it is recovered when money comes after all.

use crate::journal::model::{Component, InvoiceIx, ItemIx, Journal, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// In which turn what was given up is recovered: as it would have been settled, the first write-off first.
type RecoveryKey = (Component, (bool, Option<NaiveDate>, ItemIx), u32);

/// What was written off and is not recovered, by invoice.
#[derive(Debug, Default)]
pub struct Writeoffs {
    by_invoice: BTreeMap<InvoiceIx, UnrecoveredWriteoffs>,
}

/// What of an invoice was written off and is not recovered.
#[derive(Debug, Default)]
struct UnrecoveredWriteoffs {
    remaining: BTreeMap<RecoveryKey, (MovementIx, Minor)>,
    order: BTreeMap<MovementIx, u32>,
}

/// A part of a component of an item that was recovered.
#[derive(Clone, Copy, Debug)]
pub struct RecoveredPart {
    /// The write-off that it lessens.
    pub writeoff: MovementIx,
    /// The item.
    pub item: ItemIx,
    /// Which part of the invoice.
    pub component: Component,
    /// The amount in minor units.
    pub amount: Minor,
    /// Whether principal of the item is still given up after it.
    pub leaves_principal: bool,
}

impl Writeoffs {
    /// Notes that this much of an item was written off.
    pub fn record_writeoff(
        &mut self,
        journal: &Journal,
        writeoff: MovementIx,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        let invoice = journal.items[item].invoice;
        let given_up = self.by_invoice.entry(invoice).or_default();
        let count = u32::try_from(given_up.order.len()).unwrap_or(u32::MAX);
        let place = *given_up.order.entry(writeoff).or_insert(count);
        let turn = (component, journal.settlement_order(item), place);
        let entry = given_up
            .remaining
            .entry(turn)
            .or_insert((writeoff, Minor::ZERO));
        entry.1 += amount;
    }

    /// Recovers what was given up first of an invoice, with no more than this money; `None` where nothing is given up.
    pub fn recover_first(
        &mut self,
        journal: &Journal,
        invoice: InvoiceIx,
        money: Minor,
    ) -> Option<RecoveredPart> {
        let given_up = self.by_invoice.get_mut(&invoice)?;
        let mut first = given_up.remaining.first_entry()?;
        let (component, (.., item), _) = *first.key();
        let (writeoff, left) = first.get_mut();
        let (writeoff, amount) = (*writeoff, money.min(*left));
        *left -= amount;
        if left.is_zero() {
            first.remove();
        }
        Some(RecoveredPart {
            writeoff,
            item,
            component,
            amount,
            leaves_principal: given_up.has_principal_of(journal, item),
        })
    }

    /// Nothing of an invoice is written off any more.
    pub fn forget(&mut self, invoice: InvoiceIx) {
        self.by_invoice.remove(&invoice);
    }
}

impl UnrecoveredWriteoffs {
    fn has_principal_of(&self, journal: &Journal, item: ItemIx) -> bool {
        let order = journal.settlement_order(item);
        let from = |place| (Component::Principal, order, place);
        self.remaining
            .range(from(0)..=from(u32::MAX))
            .next()
            .is_some()
    }
}
