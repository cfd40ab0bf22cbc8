//! Three ways to what debtors owe on a day: how it came about, what is open, and the account of debtors. They agree, or
//! nothing is written.

use super::customer_movement::CustomerMovement;
use crate::journal::model::{AccountKey, ByAccount, Journal};
use crate::ledger::ageing::{AgeingBasis, Buckets, build_ageing};
use crate::ledger::model::Ledger;
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// A balance on which the ways do not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DebtorsDifference {
    /// Whose, and in which currency.
    pub account: AccountKey,
    /// What the movement of the period ends with.
    pub movement: Minor,
    /// What is open, with charges, less what is on account.
    pub open_items: Minor,
    /// What stands on the account of debtors.
    pub debtors: Minor,
}

/// What is open of each account: principal and charges, less what is on account.
pub fn open_balances(journal: &Journal, ledger: &Ledger) -> ByAccount<Minor> {
    let rows = build_ageing(journal, ledger, &Buckets::default(), AgeingBasis::Due).into_iter();
    rows.map(|row| ((row.customer, row.currency), row.balance))
        .collect()
}

/// The first balance on which movement, open items and the account of debtors do not agree; `None` where all do.
pub fn find_debtors_difference(
    movements: &[CustomerMovement],
    open_items: &ByAccount<Minor>,
    debtors: &ByAccount<Minor>,
) -> Option<DebtorsDifference> {
    let moved: BTreeMap<AccountKey, &CustomerMovement> = movements
        .iter()
        .map(|own| ((own.customer, own.currency), own))
        .collect();
    let accounts = moved.keys().chain(open_items.keys()).chain(debtors.keys());
    let mut ways = accounts.map(|account| {
        let own = moved.get(account);
        let adds_up = own.is_none_or(|own| {
            let changes: Minor = own.changes.values().copied().sum();
            own.opening + changes == own.closing
        });
        let way = |balances: &ByAccount<Minor>| balances.get(account).copied().unwrap_or_default();
        let found = DebtorsDifference {
            account: *account,
            movement: own.map_or(Minor::ZERO, |own| own.closing),
            open_items: way(open_items),
            debtors: way(debtors),
        };
        (adds_up, found)
    });
    let differing = ways.find(|(adds_up, found)| {
        !adds_up || found.movement != found.open_items || found.movement != found.debtors
    });
    differing.map(|(_, found)| found)
}
