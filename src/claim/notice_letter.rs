//! A fourteen-day letter that later ones could have been one demand with.

use super::model::ClaimError;
use crate::journal::model::{InvoiceIx, ItemIx};
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// A letter, and what stood in it when its term was over.
#[derive(Clone, Debug)]
pub struct NoticeLetter {
    /// The day it went out.
    pub sent_on: NaiveDate,
    /// Its entry.
    pub origin: Origin,
    /// The invoices of which it was the first to ask something.
    pub parts: Vec<NoticePart>,
}

/// An invoice of which a letter was the first to ask something.
#[derive(Clone, Debug)]
pub struct NoticePart {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The parts of it that the letter asked.
    pub items: Vec<ItemIx>,
    /// The principal that was left at the end of its term; or why it cannot be reckoned.
    pub left: Result<Minor, ClaimError>,
}
