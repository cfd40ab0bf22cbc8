//! `balance`: what should be owed at the end of a day.

use super::model::Assertion;
use super::resolve::Resolver;
use crate::syntax::entry::{Entry, Text};
use crate::value::money::Money;
use chrono::NaiveDate;

/// Takes down an assertion.
pub fn resolve(resolver: &mut Resolver, entry: &Entry, date: NaiveDate, text: Text<'_>) {
    let customer = resolver.header_customer(entry, text);
    if let Some(amount) = entry.amount() {
        resolver.journal.assertions.push(Assertion {
            date,
            customer,
            amount: Money::new(amount.node.minor.into(), amount.node.currency),
            origin: entry.span.origin(),
        });
    }
}
