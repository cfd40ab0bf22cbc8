//! Money and credit notes on account: what settles nothing yet, oldest first.

use super::skip_list::SkipList;
use crate::journal::model::{AccountKey, ByAccount, MovementIx};
use crate::ledger::model::{CreditRefund, OnAccountCredit};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The accounts of all who have, or had, something on account.
#[derive(Debug, Default)]
pub struct CustomerAccounts {
    accounts: ByAccount<CustomerAccount>,
    places: BTreeSet<(MovementIx, usize)>,
    refunds: BTreeMap<MovementIx, Minor>,
    /// Every refund of the money of an entry, in order.
    paid_back: Vec<CreditRefund>,
}

/// One account. Credits come in the order of their days and are never taken out, only used up.
#[derive(Debug, Default)]
struct CustomerAccount {
    credits: Vec<OnAccountCredit>,
    /// Used-up credits are leapt over.
    skips: SkipList,
    days: Vec<DayBalance>,
    remaining: Minor,
}

/// What is left of the credits of one day, and where they begin.
#[derive(Debug)]
struct DayBalance {
    date: NaiveDate,
    begin: usize,
    remaining: Minor,
}

impl CustomerAccounts {
    /// Puts money on account. Days must not go backwards.
    pub fn add_credit(&mut self, owner: AccountKey, credit: OnAccountCredit) {
        if !credit.remaining.is_positive() {
            return;
        }
        let account = self.accounts.entry(owner).or_default();
        self.places.insert((credit.movement, account.credits.len()));
        account.add_credit(credit);
    }

    /// How much there is: of one day, or in all.
    pub fn available(&self, owner: AccountKey, of: Option<NaiveDate>) -> Minor {
        let Some(account) = self.accounts.get(&owner) else {
            return Minor::ZERO;
        };
        match of {
            None => account.remaining,
            Some(date) => account
                .find_day(date)
                .map_or(Minor::ZERO, |day| day.remaining),
        }
    }

    /// The oldest credit that has something left: of one day, or of all.
    pub fn oldest_credit(
        &mut self,
        owner: AccountKey,
        of: Option<NaiveDate>,
    ) -> Option<(usize, OnAccountCredit)> {
        let account = self.accounts.get_mut(&owner)?;
        let begin = match of {
            None => 0,
            Some(date) => account.find_day(date)?.begin,
        };
        let place = account.skips.first_from(begin);
        let credit = *account.credits.get(place)?;
        (of.is_none_or(|date| date == credit.date)).then_some((place, credit))
    }

    /// Uses up this much of the credit at a place.
    pub fn use_credit(&mut self, owner: AccountKey, place: usize, amount: Minor) {
        if let Some(account) = self.accounts.get_mut(&owner) {
            account.use_credit(place, amount);
        }
    }

    /// Pays back this much of the credit at a place, by an entry.
    pub fn refund_credit(
        &mut self,
        owner: AccountKey,
        place: usize,
        (refund, amount): (MovementIx, Minor),
    ) {
        let account = self.accounts.get_mut(&owner);
        if let Some((account, credit)) = account.and_then(|account| {
            let credit = *account.credits.get(place)?;
            Some((account, credit))
        }) {
            account.use_credit(place, amount);
            self.record_paid_back(credit.movement, amount);
            self.paid_back.push(CreditRefund {
                refund,
                credit: credit.movement,
                amount,
            });
        }
    }

    /// Notes that the customer got this much of the money of an entry back, by a refund or otherwise.
    pub fn record_paid_back(&mut self, movement: MovementIx, amount: Minor) {
        *self.refunds.entry(movement).or_default() += amount;
    }

    /// How much of the money of an entry was paid back; `None` where nothing was.
    pub fn refunded(&self, movement: MovementIx) -> Option<Minor> {
        self.refunds.get(&movement).copied()
    }

    /// What is left of the money of one entry.
    pub fn remaining_of(&self, owner: AccountKey, movement: MovementIx) -> Minor {
        let Some(account) = self.accounts.get(&owner) else {
            return Minor::ZERO;
        };
        let mut sum = Minor::ZERO;
        for place in self.credit_positions(movement) {
            sum += account
                .credits
                .get(place)
                .map_or(Minor::ZERO, |credit| credit.remaining);
        }
        sum
    }

    /// Uses up this much of the money of one entry, oldest first.
    pub fn use_credits_of(&mut self, owner: AccountKey, movement: MovementIx, amount: Minor) {
        let places: Vec<usize> = self.credit_positions(movement).collect();
        let mut rest = amount;
        for place in places {
            let Some(account) = self.accounts.get_mut(&owner) else {
                return;
            };
            let Some(credit) = account.credits.get(place) else {
                continue;
            };
            let part = rest.min(credit.remaining);
            account.use_credit(place, part);
            rest -= part;
        }
    }

    fn credit_positions(&self, movement: MovementIx) -> impl Iterator<Item = usize> + '_ {
        self.places
            .range((movement, 0)..=(movement, usize::MAX))
            .map(|(_, place)| *place)
    }

    /// What is left, by owner; owners with nothing left are left out.
    pub fn into_credits(self) -> (ByAccount<Vec<OnAccountCredit>>, Vec<CreditRefund>) {
        let mut all = BTreeMap::new();
        for (owner, account) in self.accounts {
            let mut credits = account.credits;
            credits.retain(|credit| credit.remaining.is_positive());
            if !credits.is_empty() {
                all.insert(owner, credits);
            }
        }
        (all, self.paid_back)
    }
}

impl CustomerAccount {
    fn add_credit(&mut self, credit: OnAccountCredit) {
        let place = self.credits.len();
        match self.days.last_mut() {
            Some(day) if day.date == credit.date => day.remaining += credit.remaining,
            _ => self.days.push(DayBalance {
                date: credit.date,
                begin: place,
                remaining: credit.remaining,
            }),
        }
        self.remaining += credit.remaining;
        self.skips.push();
        self.credits.push(credit);
    }

    fn find_day(&self, date: NaiveDate) -> Option<&DayBalance> {
        let place = self.days.binary_search_by_key(&date, |day| day.date).ok()?;
        self.days.get(place)
    }

    fn use_credit(&mut self, place: usize, amount: Minor) {
        let Some(credit) = self.credits.get_mut(place) else {
            return;
        };
        credit.remaining -= amount;
        self.remaining -= amount;
        if credit.remaining.is_zero() {
            self.skips.skip(place);
        }
        if let Ok(day) = self.days.binary_search_by_key(&credit.date, |day| day.date)
            && let Some(day) = self.days.get_mut(day)
        {
            day.remaining -= amount;
        }
    }
}
