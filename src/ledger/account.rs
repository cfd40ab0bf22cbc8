//! Money and credit notes on account: what settles nothing yet, oldest first.

use super::model::Credit;
use crate::journal::model::{CustomerIx, MovementIx};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Whose account, in which currency.
pub type Owner = (CustomerIx, Currency);

/// The accounts of all who have, or had, something on account.
#[derive(Debug, Default)]
pub struct Accounts {
    accounts: BTreeMap<Owner, Account>,
    places: BTreeSet<(MovementIx, usize)>,
}

/// One account. Credits come in the order of their days and are never taken out, only used up.
#[derive(Debug, Default)]
struct Account {
    credits: Vec<Credit>,
    /// For each credit a later one, or itself while it has something left: used-up ones are leapt over.
    leaps: Vec<usize>,
    days: Vec<Day>,
    left: Minor,
}

/// What is left of the credits of one day, and where they begin.
#[derive(Debug)]
struct Day {
    date: NaiveDate,
    begin: usize,
    left: Minor,
}

impl Accounts {
    /// Puts money on account. Days must not go backwards.
    pub fn put(&mut self, owner: Owner, credit: Credit) {
        if !credit.left.is_positive() {
            return;
        }
        let account = self.accounts.entry(owner).or_default();
        self.places.insert((credit.from, account.credits.len()));
        account.put(credit);
    }

    /// How much there is: of one day, or in all.
    pub fn available(&self, owner: Owner, of: Option<NaiveDate>) -> Minor {
        let Some(account) = self.accounts.get(&owner) else {
            return Minor::ZERO;
        };
        match of {
            None => account.left,
            Some(date) => account.day(date).map_or(Minor::ZERO, |day| day.left),
        }
    }

    /// The oldest credit that has something left: of one day, or of all.
    pub fn oldest(&mut self, owner: Owner, of: Option<NaiveDate>) -> Option<(usize, Credit)> {
        let account = self.accounts.get_mut(&owner)?;
        let begin = match of {
            None => 0,
            Some(date) => account.day(date)?.begin,
        };
        let place = account.next_place(begin);
        let credit = *account.credits.get(place)?;
        (of.is_none_or(|date| date == credit.date)).then_some((place, credit))
    }

    /// Uses up this much of the credit at a place.
    pub fn take(&mut self, owner: Owner, place: usize, amount: Minor) {
        if let Some(account) = self.accounts.get_mut(&owner) {
            account.take(place, amount);
        }
    }

    /// What is left of the money of one entry.
    pub fn left_of(&self, owner: Owner, movement: MovementIx) -> Minor {
        let Some(account) = self.accounts.get(&owner) else {
            return Minor::ZERO;
        };
        let mut sum = Minor::ZERO;
        for place in self.places_of(movement) {
            sum += account
                .credits
                .get(place)
                .map_or(Minor::ZERO, |credit| credit.left);
        }
        sum
    }

    /// Uses up this much of the money of one entry, oldest first.
    pub fn take_of(&mut self, owner: Owner, movement: MovementIx, amount: Minor) {
        let places: Vec<usize> = self.places_of(movement).collect();
        let mut rest = amount;
        for place in places {
            let Some(account) = self.accounts.get_mut(&owner) else {
                return;
            };
            let Some(credit) = account.credits.get(place) else {
                continue;
            };
            let part = rest.min(credit.left);
            account.take(place, part);
            rest -= part;
        }
    }

    fn places_of(&self, movement: MovementIx) -> impl Iterator<Item = usize> + '_ {
        self.places
            .range((movement, 0)..=(movement, usize::MAX))
            .map(|(_, place)| *place)
    }

    /// What is left, by owner; owners with nothing left are left out.
    pub fn into_credits(self) -> BTreeMap<Owner, Vec<Credit>> {
        let mut all = BTreeMap::new();
        for (owner, account) in self.accounts {
            let mut credits = account.credits;
            credits.retain(|credit| credit.left.is_positive());
            if !credits.is_empty() {
                all.insert(owner, credits);
            }
        }
        all
    }
}

impl Account {
    fn put(&mut self, credit: Credit) {
        let place = self.credits.len();
        match self.days.last_mut() {
            Some(day) if day.date == credit.date => day.left += credit.left,
            _ => self.days.push(Day {
                date: credit.date,
                begin: place,
                left: credit.left,
            }),
        }
        self.left += credit.left;
        self.leaps.push(place);
        self.credits.push(credit);
    }

    fn day(&self, date: NaiveDate) -> Option<&Day> {
        let place = self.days.binary_search_by_key(&date, |day| day.date).ok()?;
        self.days.get(place)
    }

    fn take(&mut self, place: usize, amount: Minor) {
        let Some(credit) = self.credits.get_mut(place) else {
            return;
        };
        credit.left -= amount;
        self.left -= amount;
        if credit.left.is_zero()
            && let Some(leap) = self.leaps.get_mut(place)
        {
            *leap = place.saturating_add(1);
        }
        if let Ok(day) = self.days.binary_search_by_key(&credit.date, |day| day.date)
            && let Some(day) = self.days.get_mut(day)
        {
            day.left -= amount;
        }
    }

    /// The first place from here on that has something left. Each leap it makes is lengthened on the way, so that
    /// a thousand used-up credits are not passed one by one again and again.
    fn next_place(&mut self, begin: usize) -> usize {
        let mut place = begin;
        while let Some(leap) = self.leaps.get(place).copied() {
            if leap == place {
                break;
            }
            let further = self.leaps.get(leap).copied().unwrap_or(leap);
            if let Some(leap) = self.leaps.get_mut(place) {
                *leap = further;
            }
            place = leap;
        }
        place
    }
}
