//! Payments whose reference names an invoice: by its number, or by a reference that checks itself (ISO 11649).

use super::model::{Invoice, InvoiceIx, Journal, MovementIx, NumberUse};
use crate::value::payment_reference::{find_creditor_references, reference_body};
use std::collections::{BTreeMap, BTreeSet};

/// A payment whose reference names exactly one invoice is kept from being spread over others. Invoices written
/// later do not count: what they change, they change from their own day on.
pub fn match_payment_references(journal: &mut Journal, references: Vec<(MovementIx, Box<str>)>) {
    let structured = index_creditor_references(journal, &references);
    for (payment, reference) in references {
        let day = journal.movements[payment].date;
        let known =
            |invoice: &Invoice| invoice.number_use == NumberUse::Invoice && invoice.date <= day;
        let numbers = reference
            .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
            .filter_map(|word| {
                journal
                    .invoice_numbers
                    .index_of(word.trim_start_matches('#'))
            });
        let checked = find_creditor_references(&reference);
        let checked = checked.iter().filter_map(|found| structured.get(found));
        let mut named = numbers
            .chain(checked.flatten().copied())
            .filter(|number: &InvoiceIx| known(&journal.invoices[*number]));
        let first = named.next();
        if named.all(|other| Some(other) == first) && first.is_some() {
            let more = journal.movements[payment].extra.get_or_insert_default();
            more.referenced_invoice = first;
        }
    }
}

/// The invoices of the references that check themselves and that payments carry: few do, so that the numbers of all
/// invoices are looked at only then.
fn index_creditor_references(
    journal: &Journal,
    references: &[(MovementIx, Box<str>)],
) -> BTreeMap<String, Vec<InvoiceIx>> {
    let carried = references.iter();
    let carried: BTreeSet<String> = carried
        .flat_map(|(_, words)| find_creditor_references(words))
        .collect();
    let mut found: BTreeMap<String, Vec<InvoiceIx>> = BTreeMap::new();
    if carried.is_empty() {
        return found;
    }
    for (invoice, words) in &journal.references {
        for reference in find_creditor_references(words) {
            found.entry(reference).or_default().push(*invoice);
        }
    }
    // Behind `RF` and two digits stands what the number of the invoice is made of.
    let bodies: BTreeMap<&str, &String> = carried
        .iter()
        .filter_map(|reference| Some((reference.get(4..)?, reference)))
        .collect();
    for (number, invoice) in journal.invoices.iter() {
        if invoice.number_use == NumberUse::Invoice
            && let Some(reference) = bodies.get(&*reference_body(journal.invoice_no(number)))
        {
            found.entry((*reference).clone()).or_default().push(number);
        }
    }
    found
}
