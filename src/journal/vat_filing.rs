//! Returns that went to the tax office (SPEC.md 6.27).

use super::resolver::Resolver;
use crate::syntax::directive::filed::FiledEntry;
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::kinds::REPEATED;
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::money::Money;
use crate::value::period::Period;
use chrono::NaiveDate;

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

/// Takes down a filed return.
pub fn resolve(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: &FiledEntry<'_>,
    date: NaiveDate,
    sink: &mut Sink,
) {
    let mut boxes: Vec<FiledBox> = Vec::new();
    for line in &node.boxes {
        if boxes.iter().any(|known| &*known.name == line.name.node) {
            let found = format!("expected each box once, found {} again", line.name.node);
            let repeated = REPEATED.at(line.name.span, found);
            sink.push(repeated.help("a box has one amount, and one of VAT"));
            continue;
        }
        boxes.push(FiledBox {
            name: line.name.node.into(),
            net: line.net.into(),
            vat: line.vat.map(Money::from),
        });
    }
    resolver.journal.vat_filings.push(VatFiling {
        date,
        period: node.period,
        boxes,
        origin: fields.entry.span.origin(),
    });
}
