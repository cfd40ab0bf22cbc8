//! Which step of its ladder an item has done, which is next, and from which day it is possible (SPEC.md 11).
//!
//! ```text
//!  possible from = the latest of
//!     due date + days of the step
//!     day of the last letter + gap
//!     deadline of the last letter + 1 + bank buffer
//!     end of a hold + 1 (+ restart gap after a dispute)
//!     day of a reversal + gap
//! ```
//!
//! It is compared with the day asked about, never equated, so that a morning missed loses nothing. And since one step
//! is next at a time, a long absence leads to one friendly letter.

use super::arrangement::{Course, Fate, course, fate, later, next};
use super::calendar::Calendar;
use super::hold::{Held, Hold};
use super::receipts::Receipts;
use super::track::{Completion, Track, ends};
use crate::claim::letter::{is_fourteen_day_letter, term};
use crate::claim::party::Party;
use crate::journal::ladder::{BUILT_IN_POLICY, Stage, Threshold};
use crate::journal::model::{CustomerIx, Event, InvoiceIx, ItemIx, Journal, MovementIx, Policy};
use crate::ledger::model::Ledger;
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The step an item has done last.
#[derive(Clone, Copy, Debug)]
pub struct Done<'j> {
    /// Its place in the ladder.
    pub place: usize,
    /// The entry that did it last.
    pub event: &'j Event,
    /// The last day to pay that it gave.
    pub deadline: Option<NaiveDate>,
}

/// The step that is next.
#[derive(Clone, Debug)]
pub struct Next<'j> {
    /// Its place in the ladder.
    pub place: usize,
    /// Every day that it waits for, with the reason; in the order of the picture above.
    pub waits: Vec<Wait<'j>>,
}

/// A day that a step waits for.
#[derive(Clone, Copy, Debug)]
pub struct Wait<'j> {
    /// The day from which this reason allows it; `None` while nobody knows.
    pub from: Option<NaiveDate>,
    /// Why.
    pub why: Why,
    /// What happened.
    pub what: What<'j>,
}

/// Why a step waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// So long before or after the due date.
    Threshold,
    /// So long after the last letter.
    Gap,
    /// The last letter gave time until a day, and payments may be on their way.
    Deadline {
        /// That day.
        given: NaiveDate,
    },
    /// A hold.
    Hold(Hold),
    /// A payment bounced.
    Reversal,
}

/// What happened that a step waits for.
#[derive(Clone, Copy, Debug)]
pub enum What<'j> {
    /// The due date of the item.
    Due(NaiveDate),
    /// An entry.
    Event(&'j Event),
    /// A reversal.
    Movement(MovementIx),
}

/// Where an item stands on its ladder.
#[derive(Clone, Debug)]
pub struct Standing<'j> {
    /// The policy that rules the calendar.
    pub policy: &'j Policy,
    /// The step done last: by a letter, left out by a `skip`, or by a hand-over.
    pub done: Option<Done<'j>>,
    /// The highest step of which a letter went out.
    pub sent: Option<(&'j Stage, &'j Event)>,
    /// The step that is next; `None` where the ladder is at its end or the item has no due date.
    pub next: Option<Next<'j>>,
    /// Holds, those that ended included.
    pub holds: Vec<Held<'j>>,
}

impl<'j> Standing<'j> {
    /// The stage at a place of the ladder.
    pub fn stage(&self, place: usize) -> Option<&'j Stage> {
        self.policy.ladder().get(place)
    }

    /// The holds that stand at the end of a day.
    pub fn standing_holds(&self, on: NaiveDate) -> impl Iterator<Item = &Held<'j>> {
        self.holds.iter().filter(move |held| held.stands(on))
    }

    /// The stage done last.
    pub fn done_stage(&self) -> Option<&'j Stage> {
        self.stage(self.done?.place)
    }

    /// The stage that is next.
    pub fn next_stage(&self) -> Option<&'j Stage> {
        self.stage(self.next.as_ref()?.place)
    }
}

impl Next<'_> {
    /// The first day on which it is possible; `None` while a hold has no known end.
    pub fn from(&self) -> Option<NaiveDate> {
        let mut first = None;
        for wait in &self.waits {
            first = first.max(Some(wait.from?));
        }
        first
    }
}

