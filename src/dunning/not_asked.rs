//! What is open of an invoice and may not be asked on the day: what the customer contests, what was conceded to him, what
//! a plan lets him pay later (SPEC.md 10.2, 10.4), and charges that a consumer does not owe (SPEC.md 12). Letters, statements, calls and the work list ask the rest.

use super::arrangement_status::{PlanStatus, add_duration, plan_status};
use super::dunning_state::{DunningState, ItemPosition};
use super::hold::Hold;
use crate::journal::model::{Event, InvoiceIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is open of an invoice and not asked, apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotAsked {
    /// The customer contests it.
    pub disputed: Minor,
    /// The customer was right, and the credit note is not there yet.
    pub conceded: Minor,
    /// A plan that goes on lets it be paid later.
    pub deferred: Minor,
    /// Charges were written that a consumer does not owe.
    pub not_owed: Minor,
}

impl NotAsked {
    /// All of it.
    pub fn sum(&self) -> Minor {
        self.disputed + self.conceded + self.deferred + self.not_owed
    }
}

/// A plan that goes on although parts of it were missed.
#[derive(Clone, Debug)]
pub struct MissedPlan<'j> {
    /// The `plan` entry.
    pub event: &'j Event,
    /// The days of the parts that were missed.
    pub missed_days: Vec<NaiveDate>,
    /// What is missing of them.
    pub missing: Minor,
    /// Whether something came in for the first of them.
    pub is_part_paid: bool,
}

impl<'j> DunningState<'j> {
    /// The plan about an invoice of which parts were missed and which goes on: neither released nor replaced, not an
    /// offer that nobody signed, and without `accelerate`, which would have made all the rest due.
    pub fn missed_plan(&self, position: &ItemPosition<'j>) -> Option<MissedPlan<'j>> {
        let mut holds = position.ladder_position.holds.iter();
        let held = holds.find(|held| held.hold == Hold::Plan)?;
        let plan = held.event.plan()?;
        if plan.accelerate || plan.signed == Some(false) {
            return None;
        }
        let (policy, as_of) = (position.ladder_position.policy, self.as_of());
        let receipts = &self.rules.receipts;
        let PlanStatus::Missed { since, .. } = plan_status(receipts, held.event, policy, as_of)?
        else {
            return None;
        };
        if held.over_from != Some(since) {
            return None;
        }
        let days = receipts.counted_by_day(held.event.invoices(), held.event.date, as_of);
        let received: Minor = days.into_values().sum();
        let (mut wanted, mut before) = (Minor::ZERO, None);
        let mut missing = Minor::ZERO;
        let mut missed_days = Vec::new();
        for term in &plan.instalments {
            let earlier = wanted;
            wanted += term.amount.minor;
            if wanted > received && add_duration(term.due, policy.plan_grace) < as_of {
                before = before.or(Some(earlier));
                missed_days.push(term.due);
                missing = wanted - received;
            }
        }
        Some(MissedPlan {
            event: held.event,
            missed_days,
            missing,
            is_part_paid: before.is_some_and(|before| received > before),
        })
    }

    /// What is open of the invoice of an item and not asked.
    pub fn not_asked(&self, position: &ItemPosition<'j>) -> NotAsked {
        let mut kept = NotAsked {
            disputed: position.disputed_part(self.as_of()),
            conceded: position.conceded_part(self.as_of()),
            deferred: Minor::ZERO,
            not_owed: self.charges_not_owed_on(position.invoice),
        };
        if let Some(plan) = self.missed_plan(position) {
            let owed = self.owed_on(position.invoice) - kept.sum();
            let asked = self.asked_of_plan(&plan, position.invoice);
            kept.deferred = (owed - asked).max(Minor::ZERO);
        }
        kept
    }

    /// What is asked of some items together: what is open of them and claimed beside it, less what is not asked and what
    /// money of the customer that is here already covers.
    pub fn amount_asked(&self, positions: &[&ItemPosition<'j>]) -> Minor {
        self.amounts_asked(positions).into_values().sum()
    }

    /// The same by invoice; of an invoice of which nothing is asked, zero.
    pub fn amounts_asked(&self, positions: &[&ItemPosition<'j>]) -> BTreeMap<InvoiceIx, Minor> {
        let mut asked: BTreeMap<InvoiceIx, Minor> = BTreeMap::new();
        for position in positions {
            let sum = asked.entry(position.invoice).or_insert_with(|| {
                self.charges_on(position.invoice) - self.not_asked(position).sum()
            });
            *sum += Minor::from(self.ledger.items[position.item].open);
            *sum -= self.covered_of(position.item);
        }
        for sum in asked.values_mut() {
            *sum = (*sum).max(Minor::ZERO);
        }
        asked
    }

    /// What of the missing parts of a plan falls to one of its invoices: the one due first is served first, as by
    /// payments.
    fn asked_of_plan(&self, plan: &MissedPlan<'j>, invoice: InvoiceIx) -> Minor {
        let mut invoices: Vec<InvoiceIx> = plan.event.invoices().collect();
        let due = |invoice: InvoiceIx| self.journal.first_due_date(invoice);
        invoices.sort_by_key(|it| (due(*it).is_none(), due(*it), self.journal.invoice_no(*it)));
        invoices.dedup();
        let mut left = plan.missing;
        for other in invoices {
            let asked = left.min(self.owed_on(other));
            if other == invoice {
                return asked;
            }
            left -= asked;
        }
        Minor::ZERO
    }

    /// What is open of an invoice, charges included.
    fn owed_on(&self, invoice: InvoiceIx) -> Minor {
        self.rules.open_principal(invoice) + self.charges_on(invoice)
    }
}
