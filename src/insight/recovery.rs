//! What became of items that were late, by how late they were: the older, the less comes in. Over all customers, because
//! one customer alone has too few.

use super::habit::{MIN_SETTLED_ITEMS, invoices_with_upheld_dispute};
use crate::journal::model::{Component, ItemIx, Journal, MovementKind};
use crate::ledger::model::{Allocation, AllocationRule, Ledger};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::Days;
use std::collections::BTreeMap;

/// From how many days late on the classes begin: later than so many.
pub const LATER_THAN: [u32; 6] = [0, 30, 60, 90, 180, 365];

/// What became of the items of one currency that were later than a number of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// How many items.
    pub items: usize,
    /// How many of them are open no more.
    pub ended: usize,
    /// What was open of them when they became so late, less what was credited since.
    pub owed: Minor,
    /// What came in of that since.
    pub received: Minor,
    /// What is open of it.
    pub open: Minor,
}

impl Recovery {
    /// What came in, in whole per cent, rounded down; `None` where the items are too few to say.
    pub fn percent(&self) -> Option<i64> {
        let known = self.items >= MIN_SETTLED_ITEMS && self.owed.is_positive();
        let percent = self.received.0.checked_mul(100)?.checked_div(self.owed.0)?;
        i64::try_from(percent).ok().filter(|_| known)
    }
}

/// By currency and class, as [`LATER_THAN`] numbers them.
pub type RecoveryTable = BTreeMap<(Currency, u32), Recovery>;

/// What became of every item that was ever late.
pub fn recoveries(journal: &Journal, ledger: &Ledger) -> RecoveryTable {
    let upheld = invoices_with_upheld_dispute(journal, ledger.as_of);
    let mut steps: BTreeMap<ItemIx, Vec<&Allocation>> = BTreeMap::new();
    for step in &ledger.allocations {
        if step.component == Component::Principal {
            steps.entry(step.item).or_default().push(step);
        }
    }
    let mut found = RecoveryTable::new();
    for (item, record) in journal.items.iter() {
        if !upheld.contains(&record.invoice) {
            let steps = steps.get(&item).map_or(&[][..], |steps| steps);
            add_item(journal, ledger, item, steps, &mut found);
        }
    }
    found
}

fn add_item(
    journal: &Journal,
    ledger: &Ledger,
    item: ItemIx,
    steps: &[&Allocation],
    found: &mut RecoveryTable,
) {
    let record = &journal.items[item];
    let currency = journal.invoices[record.invoice].currency;
    for later_than in LATER_THAN {
        let time = Days::new(later_than.into());
        let day = record.due.and_then(|due| due.checked_add_days(time));
        let Some(day) = day.filter(|day| *day < ledger.as_of) else {
            return;
        };
        let (mut owed, mut received) = (Minor::from(record.amount), Minor::ZERO);
        for step in steps {
            let kind = journal.movements[step.movement].kind;
            let lapsed = matches!(kind, MovementKind::Credit | MovementKind::Void);
            if step.date <= day || lapsed {
                owed -= step.amount.into();
            } else if is_money(kind, step.rule) {
                received += step.amount.into();
            }
        }
        if owed.is_positive() {
            let sum = found.entry((currency, later_than)).or_default();
            sum.items = sum.items.saturating_add(1);
            let open = ledger.items[item].open;
            sum.ended = sum.ended.saturating_add(usize::from(!open.is_positive()));
            sum.owed += owed;
            sum.received += received;
            sum.open += open.into();
        }
    }
}

/// Whether a step is money that came in, or went back.
const fn is_money(kind: MovementKind, rule: AllocationRule) -> bool {
    let forgiven = matches!(rule, AllocationRule::Discount | AllocationRule::Settlement);
    let moved = matches!(
        kind,
        MovementKind::Payment | MovementKind::Reversal | MovementKind::Apply
    );
    moved && !forgiven
}

/// The class of an item that is so many days late, and what became of items of that class; `None` where it is not late,
/// or the items that ended are too few to say.
pub fn recovery_when_late(
    recoveries: &RecoveryTable,
    currency: Currency,
    days_late: i64,
) -> Option<(u32, Recovery)> {
    let mut classes = LATER_THAN.into_iter().rev();
    let class = classes.find(|class| i64::from(*class) < days_late)?;
    let recovery = recoveries.get(&(currency, class))?;
    let known = recovery.ended >= MIN_SETTLED_ITEMS && recovery.percent().is_some();
    known.then_some((class, *recovery))
}
