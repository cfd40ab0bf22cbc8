//! How one customer pays in one currency: what was settled, and how many days after it was due.

use super::median::{HalfDays, median};
use crate::journal::model::{ByAccount, CustomerIx, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::{ItemState, Ledger, Status};
use crate::value::calendar::days_between;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::rounding::divide_rounded;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// With fewer settled items than this there is no habit yet, only single payments.
pub const MIN_SETTLED_ITEMS: usize = 3;

/// How many of the last payments show where it is going.
const TREND_ITEMS: usize = 5;

/// An item that money settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettledItem {
    /// Which.
    pub item: ItemIx,
    /// When it was due.
    pub due: NaiveDate,
    /// The day its principal reached nothing; charges may have stayed open longer.
    pub settled_on: NaiveDate,
    /// From the one to the other: zero or less is on time.
    pub days_late: i64,
    /// How much it was.
    pub amount: Minor,
}

/// An item that is open and late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverdueItem {
    /// Which.
    pub item: ItemIx,
    /// How many days.
    pub days_late: i64,
    /// Principal still open.
    pub open: Minor,
}

/// How one customer pays in one currency.
#[derive(Clone, Debug, Default)]
pub struct Habit {
    settled_items: Vec<SettledItem>,
    days_late: Vec<i64>,
    overdue_items: Vec<OverdueItem>,
    written_off_count: usize,
}

/// The habits of everybody, by customer and currency.
///
/// An item counts when money closed it, in full, with a discount earned or by a settlement. One that a credit note,
/// a write-off or a `void` closed tells nothing about paying; nor does one whose dispute was upheld, one that never
/// had a due date, or a part of nothing.
#[derive(Clone, Debug, Default)]
pub struct Habits(ByAccount<Habit>);

impl Habits {
    /// What everybody did up to the day of the ledger.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let upheld = invoices_with_upheld_dispute(journal, ledger.as_of.0);
        let mut habits: ByAccount<Habit> = BTreeMap::new();
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
            habit.record_item(ix, (due, amount), &ledger.items[ix], ledger.as_of.0);
        }
        for habit in habits.values_mut() {
            habit.sort_items(journal);
        }
        Self(habits)
    }

    /// How one customer pays in one currency; an empty habit where nothing is known.
    pub fn get(&self, customer: CustomerIx, currency: Currency) -> &Habit {
        static NOTHING: Habit = Habit {
            settled_items: Vec::new(),
            days_late: Vec::new(),
            overdue_items: Vec::new(),
            written_off_count: 0,
        };
        self.0.get(&(customer, currency)).unwrap_or(&NOTHING)
    }
}

/// Invoices whose dispute was upheld by a day.
fn invoices_with_upheld_dispute(journal: &Journal, as_of: NaiveDate) -> BTreeSet<InvoiceIx> {
    let events = journal.events.iter();
    let upheld = events.filter(|event| event.is_upheld_dispute() && event.date <= as_of);
    upheld.filter_map(|event| event.invoice).collect()
}

impl Habit {
    fn record_item(
        &mut self,
        item: ItemIx,
        (due, amount): (NaiveDate, Minor),
        state: &ItemState,
        as_of: NaiveDate,
    ) {
        match (state.status, state.closed) {
            (Status::Paid | Status::Settled, Some(day)) => self.settled_items.push(SettledItem {
                item,
                due,
                settled_on: day,
                days_late: days_between(due, day),
                amount,
            }),
            (Status::Open, _) if due < as_of => self.overdue_items.push(OverdueItem {
                item,
                days_late: days_between(due, as_of),
                open: state.open.into(),
            }),
            (Status::WrittenOff, _) => {
                self.written_off_count = self.written_off_count.saturating_add(1);
            }
            _ => {}
        }
    }

