//! What fourteen-day letters asked of invoices, where that was not all that was late. Those who follow the ladder and what
//! was said about an invoice work it out (`dunning/letter_scopes.rs`) and hand it in.

use crate::journal::model::{Event, InvoiceIx, ItemIx, Journal};
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a letter asked of an invoice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterScope {
    /// The parts of the invoice that it asked; `None`: all that were late on its day.
    pub parts: Option<Vec<ItemIx>>,
    /// What it asked of their principal; `None`: all that was open.
    pub asked: Option<Minor>,
}

impl LetterScope {
    /// Whether it asked a part.
    pub fn has_part(&self, item: ItemIx) -> bool {
        let parts = self.parts.as_ref();
        parts.is_none_or(|parts| parts.contains(&item))
    }

    /// The parts of an invoice that it asked: of those that were late on its day.
    pub fn late_items(&self, journal: &Journal, invoice: InvoiceIx, day: NaiveDate) -> Vec<ItemIx> {
        let items = journal.items_of(invoice).filter(|item| {
            let due = journal.items[*item].due;
            self.has_part(*item) && due.is_some_and(|due| due < day)
        });
        items.collect()
    }
}

/// What letters asked of invoices; of others all that was late.
#[derive(Clone, Debug, Default)]
pub struct LetterScopes(BTreeMap<(Origin, InvoiceIx), LetterScope>);

impl LetterScopes {
    /// Of some letters and invoices.
    pub const fn new(scopes: BTreeMap<(Origin, InvoiceIx), LetterScope>) -> Self {
        Self(scopes)
    }

    /// What a letter asked of an invoice; `None`: all that was late.
    pub fn of_letter(&self, sent: &Event, invoice: InvoiceIx) -> Option<&LetterScope> {
        self.0.get(&(sent.origin, invoice))
    }
}
