//! `filed`: a return that went to the tax office, and what stood in its boxes.

use super::resolver::Resolver;
use super::vat_filing::{FiledBox, VatFiling};
use crate::syntax::directive::filed::FiledEntry;
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::kinds::REPEATED;
use crate::text::diagnostic::Sink;
use crate::value::money::Money;
use chrono::NaiveDate;

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
