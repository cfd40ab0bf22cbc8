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

use super::arrangement_status::{
    PlanStatus, PromiseOutcome, add_duration, next_day, outcome_by_receipts, plan_status,
};
use super::concessions::DisputeReductions;
use super::history::{DunningHistory, ending_event};
use super::hold::{Hold, HoldPeriod};
use super::part_letters::{PartCalendar, PartLetters, PartStep, PartsOfEntries};
use super::policy_lookup::PolicyLookup;
use super::receipts::Receipts;
use super::void_letter::{LetterCheck, LetterFault, VoidLetter};
use crate::claim::fourteen_day_letter::{is_fourteen_day_letter, notice_term_of};
use crate::claim::letter_scope::LetterScopes;
use crate::claim::parties::ClaimParties;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::ladder::Stage;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, ItemIx, Journal, MovementIx, Policy};
use crate::ledger::model::Ledger;
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The step an item has done last.
#[derive(Clone, Copy, Debug)]
pub struct CompletedStep<'j> {
    /// Its place in the ladder.
    pub stage_index: usize,
    /// The entry that did it last.
    pub event: &'j Event,
    /// The last day to pay that it gave.
    pub deadline: Option<NaiveDate>,
}

/// The step that is next.
#[derive(Clone, Debug)]
pub struct NextStep<'j> {
    /// Its place in the ladder.
    pub stage_index: usize,
    /// Every day that it waits for, with the reason; in the order of the picture above.
    pub conditions: Vec<WaitCondition<'j>>,
}

/// A day that a step waits for.
#[derive(Clone, Copy, Debug)]
pub struct WaitCondition<'j> {
    /// The day from which this reason allows it; `None` while nobody knows.
    pub from: Option<NaiveDate>,
    /// Why.
    pub reason: WaitReason,
    /// What happened.
    pub cause: WaitCause<'j>,
}

/// Why a step waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitReason {
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
pub enum WaitCause<'j> {
    /// The due date of the item.
    Due(NaiveDate),
    /// An entry.
    Event(&'j Event),
    /// A reversal.
    Movement(MovementIx),
}

/// Where an item stands on its ladder.
#[derive(Clone, Debug)]
pub struct LadderPosition<'j> {
    /// The policy that rules the calendar.
    pub policy: &'j Policy,
    /// The step done last: by a letter, left out by a `skip`, or by a hand-over.
    pub done_step: Option<CompletedStep<'j>>,
    /// The last letter that was to give a consumer the fourteen days of the law and gave none, or not of all that is asked
    /// now, behind the step done: its step is to be done again.
    pub void_letter: Option<VoidLetter<'j>>,
    /// The highest step of which a letter went out.
    pub last_sent: Option<(&'j Stage, &'j Event)>,
    /// The step that is next; `None` where the ladder is at its end or the item has no due date.
    pub next_step: Option<NextStep<'j>>,
    /// Holds, those that ended included.
    pub holds: Vec<HoldPeriod<'j>>,
}

impl<'j> LadderPosition<'j> {
    /// No step done, and nothing held.
    const fn at_beginning(policy: &'j Policy) -> Self {
        Self {
            policy,
            done_step: None,
            void_letter: None,
            last_sent: None,
            next_step: None,
            holds: Vec::new(),
        }
    }

    /// The stage at a place of the ladder.
    pub fn stage(&self, place: usize) -> Option<&'j Stage> {
        self.policy.ladder().get(place)
    }

    /// The holds that stand at the end of a day.
    pub fn active_holds(&self, as_of: NaiveDate) -> impl Iterator<Item = &HoldPeriod<'j>> {
        self.holds
            .iter()
            .filter(move |held| held.is_active_on(as_of))
    }

    /// The stage done last.
    pub fn done_stage(&self) -> Option<&'j Stage> {
        self.stage(self.done_step?.stage_index)
    }

    /// The stage that is next.
    pub fn next_stage(&self) -> Option<&'j Stage> {
        self.stage(self.next_step.as_ref()?.stage_index)
    }
}