/// What is needed to say where items stand.
#[derive(Debug)]
pub struct Steps<'j> {
    journal: &'j Journal,
    ledger: &'j Ledger,
    /// The policies in force.
    pub calendar: Calendar<'j>,
    /// What came in for what was promised.
    pub receipts: Receipts,
    reversals: BTreeMap<ItemIx, (NaiveDate, MovementIx)>,
}

impl<'j> Steps<'j> {
    /// Gathers what the journal says, with the policies in force on the day of the ledger.
    pub fn of(journal: &'j Journal, ledger: &'j Ledger) -> Self {
        let mut reversals = BTreeMap::new();
        for step in &ledger.allocations {
            if step.rule == crate::ledger::model::AllocationRule::Reversed {
                reversals.insert(step.item, (step.date, step.movement));
            }
        }
        Self {
            journal,
            ledger,
            calendar: Calendar::of(journal, ledger.as_of.0),
            receipts: Receipts::of(journal, ledger),
            reversals,
        }
    }

    /// Where an item stands at a moment: on a day, when its own and its customer's entries up to then were read.
    pub fn standing(
        &self,
        item: ItemIx,
        own: &Track<'j>,
        all: &Track<'j>,
        on: NaiveDate,
    ) -> Standing<'j> {
        let record = &self.journal.items[item];
        let policy = self.calendar.policy(record.invoice, on);
        let holds = self.holds(record.invoice, own, all, policy, on);
        let mut standing = Standing {
            policy,
            done: None,
            sent: None,
            next: None,
            holds,
        };
        if let Some(due) = record.due {
            standing.done = self.done(record.invoice, policy, own, due);
            standing.sent = sent(policy, own, due);
            standing.next = self.next(item, due, &standing, on);
        }
        standing
    }

    /// The highest step done for an item due on a day.
    fn done(
        &self,
        invoice: InvoiceIx,
        policy: &'j Policy,
        own: &Track<'j>,
        due: NaiveDate,
    ) -> Option<Done<'j>> {
        let mut highest_first = policy.ladder().iter().enumerate().rev();
        highest_first.find_map(|(place, stage)| {
            let event = covering(stage, own.completion(&stage.name)?, due)?;
            Some(Done {
                place,
                event,
                deadline: self.deadline(invoice, policy, stage, event),
            })
        })
    }

    /// The last day to pay that a letter gave: the one it names, else what the policy gives from its day, or from
    /// its receipt where the law gives a consumer fourteen days.
    fn deadline(
        &self,
        invoice: InvoiceIx,
        policy: &Policy,
        stage: &Stage,
        event: &Event,
    ) -> Option<NaiveDate> {
        if let Some(named) = event.sent_letter()?.deadline {
            return Some(named);
        }
        let customer = self.journal.invoices[invoice].customer;
        let law = self.calendar.law(customer);
        if let Some(law) = law.filter(|_| self.is_notice(customer, event)) {
            let by_law = term(law, event)?;
            let by_policy = stage
                .deadline
                .and_then(|time| time.date_after(by_law.receipt.day()));
            return Some(by_policy.map_or(by_law.last_day, |day| day.max(by_law.last_day)));
        }
        let last = stage.deadline?.date_after(event.date)?;
        law.filter(|_| policy.workdays)
            .and_then(|law| law.calendar.roll(last))
            .or(Some(last))
    }

    /// Whether a letter gave its reader the fourteen days of the law.
    fn is_notice(&self, customer: Option<CustomerIx>, sent: &Event) -> bool {
        customer.is_some_and(|customer| {
            let party = Party::of(self.journal, customer);
            is_fourteen_day_letter(self.journal, &party, sent)
        })
    }

    /// The step after the one done. A step before the due date lapses when that has passed, or when it cannot come
    /// before it any more.
    fn next(
        &self,
        item: ItemIx,
        due: NaiveDate,
        standing: &Standing<'j>,
        on: NaiveDate,
    ) -> Option<Next<'j>> {
        let first = standing.done.map_or(0, |done| done.place.saturating_add(1));
        let ladder = standing.policy.ladder().iter().enumerate().skip(first);
        for (place, stage) in ladder {
            let next = Next {
                place,
                waits: self.waits(item, due, stage, standing, on),
            };
            let lapsed = stage.threshold.is_before()
                && (on > due || next.from().is_some_and(|from| from > due));
            if !lapsed {
                return Some(next);
            }
        }
        None
    }

    fn waits(
        &self,
        item: ItemIx,
        due: NaiveDate,
        stage: &Stage,
        standing: &Standing<'j>,
        on: NaiveDate,
    ) -> Vec<Wait<'j>> {
        let mut waits = vec![Wait {
            from: stage.threshold.earliest_day(due),
            why: Why::Threshold,
            what: What::Due(due),
        }];
        let buffer = standing.policy.bank_buffer;
        if let Some(done) = standing.done {
            let event = What::Event(done.event);
            waits.extend(
                stage
                    .gap
                    .map(|gap| after(done.event.date, gap, Why::Gap, event)),
            );
            waits.extend(done.deadline.map(|day| Wait {
                from: Some(next(later(day, buffer))),
                why: Why::Deadline { given: day },
                what: event,
            }));
        }
        let whole = standing.holds.iter().filter(|held| held.whole);
        waits.extend(whole.map(|held| Wait {
            from: held.through.map(next),
            why: Why::Hold(held.hold),
            what: What::Event(held.event),
        }));
        let reversal = self.reversals.get(&item).filter(|(day, _)| *day <= on);
        if let Some((day, reversal)) = reversal {
            let gap = stage.gap.unwrap_or(Duration::Days(0));
            waits.push(after(*day, gap, Why::Reversal, What::Movement(*reversal)));
        }
        waits
    }

    /// Every hold of an invoice at a moment, those that ended included.
    fn holds(
        &self,
        invoice: InvoiceIx,
        own: &Track<'j>,
        all: &Track<'j>,
        policy: &Policy,
        on: NaiveDate,
    ) -> Vec<Held<'j>> {
        let release = latest(own.release, all.release);
        let mut holds = Vec::new();
        holds.extend(own.promise.and_then(|it| self.promised(it, policy, on)));
        holds.extend(
            own.dispute
                .map(|it| self.disputed(invoice, it, own, policy)),
        );
        holds.extend(
            own.plan
                .and_then(|it| self.planned(it, release, policy, on)),
        );
        for hold in own.hold.into_iter().chain(all.hold) {
            holds.push(waiting(hold, release));
        }
        if let Some(handover) = own.handover {
            let back = ends(handover, own.back).map(|back| back.date);
            holds.push(Held::begun(Hold::Handover, handover).ended(back));
        }
        holds.extend(
            all.insolvent
                .map(|event| Held::begun(Hold::Insolvency, event)),
        );
        holds
    }

    /// A promise stops letters until it is kept, or until its day and the bank buffer have passed. One that names no
    /// day stops none.
    fn promised(&self, promise: &'j Event, policy: &Policy, on: NaiveDate) -> Option<Held<'j>> {
        promise.promise()?.deadline?;
        let held = Held::begun(Hold::Promise, promise);
        Some(match fate(&self.receipts, promise, policy, on).0 {
            Fate::Kept(day) => held.ended(Some(day)),
            Fate::Broken(since) => held.lasting(since.pred_opt()),
            Fate::Running(through) => held.lasting(through),
        })
    }

    fn disputed(
        &self,
        invoice: InvoiceIx,
        dispute: &'j Event,
        own: &Track<'j>,
        policy: &Policy,
    ) -> Held<'j> {
        let amount = dispute.disputed_amount();
        let end = ends(dispute, own.resolve).map(|end| end.date);
        Held {
            through: end.map(|day| later(day, policy.restart_gap)),
            whole: amount.is_none_or(|amount| amount.minor >= self.contested(invoice)),
            ..Held::begun(Hold::Dispute, dispute).ended(end)
        }
    }

    fn planned(
        &self,
        plan: &'j Event,
        release: Option<&'j Event>,
        policy: &Policy,
        on: NaiveDate,
    ) -> Option<Held<'j>> {
        let held = Held::begun(Hold::Plan, plan);
        if let Some(end) = ends(plan, release) {
            return Some(held.ended(Some(end.date)));
        }
        match course(&self.receipts, plan, policy, on)? {
            Course::Running(through) => Some(held.lasting(Some(through))),
            Course::Missed { since, .. } => Some(held.lasting(since.pred_opt())),
            Course::Fulfilled => None,
        }
    }

    /// What became of a promise by the day of the ledger, and what was received for it. It is not called broken while
    /// money of that customer waits that could cover what is missing (SPEC.md 10.1).
    pub fn promise(&self, promise: &Event) -> (Fate, Minor) {
        let on = self.ledger.as_of.0;
        let policy = promise
            .invoice
            .map(|invoice| self.calendar.policy(invoice, on));
        let policy = policy.unwrap_or(&BUILT_IN_POLICY);
        let (fate, received) = fate(&self.receipts, promise, policy, on);
        let promised = promise.promise().and_then(|made| made.amount);
        match (fate, promised) {
            (Fate::Broken(_), Some(promised))
                if self.waiting(promise, promised.currency) >= promised.minor - received =>
            {
                (Fate::Running(None), received)
            }
            _ => (fate, received),
        }
    }

    /// What waits on account of the customer of an entry.
    fn waiting(&self, event: &Event, currency: Currency) -> Minor {
        let account = event.customer.map(|customer| (customer, currency));
        let account = account.and_then(|account| self.ledger.on_account.get(&account));
        let credits = account.into_iter().flatten();
        credits.fold(Minor::ZERO, |sum, credit| sum + credit.remaining)
    }

    /// What a dispute is measured by: what is open, or was invoiced where nothing is open any more.
    fn contested(&self, invoice: InvoiceIx) -> Minor {
        let open = self.open(invoice);
        let amount = self.journal.invoices[invoice].amount().unwrap_or_default();
        if open.is_positive() {
            open
        } else {
            amount.into()
        }
    }

    /// The principal of an invoice that is open on the day of the ledger.
    pub fn open(&self, invoice: InvoiceIx) -> Minor {
        let items = self.journal.items_of(invoice);
        items.fold(Minor::ZERO, |sum, item| {
            sum + self.ledger.items[item].open.into()
        })
    }
}

