//! The day on which an item was to be paid, also where a plan gave time.

use super::dunning_state::{DunningState, ItemPosition};
use chrono::NaiveDate;

impl<'j> DunningState<'j> {
    /// The day on which an item was to be paid: where a plan goes on of which parts were missed, that of the first of them,
    /// else its due date. A part that was agreed for before the due date is late from the due date (SPEC.md 10.4).
    pub fn payable_on(&self, position: &ItemPosition<'j>) -> Option<NaiveDate> {
        let due = self.journal.items[position.item].due;
        let Some(plan) = self.missed_plan(position) else {
            return due;
        };
        // Of several invoices the one due first is asked first: of the others nothing may be asked yet.
        let shares = self.shares_of_plan(&plan);
        let own = shares.get(&position.invoice).and_then(|own| own.first());
        let day = own.map(|share| share.due).or(plan.next_due);
        let first = || plan.missed_days.first().copied();
        let day = day.or_else(first);
        day.map(|day| due.map_or(day, |due| day.max(due))).or(due)
    }
}
