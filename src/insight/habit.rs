//! How one customer pays in one currency: what was settled, and how many days after it was due.

use super::halves::{Halves, median};
use crate::journal::model::{CustomerIx, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::{ItemState, Ledger, Status};
use crate::value::calendar::days_between;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::share::divide_rounded;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// With fewer settled items than this there is no habit yet, only single payments.
pub const ENOUGH: usize = 3;

/// How many of the last payments show where it is going.
const LAST: usize = 5;

/// An item that money settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Which.
    pub item: ItemIx,
    /// When it was due.
    pub due: NaiveDate,
    /// The day its principal reached nothing; charges may have stayed open longer.
    pub day: NaiveDate,
    /// From the one to the other: zero or less is on time.
    pub late: i64,
    /// How much it was.
    pub amount: Minor,
}

/// An item that is open and late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Which.
    pub item: ItemIx,
    /// How many days.
    pub late: i64,
    /// Principal still open.
    pub open: Minor,
}

/// How one customer pays in one currency.
#[derive(Clone, Debug, Default)]
pub struct Habit {
    settled: Vec<Settled>,
    days: Vec<i64>,
    overdue: Vec<Overdue>,
    lost: usize,
}

/// The habits of everybody, by customer and currency.
///
/// An item counts when money closed it, in full, with a discount earned or by a settlement. One that a credit note,
/// a write-off or a `void` closed tells nothing about paying; nor does one whose dispute was upheld, one that never
/// had a due date, or a part of nothing.
#[derive(Clone, Debug, Default)]
pub struct Habits(BTreeMap<(CustomerIx, Currency), Habit>);

impl Habits {
    /// What everybody did up to the day of the ledger.
    pub fn of(journal: &Journal, ledger: &Ledger) -> Self {
        let upheld = upheld(journal, ledger.as_of.0);
        let mut habits: BTreeMap<(CustomerIx, Currency), Habit> = BTreeMap::new();
        for (ix, item) in journal.items.iter() {
            let invoice = &journal.invoices[item.invoice];
            let (Some(customer), Some(due)) = (invoice.customer, item.due) else {
                continue;
            };
            if item.amount <= 0 || upheld.contains(&item.invoice) {
                continue;
            }
            let habit = habits.entry((customer, invoice.currency)).or_default();
            let amount = Minor::from(item.amount);
            habit.note(ix, (due, amount), &ledger.items[ix], ledger.as_of.0);
        }
        for habit in habits.values_mut() {
            habit.put_in_order(journal);
        }
        Self(habits)
    }

    /// How one customer pays in one currency; an empty habit where nothing is known.
    pub fn get(&self, customer: CustomerIx, currency: Currency) -> &Habit {
        static NOTHING: Habit = Habit {
            settled: Vec::new(),
            days: Vec::new(),
            overdue: Vec::new(),
            lost: 0,
        };
        self.0.get(&(customer, currency)).unwrap_or(&NOTHING)
    }
}

/// Invoices whose dispute was upheld by a day.
fn upheld(journal: &Journal, as_of: NaiveDate) -> BTreeSet<InvoiceIx> {
    let events = journal.events.iter();
    let upheld = events.filter(|event| event.is_upheld_dispute() && event.date <= as_of);
    upheld.filter_map(|event| event.invoice).collect()
}

impl Habit {
    fn note(
        &mut self,
        item: ItemIx,
        (due, amount): (NaiveDate, Minor),
        state: &ItemState,
        as_of: NaiveDate,
    ) {
        match (state.status, state.closed) {
            (Status::Paid | Status::Settled, Some(day)) => self.settled.push(Settled {
                item,
                due,
                day,
                late: days_between(due, day),
                amount,
            }),
            (Status::Open, _) if due < as_of => self.overdue.push(Overdue {
                item,
                late: days_between(due, as_of),
                open: state.open.into(),
            }),
            (Status::WrittenOff, _) => self.lost = self.lost.saturating_add(1),
            _ => {}
        }
    }

    fn put_in_order(&mut self, journal: &Journal) {
        let number = |item: ItemIx| (journal.invoice_no(journal.items[item].invoice), item);
        self.settled
            .sort_by_key(|it| (it.day, it.due, number(it.item)));
        self.overdue
            .sort_by_key(|it| (std::cmp::Reverse(it.late), number(it.item)));
        self.days = self.settled.iter().map(|it| it.late).collect();
        self.days.sort_unstable();
    }

    /// What was settled, in the order of the days on which it was.
    pub fn settled(&self) -> &[Settled] {
        &self.settled
    }

    /// What is open and late, the latest first.
    pub fn overdue(&self) -> &[Overdue] {
        &self.overdue
    }

    /// How many items were given up.
    pub const fn lost(&self) -> usize {
        self.lost
    }

    /// Whether enough was settled to speak of a habit.
    pub const fn is_known(&self) -> bool {
        self.settled.len() >= ENOUGH
    }

    /// How many were settled on the due date or before.
    pub fn on_time(&self) -> usize {
        self.days.partition_point(|late| *late <= 0)
    }

    /// Their share in whole per cent, rounded down: 100 says all of them. `None` where too little is known.
    pub fn on_time_percent(&self) -> Option<i64> {
        let percent = self
            .on_time()
            .saturating_mul(100)
            .checked_div(self.days.len())?;
        i64::try_from(percent).ok().filter(|_| self.is_known())
    }

    /// Days late of the item in the middle. `None` where too little is known.
    pub fn median(&self) -> Option<Halves> {
        median(&self.days).filter(|_| self.is_known())
    }

    /// The middle of those that were settled this many days late, or later: what an item that has come so far may
    /// still be expected to do. `None` where too few of them were.
    pub fn median_from(&self, late: i64) -> Option<Halves> {
        let first = self.days.partition_point(|days| *days < late);
        let these = self.days.get(first..).unwrap_or_default();
        median(these).filter(|_| these.len() >= ENOUGH)
    }

    /// How many were settled this many days late, or later.
    pub fn count_from(&self, late: i64) -> usize {
        let first = self.days.partition_point(|days| *days < late);
        self.days.len().saturating_sub(first)
    }

    /// The mean of the days late, each weighing as much as its amount; to a whole day, halves away from zero.
    /// `None` where too little is known.
    pub fn weighted(&self) -> Option<i64> {
        let mut sum: i128 = 0;
        let mut weight: i128 = 0;
        for item in &self.settled {
            sum = sum.saturating_add(item.amount.0.saturating_mul(item.late.into()));
            weight = weight.saturating_add(item.amount.0);
        }
        let mean = divide_rounded(sum, weight).filter(|_| self.is_known())?;
        i64::try_from(mean).ok()
    }

    /// The one that was settled latest after it was due.
    pub fn worst(&self) -> Option<&Settled> {
        let latest = *self.days.last()?;
        self.settled.iter().find(|it| it.late == latest)
    }

    /// The last five, the oldest of them first.
    pub fn last(&self) -> &[Settled] {
        let first = self.settled.len().saturating_sub(LAST);
        self.settled.get(first..).unwrap_or_default()
    }

    /// Medians of the last five and of all before them, where both are known.
    pub fn trend(&self) -> Option<(Halves, Halves)> {
        let first = self.settled.len().checked_sub(LAST)?;
        let (before, last) = self.settled.split_at_checked(first)?;
        let middle = |part: &[Settled]| {
            let mut days: Vec<i64> = part.iter().map(|it| it.late).collect();
            days.sort_unstable();
            median(&days).filter(|_| days.len() >= ENOUGH)
        };
        middle(before).zip(middle(last))
    }
}