/// The highest step of which a letter about an item due on a day went out.
fn sent<'j>(policy: &'j Policy, own: &Track<'j>, due: NaiveDate) -> Option<(&'j Stage, &'j Event)> {
    let mut highest_first = policy.ladder().iter().rev();
    highest_first.find_map(|stage| {
        let events = own.completion(&stage.name)?.latest_first();
        let mut letters = events
            .into_iter()
            .filter(|event| event.sent_letter().is_some());
        Some((stage, letters.find(|event| covers(event, stage, due))?))
    })
}

/// The entry that did a step for an item due on a day.
fn covering<'j>(stage: &Stage, done: &Completion<'j>, due: NaiveDate) -> Option<&'j Event> {
    let mut events = done.latest_first().into_iter();
    events.find(|event| covers(event, stage, due))
}

/// Whether an entry does a step for an item due on a day: a letter covers what was late on its day, one before the
/// due date what was not, a hand-over all.
fn covers(event: &Event, stage: &Stage, due: NaiveDate) -> bool {
    let in_time = match stage.threshold {
        Threshold::Before(_) => event.date <= due,
        Threshold::After(_) => event.date > due,
    };
    in_time || event.handover().is_some()
}

fn after(day: NaiveDate, time: Duration, why: Why, what: What<'_>) -> Wait<'_> {
    Wait {
        from: time.date_after(day),
        why,
        what,
    }
}

/// A hold of ours: until its day, or its release if that comes sooner.
fn waiting<'j>(hold: &'j Event, release: Option<&'j Event>) -> Held<'j> {
    let end = ends(hold, release).map(|end| end.date);
    match hold.hold_until() {
        Some(until) if end.is_none_or(|end| until < end) => {
            Held::begun(Hold::Hold, hold).lasting(Some(until))
        }
        _ => Held::begun(Hold::Hold, hold).ended(end),
    }
}

/// The later of two entries.
fn latest<'j>(one: Option<&'j Event>, other: Option<&'j Event>) -> Option<&'j Event> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if one.date >= other.date { one } else { other }),
        (one, other) => one.or(other),
    }
}
