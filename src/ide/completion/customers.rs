//! Customers with what is open.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::{CompletionPlace, MAX_CANDIDATES};
use crate::journal::model::CustomerIx;
use crate::value::money::{Minor, Money};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Customers with what is open, those who owe most first.
pub fn customers(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let journal = &at.view.outcome.journal;
    let open = open_by_customer(at);
    let owed = |customer: CustomerIx| open.get(&customer).map(|money| money.minor);
    let mut all: Vec<CustomerIx> = journal.customers.iter().map(|(ix, _)| ix).collect();
    all.sort_by_key(|customer| (Reverse(owed(*customer)), journal.customer_id(*customer)));
    let typed = at.typed.text.to_lowercase();
    let each = all.into_iter().map(|customer| {
        let name = journal.customer_name(customer);
        let say = &at.view.language.phrases.editor;
        let owed = open.get(&customer).map(|money| {
            let money = at.view.language.format_money(*money);
            (say.open)(&money)
        });
        let about = owed.map_or(name.to_owned(), |owed| format!("{name}, {owed}"));
        let id = format!("@{}", journal.customer_id(customer));
        Candidate::word(CandidateKind::Customer, &id, &at.typed)
            .about(about)
            .found_by([name])
    });
    each.filter(|candidate| candidate.fits(&typed))
        .take(MAX_CANDIDATES)
        .collect()
}

/// What is open of the invoices of each customer; of one currency, that of the journal.
fn open_by_customer(at: &CompletionPlace<'_, '_, '_>) -> BTreeMap<CustomerIx, Money> {
    let (journal, ledger) = (&at.view.outcome.journal, &at.view.outcome.ledger);
    let mut sums: BTreeMap<CustomerIx, Minor> = BTreeMap::new();
    for (item, state) in ledger.items.iter().filter(|(_, it)| !it.open.is_zero()) {
        let invoice = &journal.invoices[journal.items[item].invoice];
        if let Some(customer) = invoice
            .customer
            .filter(|_| invoice.currency == journal.currency)
        {
            *sums.entry(customer).or_default() += state.open.into();
        }
    }
    let money = |minor| Money::new(minor, journal.currency);
    sums.into_iter().map(|(it, sum)| (it, money(sum))).collect()
}
