//! The events of one invoice, taken from the allocations of the ledger: charges, payments, credits, waivers, write-offs
//! and reversals.

use super::claim_index::ClaimIndex;
use super::waiting_money::OnAccountAllocation;
use crate::journal::model::{
    Component, InvoiceIx, Journal, Movement, MovementExtra, MovementIx, MovementKind,
};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::policy::replay::{DebtChange, DebtEvent};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// An event that changed what is owed on an invoice.
#[derive(Clone, Copy, Debug)]
pub struct InvoiceEvent {
    /// The day of the event.
    pub date: NaiveDate,
    /// The entry behind it.
    pub entry: MovementIx,
    /// The rule by which the ledger allocated it.
    pub rule: AllocationRule,
    /// How it changed the debt.
    pub effect: EventEffect,
    /// Whether it is money that waits, which the books have put to no invoice.
    pub waits: bool,
    /// Whether it takes off what was conceded to the customer: that was never owed, and bears no interest.
    pub was_never_owed: bool,
}

/// How an event changed the debt. Amounts are above zero, or zero where the event was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventEffect {
    /// Costs, a fee or interest were claimed.
    Charge(Component, Minor),
    /// A payment, or a credit on account, was used for the invoice.
    Payment(Minor),
    /// A credit note, a discount, or principal that was given up.
    Credit(Minor),
    /// Costs, a fee or interest are no longer claimed.
    Waiver(Component, Minor),
    /// The whole rest was given up.
    Remission {
        /// Whether it still holds; where it was undone, the event has no effect.
        in_force: bool,
    },
    /// The payment in the event at this index was reversed.
    Reversal(usize),
}

/// All events of an invoice up to the as-of day, in the order of the ledger.
pub fn collect_events(docket: &ClaimIndex<'_>, invoice: InvoiceIx) -> Vec<InvoiceEvent> {
    let mut teller = EventCollector {
        journal: docket.journal,
        invoice,
        events: Vec::new(),
    };
    let together = |one: &&Allocation, next: &&Allocation| {
        (one.movement, one.date, one.rule) == (next.movement, next.date, next.rule)
            && one.amount.is_positive() == next.amount.is_positive()
    };
    for act in docket.allocations_of(invoice).chunk_by(together) {
        teller.add_allocations(act);
    }
    let kept = docket.not_asked_of(invoice);
    set_never_owed(&mut teller.events, kept.map_or(&[], |kept| &kept.credited));
    teller.events
}

/// Marks what took off conceded amounts. Of an entry that took off more, the rest is an event of its own behind the others,
/// which keep their places.
fn set_never_owed(events: &mut Vec<InvoiceEvent>, credited: &[(MovementIx, Minor)]) {
    for (entry, conceded) in credited {
        let is_meant = |it: &&mut InvoiceEvent| it.entry == *entry;
        let Some(event) = events.iter_mut().find(is_meant) else {
            continue;
        };
        let EventEffect::Credit(amount) = event.effect else {
            continue;
        };
        let rest = InvoiceEvent {
            effect: EventEffect::Credit(amount - *conceded),
            ..*event
        };
        event.was_never_owed = true;
        if amount > *conceded {
            event.effect = EventEffect::Credit(*conceded);
            events.push(rest);
        }
    }
}

/// Of the events of an invoice those that count beside the parts of a plan: none with an amount. What came in has paid
/// parts; charges written before are part of what the plan lets be paid later, and are not claimed a second time.
pub fn events_of_plan(events: &[InvoiceEvent]) -> Vec<InvoiceEvent> {
    let kept = events.iter().filter_map(|event| match event.effect {
        EventEffect::Charge(component, _) => Some(InvoiceEvent {
            effect: EventEffect::Charge(component, Minor::ZERO),
            ..*event
        }),
        _ => None,
    });
    kept.collect()
}

struct EventCollector<'j> {
    journal: &'j Journal,
    invoice: InvoiceIx,
    events: Vec<InvoiceEvent>,
}

