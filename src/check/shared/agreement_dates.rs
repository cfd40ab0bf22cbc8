//! When each customer first agreed to terms.

use crate::journal::model::{CustomerIx, Journal};
use crate::text::span::Origin;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The first `agreed` of each customer.
pub fn first_agreements(journal: &Journal) -> BTreeMap<CustomerIx, (NaiveDate, Origin)> {
    let mut first: BTreeMap<CustomerIx, (NaiveDate, Origin)> = BTreeMap::new();
    for event in &journal.events {
        if let (Some(_), Some(customer)) = (event.agreed_terms(), event.customer) {
            let this = (event.date, event.origin);
            let known = first.entry(customer).or_insert(this);
            *known = this.min(*known);
        }
    }
    first
}
