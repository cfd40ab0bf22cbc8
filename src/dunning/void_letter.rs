//! Fourteen-day letters that give no costs of what is asked now: their step is to be done again, with a new letter.

use super::arrangement_status::{PlanStatus, plan_status};
use super::hold::{Hold, HoldPeriod};
use super::policy_lookup::PolicyLookup;
use super::receipts::Receipts;
use crate::claim::fourteen_day_letter::check_effective;
use crate::claim::letter_scope::LetterScopes;
use crate::claim::remark::NoCostsReason;
use crate::journal::model::{Event, InvoiceIx, ItemIx, Journal, MovementKind};
use crate::ledger::model::Ledger;
use crate::policy::jurisdiction::law::Law;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// A fourteen-day letter that is to be written again.
#[derive(Clone, Copy, Debug)]
pub struct VoidLetter<'j> {
    /// The place of its step in the ladder.
    pub stage_index: usize,
    /// The entry.
    pub event: &'j Event,
    /// What is wrong with it.
    pub fault: LetterFault,
}

/// Why a fourteen-day letter is to be written again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterFault {
    /// Its term was shorter than the law gives (E018).
    TermTooShort,
    /// It was spoken and not written (E018).
    Spoken,
    /// It did not ask what is asked now: that was contested, left for later by a plan, or covered by other money.
    AskedLess,
}

/// What decides whether a fourteen-day letter is to be written again.
pub struct LetterCheck<'r, 'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// Who owes what on the day.
    pub ledger: &'j Ledger,
    /// The policies in force.
    pub policies: &'r PolicyLookup<'j>,
    /// What came in for what was promised.
    pub receipts: &'r Receipts,
    /// What letters asked, where that was not all that was late.
    pub scopes: &'r LetterScopes,
}

impl LetterCheck<'_, '_> {
    /// Whether a fourteen-day letter gave a consumer less than the law wants, was spoken and not written, or asked less than
    /// is asked now. It cannot be mended afterwards (NL: HR 25-11-2016, ECLI:NL:HR:2016:2704): the step is to be done again,
    /// with a new letter.
    pub fn fault_of(
        &self,
        law: &Law,
        (item, due): (ItemIx, NaiveDate),
        sent: &Event,
        holds: &[HoldPeriod<'_>],
        as_of: NaiveDate,
    ) -> Option<LetterFault> {
        let invoice = self.journal.items[item].invoice;
        let effect = check_effective((self.journal, law), sent, Some(due), self.ledger.as_of);
        match effect {
            Err(NoCostsReason::NotInWriting(_)) => Some(LetterFault::Spoken),
            Err(NoCostsReason::TermTooShort { .. }) => Some(LetterFault::TermTooShort),
            _ if self.asks_more_now(invoice, sent, holds, as_of) => Some(LetterFault::AskedLess),
            _ => None,
        }
    }

    /// Whether something of what a letter left out is asked on a day. Of a moment before the day of the ledger only that
    /// something was left out is known.
    fn asks_more_now(
        &self,
        invoice: InvoiceIx,
        sent: &Event,
        holds: &[HoldPeriod<'_>],
        as_of: NaiveDate,
    ) -> bool {
        let Some(scope) = self.scopes.of_letter(sent, invoice) else {
            return false;
        };
        let Some(asked) = scope.asked else {
            return false;
        };
        let items = scope.late_items(self.journal, invoice, sent.date);
        let open = items
            .iter()
            .map(|item| Minor::from(self.ledger.items[*item].open));
        let mut open: Minor = open.sum();
        let mut active = holds.iter().filter(|held| held.is_active_on(as_of));
        if active.clone().any(|held| held.covers_whole_invoice)
            || holds
                .iter()
                .any(|held| self.is_plan_that_goes_on(held, as_of))
        {
            return false;
        }
        let kept = active.by_ref().map(|held| match held.hold {
            Hold::Dispute => held.event.disputed_amount().map(|amount| amount.minor),
            Hold::Conceded => held.amount,
            _ => None,
        });
        open -= kept.flatten().sum();
        open -= self.on_account_of(invoice);
        open > (asked - self.paid_since(&items, sent.date)).max(Minor::ZERO)
    }

    /// Whether a hold is that of a plan of which parts were missed and that goes on: none of a step follows then (SPEC.md
    /// 11.7).
    fn is_plan_that_goes_on(&self, held: &HoldPeriod<'_>, as_of: NaiveDate) -> bool {
        let goes_on = held.event.plan().is_some_and(|plan| !plan.accelerate);
        let invoice = held.event.invoice.filter(|_| goes_on);
        let Some(invoice) = invoice.filter(|_| held.event.is_agreed_arrangement()) else {
            return false;
        };
        let policy = self.policies.policy_of_invoice(invoice, as_of);
        let status = plan_status(self.receipts, held.event, policy, as_of);
        matches!(status, Some(PlanStatus::Missed { since, .. }) if held.over_from == Some(since))
    }

    /// What stands on account of the customer of an invoice, in its currency.
    fn on_account_of(&self, invoice: InvoiceIx) -> Minor {
        let record = &self.journal.invoices[invoice];
        let account = record.customer.map(|customer| (customer, record.currency));
        let credits = account.and_then(|account| self.ledger.on_account.get(&account));
        let credits = credits.into_iter().flatten();
        credits.map(|credit| credit.remaining).sum()
    }

    /// What was paid of some items by money that came in after a day.
    fn paid_since(&self, items: &[ItemIx], day: NaiveDate) -> Minor {
        let steps = self.ledger.allocations.iter().filter(|step| {
            let movement = &self.journal.movements[step.movement];
            let is_money = matches!(
                movement.kind,
                MovementKind::Payment | MovementKind::Reversal
            );
            is_money && movement.date > day && items.contains(&step.item)
        });
        steps.map(|step| Minor::from(step.amount)).sum()
    }
}