impl NextStep<'_> {
    /// The first day on which it is possible; `None` while a hold has no known end.
    pub fn possible_from(&self) -> Option<NaiveDate> {
        let mut first = None;
        for wait in &self.conditions {
            first = first.max(Some(wait.from?));
        }
        first
    }
}

/// What is needed to say where items stand.
#[derive(Debug)]
pub struct LadderRules<'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// Who owes what on the day.
    pub ledger: &'j Ledger,
    /// The policies in force.
    pub policies: PolicyLookup<'j>,
    /// What came in for what was promised.
    pub receipts: Receipts,
    reversals: BTreeMap<ItemIx, (NaiveDate, MovementIx)>,
    /// Credit notes and the like for invoices of which a complaint was right.
    pub reductions: DisputeReductions,
    /// What fourteen-day letters asked, where that was not all that was late; worked out when first asked.
    letter_scopes: OnceCell<Rc<LetterScopes>>,
    /// How that is worked out; `None`: every letter asked all that was late.
    find_scopes: Option<fn(&LadderRules<'_>) -> LetterScopes>,
}

impl<'j> LadderRules<'j> {
    /// Gathers what the journal says, with the policies in force on the day of the ledger.
    pub fn new(journal: &'j Journal, ledger: &'j Ledger) -> Self {
        let mut reversals = BTreeMap::new();
        for step in &ledger.allocations {
            if step.rule == crate::ledger::model::AllocationRule::Reversed {
                reversals.insert(step.item, (step.date, step.movement));
            }
        }
        Self {
            journal,
            ledger,
            policies: PolicyLookup::new(journal, ledger.as_of),
            receipts: Receipts::from_ledger(journal, ledger),
            reversals,
            reductions: DisputeReductions::from_ledger(journal, ledger),
            letter_scopes: OnceCell::new(),
            find_scopes: None,
        }
    }

    /// The same, with a way to work out what fourteen-day letters asked.
    #[must_use]
    pub const fn with_scopes_from(mut self, find: fn(&LadderRules<'_>) -> LetterScopes) -> Self {
        self.find_scopes = Some(find);
        self
    }

    /// What fourteen-day letters up to the day of the ledger asked of invoices, where that was not all that was late.
    pub fn letter_scopes(&self) -> &Rc<LetterScopes> {
        let found = || self.find_scopes.map(|find| find(self));
        self.letter_scopes
            .get_or_init(|| Rc::new(found().unwrap_or_default()))
    }

    /// The parts of an invoice that the entries of steps about it are about (SPEC.md 11.2).
    pub fn parts_of_entries(&self, invoice: InvoiceIx, own: &DunningHistory<'j>) -> PartsOfEntries {
        let policy_on = |day| self.policies.policy_of_invoice(invoice, day);
        let is_turn = |item: ItemIx, done: Option<PartStep<'j>>, place: usize, day: NaiveDate| {
            let Some(due) = self.journal.items[item].due else {
                return false;
            };
            let policy = policy_on(day);
            let mut standing = LadderPosition::at_beginning(policy);
            standing.done_step = done.and_then(|(stage_index, event)| {
                let stage = policy.ladder().get(stage_index)?;
                Some(CompletedStep {
                    stage_index,
                    event,
                    deadline: self.deadline_of_letter(invoice, policy, stage, event),
                })
            });
            let next = self.find_next_step(item, due, &standing, day);
            next.is_some_and(|next| {
                let from = next.possible_from();
                next.stage_index == place && from.is_some_and(|from| from <= day)
            })
        };
        let parts = PartCalendar {
            journal: self.journal,
            ledger: self.ledger,
            policy_on: &policy_on,
            is_turn: &is_turn,
        };
        parts.of_entries(invoice, own)
    }