impl EventCollector<'_> {
    /// Adds one event for allocations of one entry, one day and one rule, all with the same sign.
    fn add_allocations(&mut self, steps: &[&Allocation]) {
        let Some(first) = steps.first() else { return };
        let movement = &self.journal.movements[first.movement];
        let whole: Minor = steps.iter().map(|step| Minor::from(step.amount)).sum();
        match first.rule {
            AllocationRule::Named
            | AllocationRule::Designated
            | AllocationRule::Applied
            | AllocationRule::Oldest => {
                let own_credit = movement.kind == MovementKind::Credit
                    && movement.invoice == Some(self.invoice)
                    && first.rule == AllocationRule::Named;
                self.push_event(
                    first,
                    if own_credit {
                        EventEffect::Credit(whole)
                    } else {
                        EventEffect::Payment(whole)
                    },
                );
            }
            AllocationRule::Claimed => {
                self.push_event(first, EventEffect::Charge(first.component, -whole));
            }
            AllocationRule::Waived => {
                for step in steps {
                    self.push_event(
                        step,
                        EventEffect::Waiver(step.component, step.amount.into()),
                    );
                }
            }
            AllocationRule::Discount if whole.is_positive() => {
                self.push_event(first, EventEffect::Credit(whole));
            }
            AllocationRule::Settlement if whole.is_positive() => {
                self.push_event(first, EventEffect::Remission { in_force: true });
            }
            AllocationRule::Discount | AllocationRule::Settlement => self.undo_last(first.rule),
            AllocationRule::WrittenOff if movement.amount.is_zero() => {
                self.push_event(first, EventEffect::Remission { in_force: true });
            }
            AllocationRule::WrittenOff => self.push_event(first, EventEffect::Credit(whole)),
            AllocationRule::Reversed => self.add_reversal(first, movement),
            // Money for what was given up does not change the claim, and a void invoice has no claim.
            AllocationRule::Recovered | AllocationRule::Voided => {}
        }
    }

    fn push_event(&mut self, step: &Allocation, what: EventEffect) {
        let date = match step.rule {
            AllocationRule::Applied => self.payment_day(step.movement).min(step.date),
            _ => step.date,
        };
        self.events.push(InvoiceEvent {
            date,
            entry: step.movement,
            rule: step.rule,
            effect: what,
            waits: false,
            was_never_owed: false,
        });
    }

    /// The day on which money on account pays the invoice: the day it came in, or the day the debt fell due where that is
    /// later. When it was put to the invoice is a matter of the books (NL: BW 6:114 lid 2, 6:129).
    fn payment_day(&self, money: MovementIx) -> NaiveDate {
        let came = self.journal.movements[money].date;
        let due = self.journal.first_due_date(self.invoice);
        due.map_or(came, |due| came.max(due))
    }

    /// Undoes the last discount or settlement, so that pages treat it as if it had never been granted.
    fn undo_last(&mut self, rule: AllocationRule) {
        let mut back = self.events.iter_mut().rev();
        if let Some(last) = back.find(|happening| happening.rule == rule) {
            last.effect = match last.effect {
                EventEffect::Remission { .. } => EventEffect::Remission { in_force: false },
                _ => EventEffect::Credit(Minor::ZERO),
            };
        }
    }

    /// Adds a reversal of every use of the payment that the entry reverses.
    fn add_reversal(&mut self, step: &Allocation, reversal: &Movement) {
        let bounced: Vec<usize> = self
            .events
            .iter()
            .filter_map(InvoiceEvent::reversed_index)
            .collect();
        let standing = |place: &usize| !bounced.contains(place);
        let places: Vec<usize> = (0..self.events.len()).filter(standing).collect();
        let meant = places.iter().find_map(|place| {
            let happening = self.events.get(*place)?;
            let payment = &self.journal.movements[happening.entry];
            let money = matches!(happening.effect, EventEffect::Payment(_));
            (money && is_reversal_of(reversal, payment)).then_some(happening.entry)
        });
        let Some(payment) = meant else { return };
        for place in places {
            let of_payment = self.events.get(place).is_some_and(|happening| {
                happening.entry == payment && matches!(happening.effect, EventEffect::Payment(_))
            });
            if of_payment {
                self.push_event(step, EventEffect::Reversal(place));
            }
        }
    }
}

impl InvoiceEvent {
    /// A payment by money that waits.
    pub const fn waiting_money(money: &OnAccountAllocation) -> Self {
        Self {
            date: money.pays_on,
            entry: money.entry,
            rule: AllocationRule::Oldest,
            effect: EventEffect::Payment(money.amount),
            waits: true,
            was_never_owed: false,
        }
    }

    const fn reversed_index(&self) -> Option<usize> {
        match self.effect {
            EventEffect::Reversal(place) => Some(place),
            _ => None,
        }
    }

    /// The event as a change of a debt. Recorded interest counts only where no interest is computed.
    pub const fn to_debt_event(&self, interest: InterestBasis) -> DebtEvent {
        let what = match (self.effect, interest) {
            (EventEffect::Charge(Component::Interest, amount), InterestBasis::Recorded) => {
                DebtChange::Interest(amount)
            }
            (EventEffect::Charge(Component::Interest, _), InterestBasis::Calculated) => {
                DebtChange::Interest(Minor::ZERO)
            }
            (EventEffect::Charge(_, amount), _) => DebtChange::Costs(amount),
            (EventEffect::Payment(amount), _) => DebtChange::Payment(amount),
            (EventEffect::Credit(amount), _) => DebtChange::Credit(amount),
            (EventEffect::Waiver(Component::Interest, amount), _) => {
                DebtChange::InterestWaiver(amount)
            }
            (EventEffect::Waiver(_, amount), _) => DebtChange::CostsWaiver(amount),
            (EventEffect::Remission { in_force: true }, _) => DebtChange::Remission,
            (EventEffect::Remission { in_force: false }, _) => DebtChange::Credit(Minor::ZERO),
            (EventEffect::Reversal(place), _) => DebtChange::Reversal(place),
        };
        DebtEvent {
            date: self.date,
            change: what,
        }
    }
}

/// Which interest is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterestBasis {
    /// Interest computed at the statutory rate or at an agreed rate.
    Calculated,
    /// Only the interest that `interest` entries record.
    Recorded,
}

/// Whether a reversal refers to a payment, by day and amount or by bank reference (SPEC.md 6.6). The ledger makes sure
/// that only one payment matches.
fn is_reversal_of(reversal: &Movement, payment: &Movement) -> bool {
    let more = reversal.extra.as_deref();
    let named = |pick: fn(&MovementExtra) -> Option<&str>, of: Option<&MovementExtra>| {
        of.and_then(pick).map(str::to_owned)
    };
    let id = named(|more| more.of_bank_id.as_deref(), more);
    let fits = payment.kind == MovementKind::Payment
        && payment.amount == reversal.amount
        && more.is_none_or(|more| more.of_date.is_none_or(|of| of == payment.date));
    fits && id.is_none_or(|id| {
        named(|more| more.bank_id.as_deref(), payment.extra.as_deref()) == Some(id)
    })
}
