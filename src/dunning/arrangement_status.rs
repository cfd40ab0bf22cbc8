//! What became of a promise and of a plan.

use super::receipts::Receipts;
use crate::journal::model::{Event, Policy};
use crate::value::calendar::Duration;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What became of a promise by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseOutcome {
    /// What was promised had come in on this day, in time.
    Kept(NaiveDate),
    /// Its day and the bank buffer have passed; broken since this day.
    Broken(NaiveDate),
    /// It may still be kept: through this day, where it names one.
    Running(Option<NaiveDate>),
}

/// What the receipts alone say of a promise by a day, and what was received for it (SPEC.md 10.1): payments dated from
/// its day through its last day count. Letters and the work list ask `LadderRules::promise_outcome`, which calls none
/// broken while money of the customer waits.
pub fn outcome_by_receipts(
    receipts: &Receipts,
    promise: &Event,
    policy: &Policy,
    as_of: NaiveDate,
) -> (PromiseOutcome, Minor) {
    let made = promise.promise();
    let by = made.and_then(|made| made.deadline);
    let mut days = (*receipts.paid_by_day(promise, as_of)).clone();
    days.retain(|day, _| by.is_none_or(|by| *day <= by));
    let received = sum_of_days(&days);
    let promised = made.and_then(|made| made.amount);
    // A promise without an amount is kept by any payment; a check asks for the amount.
    let wanted = promised.map_or(Minor(1), |promised| promised.minor);
    let through = by.map(|by| add_duration(by, policy.bank_buffer));
    let fate = match (day_reached(&days, wanted), through) {
        (Some(day), _) if received >= wanted => PromiseOutcome::Kept(day),
        (_, Some(through)) if as_of > through => PromiseOutcome::Broken(next_day(through)),
        _ => PromiseOutcome::Running(through),
    };
    (fate, received)
}

/// How a plan stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanStatus {
    /// All its terms are met.
    Fulfilled,
    /// The next term that is not met may be paid through this day; `None` while what it pays has no due date.
    Running(Option<NaiveDate>),
    /// A term was missed; since this day.
    Missed {
        /// The day after its term and the grace.
        since: NaiveDate,
        /// The day of the term.
        term: NaiveDate,
        /// How much was missing on it; all of the rest where the plan says so.
        missing: Money,
    },
}

/// A part of a plan.
#[derive(Clone, Copy, Debug)]
pub struct PlanPart {
    /// The day that was agreed.
    pub agreed: NaiveDate,
    /// The day on which it is due: that, but not before what it pays is due; `None` while that has no due date.
    pub due: Option<NaiveDate>,
    /// The last day to pay it, the grace included.
    pub through: Option<NaiveDate>,
    /// How much.
    pub amount: Money,
    /// The parts through this one, added up.
    pub wanted: Minor,
}

impl PlanPart {
    /// Whether its time is over on a day.
    pub fn is_over(&self, on: NaiveDate) -> bool {
        self.through.is_some_and(|through| through < on)
    }
}

/// The parts of a plan. One that was agreed for a day before the due date of what it pays is due on that date
/// (SPEC.md 10.4): the parts pay what was open when the plan was made, what was due first before the rest.
pub fn plan_parts(receipts: &Receipts, plan: &Event, grace: Option<Duration>) -> Vec<PlanPart> {
    let terms = plan.plan().map_or(&[][..], |plan| &plan.instalments);
    let open = receipts.open_when_made(plan);
    let mut wanted = Minor::ZERO;
    let parts = terms.iter().map(|term| {
        let mut before = wanted;
        wanted += term.amount.minor;
        let begins = open.iter().find(|(_, amount)| {
            before -= *amount;
            before < Minor::ZERO
        });
        let paid_due = begins.or_else(|| open.last()).map(|(due, _)| *due);
        let due = paid_due.map_or(Some(term.due), |due| Some(due?.max(term.due)));
        PlanPart {
            agreed: term.due,
            due,
            through: due.map(|due| add_duration(due, grace)),
            amount: term.amount,
            wanted,
        }
    });
    parts.collect()
}

/// How a plan stands on a day (SPEC.md 10.4): money that counts for its invoices from its day on, against its terms
/// added up. `None` for a plan without terms.
pub fn plan_status(
    receipts: &Receipts,
    plan: &Event,
    policy: &Policy,
    as_of: NaiveDate,
) -> Option<PlanStatus> {
    let accelerate = plan.plan()?.accelerate;
    let parts = plan_parts(receipts, plan, policy.plan_grace);
    let all = parts.last()?.wanted;
    let days = receipts.counted_by_day(plan, as_of);
    let received = sum_of_days(&days);
    for part in parts {
        let met = day_reached(&days, part.wanted);
        // With acceleration a term that was met too late stays missed; without, paying it mends the plan.
        let in_time = met.is_some_and(|day| !part.is_over(day) || !accelerate);
        if in_time && received >= part.wanted {
            continue;
        }
        let Some(through) = part.through.filter(|through| *through < as_of) else {
            return Some(PlanStatus::Running(part.through));
        };
        let owed = if accelerate { all } else { part.wanted };
        let missing = (owed - received).min(receipts.late_of(plan, as_of));
        return Some(PlanStatus::Missed {
            since: next_day(through),
            term: part.agreed,
            missing: Money::new(missing, part.amount.currency),
        });
    }
    Some(PlanStatus::Fulfilled)
}

/// The first day on which the days before it and it add up to a sum.
fn day_reached(days: &BTreeMap<NaiveDate, Minor>, wanted: Minor) -> Option<NaiveDate> {
    let mut sum = Minor::ZERO;
    let mut days = days.iter();
    days.find(|(_, amount)| {
        sum += **amount;
        sum >= wanted
    })
    .map(|(day, _)| *day)
}

fn sum_of_days(days: &BTreeMap<NaiveDate, Minor>) -> Minor {
    days.values().fold(Minor::ZERO, |sum, amount| sum + *amount)
}

/// A day and some time; the day itself where there is no such day in the calendar we keep.
pub fn add_duration(day: NaiveDate, by: Option<Duration>) -> NaiveDate {
    by.and_then(|by| by.date_after(day)).unwrap_or(day)
}

/// The day after.
pub fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}
