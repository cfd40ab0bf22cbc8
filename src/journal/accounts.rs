//! `accounts`: takes down the numbers of the owner's chart.

use super::account_numbers::{AccountNumber, Accounts};
use super::resolver::Resolver;
use crate::syntax::directive::accounts::AccountsDeclaration;

/// Takes down the chart.
pub fn resolve(resolver: &mut Resolver, node: &AccountsDeclaration<'_>) {
    let numbers = node.numbers.iter().map(|line| AccountNumber {
        key: line.key,
        rate: line.rate,
        number: line.number.node.into(),
        span: line.number.span,
    });
    resolver.journal.accounts = Accounts {
        numbers: numbers.collect(),
        on_account: node.on_account.unwrap_or_default(),
    };
}
