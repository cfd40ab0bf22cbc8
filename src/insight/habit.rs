//! How one customer pays in one currency: which items were settled, and how many days after their due dates.

use super::median::{HalfDays, median};
use crate::journal::model::{ByAccount, CustomerIx, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::{ItemState, Ledger, Status};
use crate::value::calendar::days_between;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::rounding::divide_rounded;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The number of settled items from which a habit is known; fewer are single payments.
pub const MIN_SETTLED_ITEMS: usize = 3;

/// The number of last payments that show the trend.
const TREND_ITEMS: usize = 5;

/// An item that a payment settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettledItem {
    /// The item.
    pub item: ItemIx,
    /// The due date.
    pub due: NaiveDate,
    /// The day on which its principal reached zero; charges may have stayed open longer.
    pub settled_on: NaiveDate,
    /// The days from the due date to the settlement; zero or negative is on time.
    pub days_late: i64,
    /// The amount of the item, in minor units.
    pub amount: Minor,
}

/// An item that is open and late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverdueItem {
    /// The item.
    pub item: ItemIx,
    /// The number of days late, above zero.
    pub days_late: i64,
    /// The open principal, in minor units.
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

/// The habits of all customers, by customer and currency.
///
/// An item counts when money closed it, in full, with a discount that was earned, or by a settlement. An item that a
/// credit note, a write-off or a `void` closed says nothing about paying. Neither does one whose dispute was upheld,
/// one that never had a due date, or one with an amount of zero.
#[derive(Clone, Debug, Default)]
pub struct Habits(ByAccount<Habit>);

impl Habits {
    /// Computes the habits from everything up to the as-of day of the ledger.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let upheld = invoices_with_upheld_dispute(journal, ledger.as_of);
        let mut habits: ByAccount<Habit> = BTreeMap::new();
        for (ix, item) in journal.items.iter() {
            let invoice = &journal.invoices[item.invoice];
            let (Some(customer), Some(due)) = (invoice.customer, item.due) else {
                continue;
            };
            if !item.amount.is_positive() || upheld.contains(&item.invoice) {
                continue;
            }
            let habit = habits.entry((customer, invoice.currency)).or_default();
            let amount = Minor::from(item.amount);
            habit.record_item(ix, (due, amount), &ledger.items[ix], ledger.as_of);
        }
        for habit in habits.values_mut() {
            habit.sort_items(journal);
        }
        Self(habits)
    }

    /// The habit of one customer in one currency; an empty habit where nothing is known.
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

/// The invoices whose dispute was upheld by a day.
pub fn invoices_with_upheld_dispute(journal: &Journal, as_of: NaiveDate) -> BTreeSet<InvoiceIx> {
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

    /// The settled items, in the order in which they were settled.
    pub fn settled_items(&self) -> &[SettledItem] {
        &self.settled_items
    }

    /// The items that are open and late, the latest first.
    pub fn overdue_items(&self) -> &[OverdueItem] {
        &self.overdue_items
    }

    /// The number of items that were written off.
    pub const fn written_off_count(&self) -> usize {
        self.written_off_count
    }

    /// Whether enough items were settled to speak of a habit.
    pub const fn is_known(&self) -> bool {
        self.settled_items.len() >= MIN_SETTLED_ITEMS
    }

    /// The number of items settled on the due date or before.
    pub fn on_time_count(&self) -> usize {
        self.days_late.partition_point(|late| *late <= 0)
    }

    /// The share of items settled on time in whole per cent, rounded down, so that 100 means all. `None` where too
    /// little is known.
    pub fn on_time_percent(&self) -> Option<i64> {
        let percent = self
            .on_time_count()
            .saturating_mul(100)
            .checked_div(self.days_late.len())?;
        i64::try_from(percent).ok().filter(|_| self.is_known())
    }

    /// The median of the days late. `None` where too little is known.
    pub fn median_days_late(&self) -> Option<HalfDays> {
        median(&self.days_late).filter(|_| self.is_known())
    }

    /// The median of the days late over items settled at least `late` days late: what may still be expected of an item
    /// that is `late` days late. `None` where there are too few.
    pub fn median_of_at_least(&self, late: i64) -> Option<HalfDays> {
        let first = self.days_late.partition_point(|days| *days < late);
        let these = self.days_late.get(first..).unwrap_or_default();
        median(these).filter(|_| these.len() >= MIN_SETTLED_ITEMS)
    }

    /// The number of items settled at least `late` days late.
    pub fn count_of_at_least(&self, late: i64) -> usize {
        let first = self.days_late.partition_point(|days| *days < late);
        self.days_late.len().saturating_sub(first)
    }

    /// The mean of the days late, weighted by amount, rounded to whole days with halves away from zero. `None` where
    /// too little is known.
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

    /// The item that was settled latest after its due date; `None` where nothing was settled.
    pub fn latest_payment(&self) -> Option<&SettledItem> {
        let latest = *self.days_late.last()?;
        self.settled_items.iter().find(|it| it.days_late == latest)
    }

    /// The last five settled items, the oldest of them first.
    pub fn recent_payments(&self) -> &[SettledItem] {
        let first = self.settled_items.len().saturating_sub(TREND_ITEMS);
        self.settled_items.get(first..).unwrap_or_default()
    }

    /// The medians of the days late over the last five items and over all before them; `None` where one of them is
    /// unknown.
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
