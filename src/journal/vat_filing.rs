//! Returns that went to the tax office (SPEC.md 6.26).

use crate::text::include_table::IncludeTable;
use crate::text::span::Origin;
use crate::value::money::Money;
use crate::value::period::Period;
use chrono::NaiveDate;
use std::cmp::Ordering;

/// A return that was filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VatFiling {
    /// The day on which it was filed.
    pub date: NaiveDate,
    /// The period that it is about.
    pub period: Period,
    /// What stood in its boxes; empty where the entry does not say.
    pub boxes: Vec<FiledBox>,
    /// Where it stands.
    pub origin: Origin,
}

/// What stood in a box of a return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledBox {
    /// The name of the box, such as `1a`.
    pub name: Box<str>,
    /// The amount without VAT.
    pub net: Money,
    /// The VAT; `None` where the box has none.
    pub vat: Option<Money>,
}

impl VatFiling {
    /// Whether the line stands before an entry, each `include` followed where it stands: the entry was written after the
    /// return had gone.
    pub fn stands_before(&self, includes: &IncludeTable, entry: Origin) -> bool {
        includes.compare(self.origin, entry) == Ordering::Less
    }
}