    /// Where an item stands at a moment: on a day, when its own and its customer's entries up to then were read.
    pub fn position_of(
        &self,
        item: ItemIx,
        own: &DunningHistory<'j>,
        all: &DunningHistory<'j>,
        as_of: NaiveDate,
    ) -> LadderPosition<'j> {
        let record = &self.journal.items[item];
        let policy = self.policies.policy_of_invoice(record.invoice, as_of);
        let holds = self.collect_holds(record.invoice, own, all, policy, as_of);
        let mut standing = LadderPosition {
            holds,
            ..LadderPosition::at_beginning(policy)
        };
        if let Some(due) = record.due {
            let parts = self.parts_of_entries(record.invoice, own);
            let letters = PartLetters {
                own,
                parts: &parts,
                item,
                due,
            };
            (standing.done_step, standing.void_letter) =
                self.find_completed_step(policy, &letters, &standing.holds, as_of);
            standing.last_sent = highest_stage_sent(policy, &letters);
            standing.next_step = self.find_next_step(item, due, &standing, as_of);
        }
        standing
    }

    /// The highest step done for an item due on a day, and a letter of a higher step that had no effect.
    fn find_completed_step(
        &self,
        policy: &'j Policy,
        letters: &PartLetters<'_, 'j>,
        holds: &[HoldPeriod<'j>],
        as_of: NaiveDate,
    ) -> (Option<CompletedStep<'j>>, Option<VoidLetter<'j>>) {
        let (own, item, due) = (letters.own, letters.item, letters.due);
        let invoice = self.journal.items[item].invoice;
        let mut void = None;
        let mut highest_first = policy.ladder().iter().enumerate().rev();
        let done = highest_first.find_map(|(place, stage)| {
            let written = own.completion_of(&stage.name);
            let written = written.and_then(|done| letters.find_covering_event(stage, done));
            let called = || self.call_that_completes(invoice, stage, own, due);
            let event = written.or_else(called)?;
            if let Some(fault) = self.letter_fault((item, due), event, holds, as_of) {
                let letter = VoidLetter {
                    stage_index: place,
                    event,
                    fault,
                };
                void = void.or(Some(letter));
                return None;
            }
            Some(CompletedStep {
                stage_index: place,
                event,
                deadline: self.deadline_of_letter(invoice, policy, stage, event),
            })
        });
        (done, void)
    }

    /// The call that does a step which is a call and no letter: one in which somebody was reached, since it was possible.
    fn call_that_completes(
        &self,
        invoice: InvoiceIx,
        stage: &Stage,
        own: &DunningHistory<'j>,
        due: NaiveDate,
    ) -> Option<&'j Event> {
        let call = own.last_call.filter(|_| stage.has_call())?;
        let customer = self.journal.invoices[invoice].customer?;
        let since = stage.threshold.earliest_day(due)?;
        (call.date >= since && self.is_call_step(customer, stage)).then_some(call)
    }

    /// Whether a step is a call and no letter to a customer. The fourteen days of the law are given in writing, whatever
    /// the step says.
    pub fn is_call_step(&self, customer: CustomerIx, stage: &Stage) -> bool {
        let is_written = || {
            let party = ClaimParties::for_customer(self.journal, customer);
            stage.gives_notice() && party.needs_notice_letter()
        };
        self.journal.customers[customer].takes_as_call(stage) && !is_written()
    }

    /// The last day to pay that a letter gave: where the law gives a consumer fourteen days, the last day of that term,
    /// as the claim has it; else the one that it names, or what the policy gives from its day.
    pub fn deadline_of_letter(
        &self,
        invoice: InvoiceIx,
        policy: &Policy,
        stage: &Stage,
        event: &Event,
    ) -> Option<NaiveDate> {
        let named = event.sent_letter()?.deadline;
        let customer = self.journal.invoices[invoice].customer;
        let law = customer.and_then(|customer| self.journal.law_for_customer(customer));
        if let Some(law) = law.filter(|_| self.is_notice(customer, event)) {
            return Some(notice_term_of(self.journal, law, event)?.last_day);
        }
        if named.is_some() {
            return named;
        }
        let last = stage.deadline?.date_after(event.date)?;
        law.filter(|_| policy.workdays)
            .and_then(|law| law.calendar.roll_to_working_day(last))
            .or(Some(last))
    }

    /// Whether a letter gave its reader the fourteen days of the law.
    pub fn is_notice(&self, customer: Option<CustomerIx>, sent: &Event) -> bool {
        customer.is_some_and(|customer| {
            let party = ClaimParties::for_customer(self.journal, customer);
            is_fourteen_day_letter(self.journal, &party, sent)
        })
    }

    /// Why a fourteen-day letter is to be written again; `None` for another entry, and where it is not.
    fn letter_fault(
        &self,
        (item, due): (ItemIx, NaiveDate),
        sent: &Event,
        holds: &[HoldPeriod<'j>],
        as_of: NaiveDate,
    ) -> Option<LetterFault> {
        let customer = self.journal.invoices[self.journal.items[item].invoice].customer;
        let law = customer.and_then(|customer| self.journal.law_for_customer(customer));
        let law = law.filter(|_| self.is_notice(customer, sent))?;
        let review = LetterCheck {
            journal: self.journal,
            ledger: self.ledger,
            policies: &self.policies,
            receipts: &self.receipts,
            scopes: self.letter_scopes(),
        };
        review.fault_of(law, (item, due), sent, holds, as_of)
    }

    /// The step after the one done, or the one whose letter had no effect. A step before the due date lapses when that
    /// has passed, or when it cannot come before it any more.
    pub fn find_next_step(
        &self,
        item: ItemIx,
        due: NaiveDate,
        standing: &LadderPosition<'j>,
        as_of: NaiveDate,
    ) -> Option<NextStep<'j>> {
        let again = standing.void_letter.map(|letter| letter.stage_index);
        let after = |done: CompletedStep<'j>| done.stage_index.saturating_add(1);
        let first = again.or(standing.done_step.map(after)).unwrap_or(0);
        let ladder = standing.policy.ladder().iter().enumerate().skip(first);
        for (place, stage) in ladder {
            let next = NextStep {
                stage_index: place,
                conditions: self.collect_conditions(item, due, stage, standing, as_of),
            };
            let lapsed = stage.threshold.is_before()
                && (as_of > due || next.possible_from().is_some_and(|from| from > due));
            if !lapsed {
                return Some(next);
            }
        }
        None
    }

    fn collect_conditions(
        &self,
        item: ItemIx,
        due: NaiveDate,
        stage: &Stage,
        standing: &LadderPosition<'j>,
        as_of: NaiveDate,
    ) -> Vec<WaitCondition<'j>> {
        let mut waits = vec![WaitCondition {
            from: stage.threshold.earliest_day(due),
            reason: WaitReason::Threshold,
            cause: WaitCause::Due(due),
        }];
        let buffer = standing.policy.bank_buffer;
        if let Some(done) = standing.done_step {
            let event = WaitCause::Event(done.event);
            waits.extend(
                stage
                    .gap
                    .map(|gap| condition_after(done.event.date, gap, WaitReason::Gap, event)),
            );
            waits.extend(done.deadline.map(|day| WaitCondition {
                from: Some(next_day(add_duration(day, buffer))),
                reason: WaitReason::Deadline { given: day },
                cause: event,
            }));
        }
        let whole = standing
            .holds
            .iter()
            .filter(|held| held.covers_whole_invoice);
        waits.extend(whole.map(|held| WaitCondition {
            from: held.through.map(next_day),
            reason: WaitReason::Hold(held.hold),
            cause: WaitCause::Event(held.event),
        }));
        let reversal = self.reversals.get(&item).filter(|(day, _)| *day <= as_of);
        if let Some((day, reversal)) = reversal {
            let gap = stage.gap.unwrap_or(Duration::Days(0));
            waits.push(condition_after(
                *day,
                gap,
                WaitReason::Reversal,
                WaitCause::Movement(*reversal),
            ));
        }
        waits
    }

    /// Every hold of an invoice at a moment, those that ended included.
    fn collect_holds(
        &self,
        invoice: InvoiceIx,
        own: &DunningHistory<'j>,
        all: &DunningHistory<'j>,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Vec<HoldPeriod<'j>> {
        let release = later_event(own.release, all.release);
        let mut holds = Vec::new();
        holds.extend(
            own.promise
                .and_then(|it| self.promise_hold(it, policy, as_of)),
        );
        let conceded = self.concession_holds(invoice, own, as_of);
        holds.extend(self.dispute_hold(invoice, own, &conceded, policy));
        holds.extend(conceded);
        holds.extend(
            own.plans()
                .filter_map(|it| self.plan_hold(it, release, policy, as_of)),
        );
        let settlement = own.settlement;
        holds.extend(settlement.and_then(|it| self.settlement_hold(it, release, policy, as_of)));
        for hold in own.hold.into_iter().chain(all.hold) {
            holds.push(own_hold(hold, release));
        }
        if let Some(handover) = own.handover {
            let back = ending_event(handover, own.returned).map(|back| back.date);
            holds.push(HoldPeriod::new(Hold::Handover, handover).ended_on(back));
        }
        holds.extend(
            all.insolvency
                .map(|event| HoldPeriod::new(Hold::Insolvency, event)),
        );
        holds
    }

    /// A promise stops letters until it is kept, or until its day and the bank buffer have passed. One that names no
    /// day stops none.
    fn promise_hold(
        &self,
        promise: &'j Event,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Option<HoldPeriod<'j>> {
        promise.promise()?.deadline?;
        let held = HoldPeriod::new(Hold::Promise, promise);
        Some(
            match outcome_by_receipts(&self.receipts, promise, policy, as_of).0 {
                PromiseOutcome::Kept(day) => held.ended_on(Some(day)),
                PromiseOutcome::Broken(since) => held.lasting_through(since.pred_opt()),
                PromiseOutcome::Running(through) => held.lasting_through(through),
            },
        )
    }

    /// What was conceded is not asked before the credit note is there, nor after it (SPEC.md 10.2): a hold for each entry
    /// that conceded something.
    fn concession_holds(
        &self,
        invoice: InvoiceIx,
        own: &DunningHistory<'j>,
        as_of: NaiveDate,
    ) -> Vec<HoldPeriod<'j>> {
        if own.disputes.is_empty() {
            return Vec::new();
        }
        let mut rest = self.open_principal(invoice);
        let mut holds = Vec::new();
        for conceded in self.reductions.uncredited(invoice, &own.disputes, as_of) {
            let amount = conceded.amount.map_or(rest, |amount| amount.min(rest));
            rest -= amount;
            if amount.is_positive() {
                holds.push(HoldPeriod {
                    covers_whole_invoice: false,
                    amount: Some(amount),
                    ..HoldPeriod::new(Hold::Conceded, conceded.event)
                });
            }
        }
        for held in &mut holds {
            held.covers_whole_invoice = !rest.is_positive();
        }
        holds
    }

    /// The hold of the last dispute; none while what was conceded in it holds the letters.
    fn dispute_hold(
        &self,
        invoice: InvoiceIx,
        own: &DunningHistory<'j>,
        conceded: &[HoldPeriod<'j>],
        policy: &Policy,
    ) -> Option<HoldPeriod<'j>> {
        let course = own.disputes.last()?;
        let concession = course.concession().map(|event| event.origin);
        if conceded
            .iter()
            .any(|held| Some(held.event.origin) == concession)
        {
            return None;
        }
        let amount = course.dispute.disputed_amount();
        let end = course.end.map(|end| end.date);
        let conceded: Minor = conceded.iter().filter_map(|held| held.amount).sum();
        Some(HoldPeriod {
            through: end.map(|day| add_duration(day, policy.restart_gap)),
            covers_whole_invoice: amount
                .is_none_or(|amount| amount.minor >= self.disputable_amount(invoice) - conceded),
            ..HoldPeriod::new(Hold::Dispute, course.dispute).ended_on(end)
        })
    }

    fn plan_hold(
        &self,
        plan: &'j Event,
        release: Option<&'j Event>,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Option<HoldPeriod<'j>> {
        let held = HoldPeriod::new(Hold::Plan, plan);
        if let Some(end) = ending_event(plan, release) {
            return Some(held.ended_on(Some(end.date)));
        }
        let through = match plan_status(&self.receipts, plan, policy, as_of)? {
            PlanStatus::Running(through) => through,
            PlanStatus::Missed { since, .. } => since.pred_opt(),
            PlanStatus::Fulfilled => return None,
        };
        // An offer that nobody signed holds no longer than the customer was told it would stand.
        let lapse = plan.offer_through();
        let through = through.map(|day| lapse.map_or(day, |lapse| day.min(lapse)));
        Some(held.lasting_through(through))
    }

    /// What became of a promise by the day of the ledger, and what was received for it. It is not called broken while
    /// money of that customer waits that could cover what is missing (SPEC.md 10.1).
    pub fn promise_outcome(&self, promise: &Event) -> (PromiseOutcome, Minor) {
        let as_of = self.ledger.as_of;
        let policy = promise
            .invoice
            .map(|invoice| self.policies.policy_of_invoice(invoice, as_of));
        let policy = policy.unwrap_or(&BUILT_IN_POLICY);
        let (fate, received) = outcome_by_receipts(&self.receipts, promise, policy, as_of);
        let promised = promise.promise().and_then(|made| made.amount);
        match (fate, promised) {
            (PromiseOutcome::Broken(_), Some(promised))
                if self.money_on_account(promise, promised.currency)
                    >= promised.minor - received =>
            {
                (PromiseOutcome::Running(None), received)
            }
            _ => (fate, received),
        }
    }

    /// What came in for a promise by the day, in time or after its day: that is asked no more.
    pub fn received_for_promise(&self, promise: &Event) -> Minor {
        let days = self.receipts.paid_by_day(promise, self.ledger.as_of);
        days.values().copied().sum()
    }

    /// What waits on account of the customer of an entry.
    fn money_on_account(&self, event: &Event, currency: Currency) -> Minor {
        let account = event.customer.map(|customer| (customer, currency));
        let account = account.and_then(|account| self.ledger.on_account.get(&account));
        let credits = account.into_iter().flatten();
        credits.fold(Minor::ZERO, |sum, credit| sum + credit.remaining)
    }

    /// What a dispute is measured by: what is open, or was invoiced where nothing is open any more.
    fn disputable_amount(&self, invoice: InvoiceIx) -> Minor {
        let open = self.open_principal(invoice);
        let amount = self.journal.invoices[invoice].amount().unwrap_or_default();
        if open.is_positive() {
            open
        } else {
            amount.into()
        }
    }

    /// The principal of an invoice that is open on the day of the ledger.
    pub fn open_principal(&self, invoice: InvoiceIx) -> Minor {
        self.ledger.open_principal(self.journal, invoice)
    }
}

/// The highest step of which a letter about an item went out.
fn highest_stage_sent<'j>(
    policy: &'j Policy,
    letters: &PartLetters<'_, 'j>,
) -> Option<(&'j Stage, &'j Event)> {
    let mut highest_first = policy.ladder().iter().rev();
    highest_first.find_map(|stage| {
        let events = letters.own.completion_of(&stage.name)?.latest_first();
        let mut written = events.filter(|event| event.is_letter());
        Some((
            stage,
            written.find(|event| letters.is_covering(event, stage))?,
        ))
    })
}

fn condition_after(
    day: NaiveDate,
    time: Duration,
    why: WaitReason,
    what: WaitCause<'_>,
) -> WaitCondition<'_> {
    WaitCondition {
        from: time.date_after(day),
        reason: why,
        cause: what,
    }
}

/// A hold of ours: until its day, or its release if that comes sooner.
fn own_hold<'j>(hold: &'j Event, release: Option<&'j Event>) -> HoldPeriod<'j> {
    let end = ending_event(hold, release).map(|end| end.date);
    match hold.hold_until() {
        Some(until) if end.is_none_or(|end| until < end) => {
            HoldPeriod::new(Hold::Hold, hold).lasting_through(Some(until))
        }
        _ => HoldPeriod::new(Hold::Hold, hold).ended_on(end),
    }
}

/// The later of two entries.
fn later_event<'j>(one: Option<&'j Event>, other: Option<&'j Event>) -> Option<&'j Event> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if one.date >= other.date { one } else { other }),
        (one, other) => one.or(other),
    }
}
