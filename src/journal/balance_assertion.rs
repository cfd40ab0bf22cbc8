//! `balance`: what should be owed at the end of a day.

use super::model::BalanceAssertion;
use super::resolver::Resolver;
use crate::syntax::directive::balance::BalanceEntry;
use crate::text::span::Origin;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Takes down an assertion.
pub fn resolve(resolver: &mut Resolver, node: &BalanceEntry<'_>, date: NaiveDate, origin: Origin) {
    let customer = node.customer.map(|id| resolver.mention_customer(id));
    resolver.journal.assertions.push(BalanceAssertion {
        date,
        customer,
        amount: Money::from(node.amount.node),
        origin,
    });
}
