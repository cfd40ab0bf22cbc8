//! Balance lines: what should be owed at the end of their day, held against what is.

use super::balance_change::balance_changes;
use super::model::{FaultEntry, FaultKind, Ledger, PostingFault};
use crate::journal::model::{CustomerIx, Journal};
use crate::value::currency::Currency;
use crate::value::index_vec::IndexVec;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Of whom (of all, where nobody is named), and in which currency.
type BalanceSubject = (Option<CustomerIx>, Currency);

/// What changed up to each of the days asked for, since the one before.
#[derive(Debug, Default)]
struct BalanceSums {
    days: Vec<(NaiveDate, Minor)>,
}

/// The balance lines that do not hold.
pub fn failed_assertions(journal: &Journal, ledger: &Ledger) -> Vec<PostingFault> {
    let mut subjects = subjects(journal, ledger);
    if subjects.is_empty() {
        return Vec::new();
    }
    let mut asked = IndexVec::from_elem(false, journal.customers.len());
    for (customer, _) in subjects.keys() {
        if let Some(customer) = customer {
            asked[*customer] = true;
        }
    }
    for effect in balance_changes(journal, ledger) {
        if asked[effect.customer]
            && let Some(sums) = subjects.get_mut(&(Some(effect.customer), effect.currency))
        {
            sums.add(effect.date, effect.amount);
        }
        if let Some(sums) = subjects.get_mut(&(None, effect.currency)) {
            sums.add(effect.date, effect.amount);
        }
    }
    subjects.values_mut().for_each(BalanceSums::accumulate);
    compare(journal, ledger, &subjects)
}

fn subjects(journal: &Journal, ledger: &Ledger) -> BTreeMap<BalanceSubject, BalanceSums> {
    let mut subjects: BTreeMap<BalanceSubject, BalanceSums> = BTreeMap::new();
    for assertion in &journal.assertions {
        if assertion.date <= ledger.as_of {
            let subject = (assertion.customer, assertion.amount.currency);
            let sums = subjects.entry(subject).or_default();
            sums.days.push((assertion.date, Minor::ZERO));
        }
    }
    for sums in subjects.values_mut() {
        sums.days.sort_unstable();
        sums.days.dedup();
    }
    subjects
}

fn compare(
    journal: &Journal,
    ledger: &Ledger,
    subjects: &BTreeMap<BalanceSubject, BalanceSums>,
) -> Vec<PostingFault> {
    let mut faults = Vec::new();
    for (place, assertion) in journal.assertions.iter().enumerate() {
        if assertion.date > ledger.as_of {
            continue;
        }
        let subject = (assertion.customer, assertion.amount.currency);
        let computed = subjects
            .get(&subject)
            .map_or(Minor::ZERO, |sums| sums.balance_on(assertion.date));
        if computed != assertion.amount.minor {
            faults.push(PostingFault {
                entry: FaultEntry::Assertion(place),
                kind: FaultKind::BalanceDiffers { computed },
            });
        }
    }
    faults
}

impl BalanceSums {
    /// Adds a change to the first day asked for that sees it.
    fn add(&mut self, date: NaiveDate, amount: Minor) {
        let place = self.days.partition_point(|(day, _)| *day < date);
        if let Some((_, sum)) = self.days.get_mut(place) {
            *sum += amount;
        }
    }

    /// Turns changes into balances.
    fn accumulate(&mut self) {
        let mut balance = Minor::ZERO;
        for (_, sum) in &mut self.days {
            balance += *sum;
            *sum = balance;
        }
    }

    fn balance_on(&self, date: NaiveDate) -> Minor {
        self.days
            .binary_search_by_key(&date, |(day, _)| *day)
            .ok()
            .and_then(|place| self.days.get(place))
            .map_or(Minor::ZERO, |(_, balance)| *balance)
    }
}
