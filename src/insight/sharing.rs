//! What is open of one invoice, shared over the days on which it may come.

use super::arranged::Slice;
use super::expectation::{Case, Expectation, When, Why};
use super::habit::{Habit, Habits};
use super::halves::Halves;
use crate::dunning::hold::Hold;
use crate::dunning::position::Dunning;
use crate::journal::model::{Event, ItemIx};
use crate::value::calendar::days_between;
use crate::value::money::Minor;
use chrono::{Days, NaiveDate};

/// Shares what is open of an invoice over the days on which it is expected.
pub struct Sharing<'s, 'j> {
    /// Promises, plans and holds.
    pub dunning: &'s Dunning<'j>,
    /// The invoice.
    pub case: &'s Case<'j>,
    /// How customers pay.
    pub habits: &'s Habits,
    /// What of its items is not shared yet.
    pub left: Vec<(ItemIx, Minor)>,
    /// Where the shares go.
    pub all: &'s mut Vec<Expectation<'j>>,
}

impl<'j> Sharing<'_, 'j> {
    /// Shares all of it: what stands apart first, then what was promised or planned, then the rest by habit.
    pub fn share(mut self, arranged: &[Slice<'j>]) {
        for (hold, when) in [
            (Hold::Insolvency, When::Insolvent),
            (Hold::Handover, When::HandedOver),
        ] {
            if let Some(event) = self.case.held(hold) {
                self.put_rest(when, event);
            }
        }
        self.put_disputed();
        for slice in arranged {
            self.put(slice.amount, When::On(slice.day), slice.why);
        }
        if let Some(event) = self.case.held(Hold::Hold) {
            self.put_rest(When::Held, event);
        }
        for (item, amount) in std::mem::take(&mut self.left) {
            let (when, usual) = self.usual(item);
            let broken = self.case.broken.filter(|_| when == When::Unknown);
            self.add(item, amount, when, broken.map_or(usual, Why::Broken));
        }
    }

    /// All that is left, to one side.
    fn put_rest(&mut self, when: When, event: &'j Event) {
        for (item, amount) in std::mem::take(&mut self.left) {
            self.add(item, amount, when, Why::Held(event));
        }
    }

    /// What is disputed; the earliest items are what the customer does not dispute.
    fn put_disputed(&mut self) {
        let Some(event) = self.case.held(Hold::Dispute) else {
            return;
        };
        let Some(amount) = event.disputed_amount() else {
            self.put_rest(When::Disputed, event);
            return;
        };
        self.left.reverse();
        self.put(Some(amount.minor), When::Disputed, Why::Held(event));
        self.left.reverse();
    }

    /// So much of what is left, the first items first; all of it where no amount is said.
    fn put(&mut self, amount: Option<Minor>, when: When, why: Why<'j>) {
        let mut wanted = amount;
        for (item, left) in &mut self.left {
            let part = wanted.map_or(*left, |wanted| wanted.min(*left));
            if part.is_positive() {
                self.all
                    .push(expectation(self.dunning, *item, part, when, why));
                *left -= part;
                wanted = wanted.map(|wanted| wanted - part);
            }
        }
        self.left.retain(|(_, left)| left.is_positive());
    }

    fn add(&mut self, item: ItemIx, amount: Minor, when: When, why: Why<'j>) {
        if amount.is_positive() {
            self.all
                .push(expectation(self.dunning, item, amount, when, why));
        }
    }

    /// What the customer's own habit leads one to expect.
    fn usual(&self, item: ItemIx) -> (When, Why<'j>) {
        let journal = self.dunning.journal;
        let invoice = &journal.invoices[self.case.invoice];
        let Some(due) = journal.items[item].due else {
            return (When::Unknown, Why::NoDueDate);
        };
        let as_of = self.dunning.ledger.as_of.0;
        let habit = invoice
            .customer
            .map(|customer| self.habits.get(customer, invoice.currency));
        match habit.filter(|habit| habit.is_known()) {
            Some(habit) => by_habit(habit, due, as_of),
            None if due >= as_of => (When::On(due), Why::Due),
            None => (When::Unknown, Why::TooFew),
        }
    }
}

fn by_habit<'j>(habit: &Habit, due: NaiveDate, as_of: NaiveDate) -> (When, Why<'j>) {
    let late = days_between(due, as_of);
    let on = |days: Halves| When::On(after(due, days.rounded_up()).max(as_of));
    let median = habit.median().unwrap_or(Halves(0));
    if late <= 0 || median.rounded_up() >= late {
        let items = habit.settled().len();
        return (
            on(median),
            Why::Usual {
                days: median,
                items,
            },
        );
    }
    let items = habit.count_from(late);
    if let Some(days) = habit.median_from(late) {
        return (on(days), Why::Recovered { days, items });
    }
    let of = habit.settled().len();
    (When::Unknown, Why::TooLate { items, of })
}

/// A day so many days after another, or before it; the day itself past the end of time.
fn after(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        day.checked_sub_days(count)
    } else {
        day.checked_add_days(count)
    };
    moved.unwrap_or(day)
}

fn expectation<'j>(
    dunning: &Dunning<'j>,
    item: ItemIx,
    amount: Minor,
    when: When,
    why: Why<'j>,
) -> Expectation<'j> {
    let invoice = dunning.journal.items[item].invoice;
    Expectation {
        customer: dunning.journal.invoices[invoice].customer,
        invoice,
        item,
        amount,
        when,
        why,
    }
}
