//! Splits the open amount of one invoice over the days on which it is expected.

use super::expected_receipt::{ExpectedReceipt, ForecastReason, ReceiptTiming};
use super::habit::{Habit, Habits};
use super::median::HalfDays;
use super::open_invoice::OpenInvoice;
use super::promised_amounts::PromisedAmount;
use crate::dunning::dunning_state::DunningState;
use crate::dunning::hold::Hold;
use crate::journal::model::ItemIx;
use crate::value::calendar::days_between;
use crate::value::money::Minor;
use chrono::{Days, NaiveDate};

/// Splits the open amount of one invoice over the days on which it is expected.
pub struct ForecastSplit<'s, 'j> {
    /// The promises, plans and holds.
    pub dunning: &'s DunningState<'j>,
    /// The invoice.
    pub invoice: &'s OpenInvoice<'j>,
    /// The payment habits of customers.
    pub habits: &'s Habits,
    /// The open items and the amount of each that is not assigned yet, in minor units.
    pub remaining: Vec<(ItemIx, Minor)>,
    /// The receipts, to which the parts are added.
    pub receipts: &'s mut Vec<ExpectedReceipt<'j>>,
}

impl<'j> ForecastSplit<'_, 'j> {
    /// Splits the whole amount: first what is held, then what was promised or planned, then the rest by habit.
    pub fn split_invoice(mut self, arranged: &[PromisedAmount<'j>]) {
        self.add_conceded();
        self.add_held(Hold::Insolvency, ReceiptTiming::Insolvent);
        self.add_held(Hold::Handover, ReceiptTiming::HandedOver);
        self.add_disputed();
        for slice in arranged {
            self.add_up_to(slice.amount, slice.timing, slice.reason);
        }
        self.add_held(Hold::Hold, ReceiptTiming::Held);
        for (item, amount) in std::mem::take(&mut self.remaining) {
            let (timing, usual) = self.expected_by_habit(item);
            let broken = self.invoice.broken_promise;
            let broken = broken.filter(|_| timing == ReceiptTiming::Unknown);
            let reason = broken.map_or(usual, ForecastReason::BrokenPromise);
            self.add_receipt(item, amount, timing, reason);
        }
    }

    /// Assigns everything that is left, where a hold of this kind is in force.
    fn add_held(&mut self, hold: Hold, timing: ReceiptTiming) {
        if let Some(event) = self.invoice.holding_event(hold) {
            self.add_up_to(None, timing, ForecastReason::Hold(event));
        }
    }

    /// Assigns what was conceded to the customer, the earliest items first, as letters leave it out.
    fn add_conceded(&mut self) {
        let holds = self.invoice.holds.iter();
        let mut conceded = holds.filter(|held| held.hold == Hold::Conceded).peekable();
        while let Some(held) = conceded.next() {
            let takes_rest = held.covers_whole_invoice && conceded.peek().is_none();
            let amount = held.amount.filter(|_| !takes_rest);
            let reason = ForecastReason::Hold(held.event);
            self.add_up_to(amount, ReceiptTiming::Conceded, reason);
        }
    }

    /// Assigns the disputed amount, from the latest items on; the customer does not dispute the earliest.
    fn add_disputed(&mut self) {
        if let Some(event) = self.invoice.holding_event(Hold::Dispute) {
            let amount = event.disputed_amount().map(|amount| amount.minor);
            let reason = ForecastReason::Hold(event);
            self.remaining.reverse();
            self.add_up_to(amount, ReceiptTiming::Disputed, reason);
            self.remaining.reverse();
        }
    }

    /// Assigns `amount` of what is left, from the first items on; everything where `amount` is `None`.
    fn add_up_to(
        &mut self,
        mut amount: Option<Minor>,
        timing: ReceiptTiming,
        reason: ForecastReason<'j>,
    ) {
        for (item, left) in std::mem::take(&mut self.remaining) {
            let part = amount.map_or(left, |amount| amount.min(left));
            let part = part.max(Minor::ZERO);
            self.add_receipt(item, part, timing, reason);
            amount = amount.map(|amount| amount - part);
            if left > part {
                self.remaining.push((item, left - part));
            }
        }
    }

    fn add_receipt(
        &mut self,
        item: ItemIx,
        amount: Minor,
        timing: ReceiptTiming,
        reason: ForecastReason<'j>,
    ) {
        let invoice = self.invoice.invoice;
        if amount.is_positive() {
            self.receipts.push(ExpectedReceipt {
                customer: self.dunning.journal.invoices[invoice].customer,
                invoice,
                item,
                amount,
                timing,
                reason,
            });
        }
    }

    /// The timing of an item by the habit of the customer.
    fn expected_by_habit(&self, item: ItemIx) -> (ReceiptTiming, ForecastReason<'j>) {
        let journal = self.dunning.journal;
        let invoice = &journal.invoices[self.invoice.invoice];
        let Some(due) = journal.items[item].due else {
            return (ReceiptTiming::Unknown, ForecastReason::NoDueDate);
        };
        let as_of = self.dunning.ledger.as_of;
        let habit = invoice
            .customer
            .map(|customer| self.habits.get(customer, invoice.currency));
        match habit.filter(|habit| habit.is_known()) {
            Some(habit) => timing_by_habit(habit, due, as_of),
            None if due >= as_of => (ReceiptTiming::On(due), ForecastReason::DueDate),
            None => (ReceiptTiming::Unknown, ForecastReason::TooFew),
        }
    }
}

fn timing_by_habit<'j>(
    habit: &Habit,
    due: NaiveDate,
    as_of: NaiveDate,
) -> (ReceiptTiming, ForecastReason<'j>) {
    let late = days_between(due, as_of);
    let on = |days: HalfDays| ReceiptTiming::On(add_days(due, days.rounded_up()).max(as_of));
    let median = habit.median_days_late().unwrap_or(HalfDays(0));
    if late <= 0 || median.rounded_up() >= late {
        let items = habit.settled_items().len();
        return (
            on(median),
            ForecastReason::UsualDays {
                days: median,
                items,
            },
        );
    }
    let items = habit.count_of_at_least(late);
    if let Some(days) = habit.median_of_at_least(late) {
        return (on(days), ForecastReason::UsualWhenLate { days, items });
    }
    let of = habit.settled_items().len();
    (
        ReceiptTiming::Unknown,
        ForecastReason::TooLate {
            items,
            settled_items: of,
        },
    )
}

/// The day `days` after `day`, or before it where negative; `day` itself past the end of the calendar.
fn add_days(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        day.checked_sub_days(count)
    } else {
        day.checked_add_days(count)
    };
    moved.unwrap_or(day)
}