    fn sort_items(&mut self, journal: &Journal) {
        let number = |item: ItemIx| (journal.invoice_no(journal.items[item].invoice), item);
        self.settled_items
            .sort_by_key(|it| (it.settled_on, it.due, number(it.item)));
        self.overdue_items
            .sort_by_key(|it| (std::cmp::Reverse(it.days_late), number(it.item)));
        self.days_late = self.settled_items.iter().map(|it| it.days_late).collect();
        self.days_late.sort_unstable();
    }

    /// What was settled, in the order of the days on which it was.
    pub fn settled_items(&self) -> &[SettledItem] {
        &self.settled_items
    }

    /// What is open and late, the latest first.
    pub fn overdue_items(&self) -> &[OverdueItem] {
        &self.overdue_items
    }

    /// How many items were given up.
    pub const fn written_off_count(&self) -> usize {
        self.written_off_count
    }

    /// Whether enough was settled to speak of a habit.
    pub const fn is_known(&self) -> bool {
        self.settled_items.len() >= MIN_SETTLED_ITEMS
    }

    /// How many were settled on the due date or before.
    pub fn on_time_count(&self) -> usize {
        self.days_late.partition_point(|late| *late <= 0)
    }

    /// Their share in whole per cent, rounded down: 100 says all of them. `None` where too little is known.
    pub fn on_time_percent(&self) -> Option<i64> {
        let percent = self
            .on_time_count()
            .saturating_mul(100)
            .checked_div(self.days_late.len())?;
        i64::try_from(percent).ok().filter(|_| self.is_known())
    }

    /// Days late of the item in the middle. `None` where too little is known.
    pub fn median_days_late(&self) -> Option<HalfDays> {
        median(&self.days_late).filter(|_| self.is_known())
    }

    /// The middle of those that were settled this many days late, or later: what an item that has come so far may
    /// still be expected to do. `None` where too few of them were.
    pub fn median_of_at_least(&self, late: i64) -> Option<HalfDays> {
        let first = self.days_late.partition_point(|days| *days < late);
        let these = self.days_late.get(first..).unwrap_or_default();
        median(these).filter(|_| these.len() >= MIN_SETTLED_ITEMS)
    }

    /// How many were settled this many days late, or later.
    pub fn count_of_at_least(&self, late: i64) -> usize {
        let first = self.days_late.partition_point(|days| *days < late);
        self.days_late.len().saturating_sub(first)
    }

    /// The mean of the days late, each weighing as much as its amount; to a whole day, halves away from zero.
    /// `None` where too little is known.
    pub fn weighted_mean_days_late(&self) -> Option<i64> {
        let mut sum: i128 = 0;
        let mut weight: i128 = 0;
        for item in &self.settled_items {
            sum = sum.saturating_add(item.amount.0.saturating_mul(item.days_late.into()));
            weight = weight.saturating_add(item.amount.0);
        }
        let mean = divide_rounded(sum, weight).filter(|_| self.is_known())?;
        i64::try_from(mean).ok()
    }

    /// The one that was settled latest after it was due.
    pub fn latest_payment(&self) -> Option<&SettledItem> {
        let latest = *self.days_late.last()?;
        self.settled_items.iter().find(|it| it.days_late == latest)
    }

    /// The last five, the oldest of them first.
    pub fn recent_payments(&self) -> &[SettledItem] {
        let first = self.settled_items.len().saturating_sub(TREND_ITEMS);
        self.settled_items.get(first..).unwrap_or_default()
    }

    /// Medians of the last five and of all before them, where both are known.
    pub fn trend(&self) -> Option<(HalfDays, HalfDays)> {
        let first = self.settled_items.len().checked_sub(TREND_ITEMS)?;
        let (before, last) = self.settled_items.split_at_checked(first)?;
        let middle = |part: &[SettledItem]| {
            let mut days: Vec<i64> = part.iter().map(|it| it.days_late).collect();
            days.sort_unstable();
            median(&days).filter(|_| days.len() >= MIN_SETTLED_ITEMS)
        };
        middle(before).zip(middle(last))
    }
}
