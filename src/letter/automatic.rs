//! Letters beside the steps that go out without being asked for: they answer a task of the work list.
//!
//! A part of a plan that was missed is asked before the steps go on: its letter takes the place of that of the step.
//! A promise that was broken is told by the letter of the step; by one of its own only where no step is possible yet.

use super::draft::{Drafter, LetterDraft};
use crate::claim::claim_index::ClaimIndex;
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::hold::Hold;
use crate::dunning::worklist::task::{Action, Task, TaskReason};
use crate::dunning::worklist::{broken_arrangements, list_tasks_of};
use crate::journal::model::{CustomerIx, Event, InvoiceIx};
use crate::letter::facts::extra_letter::ExtraLetter;
use crate::letter::kinds::instalment_missed::INSTALMENT_MISSED;
use crate::letter::kinds::promise_broken::PROMISE_BROKEN;
use std::collections::{BTreeMap, BTreeSet};

/// What asks for a letter.
#[derive(Clone, Copy, Debug)]
pub struct LetterTrigger<'j> {
    extra_letter: &'static ExtraLetter,
    customer: CustomerIx,
    entry: &'j Event,
}

impl<'j> Drafter<'_, 'j> {
    /// The promises and plans of some customers that ask for a letter, the oldest first.
    pub fn find_letter_triggers(
        &self,
        wanted: impl Fn(CustomerIx) -> bool,
    ) -> Vec<LetterTrigger<'j>> {
        let tasks = list_tasks_of(self.dunning, &[broken_arrangements::find_tasks]).into_iter();
        let tasks = tasks.filter(|task| task.customer.is_some_and(&wanted));
        tasks
            .filter_map(|task| self.trigger_of_task(&task))
            .collect()
    }

    fn trigger_of_task(&self, task: &Task<'j>) -> Option<LetterTrigger<'j>> {
        let customer = task.customer?;
        let (occasion, entry) = match (task.action, &task.reason) {
            (Action::PromiseBroken, TaskReason::BrokenPromise(entry, _)) => {
                (&PROMISE_BROKEN, *entry)
            }
            (Action::InstalmentMissed, _) => {
                let mut own = self.contact_history.of_customer(customer).iter().copied();
                let entry = own.find(|event| Some(event.origin) == task.origin)?;
                (&INSTALMENT_MISSED, entry)
            }
            _ => return None,
        };
        Some(LetterTrigger {
            extra_letter: occasion,
            customer,
            entry,
        })
    }

    /// The letters that are asked for, beside those of the steps.
    pub fn draft_triggered_letters(
        &self,
        asking: &[LetterTrigger<'j>],
        positions: &[ItemPosition<'j>],
        steps: &[LetterDraft],
    ) -> Vec<LetterDraft> {
        let written: BTreeSet<InvoiceIx> = steps
            .iter()
            .flat_map(|draft| draft.invoices.iter().copied())
            .collect();
        let held = self.held_invoices(positions);
        let kept = |named: InvoiceIx| written.contains(&named) || held.contains(&named);
        let unsaid: Vec<&LetterTrigger<'j>> = asking
            .iter()
            .filter(|it| !it.entry.invoices().any(kept))
            .collect();
        let customers: BTreeSet<CustomerIx> = unsaid.iter().map(|it| it.customer).collect();
        let (journal, ledger) = (self.dunning.journal, self.dunning.ledger);
        let docket = ClaimIndex::for_customers(journal, ledger, |it| customers.contains(&it));
        let mut own: BTreeMap<CustomerIx, Vec<ItemPosition<'j>>> = BTreeMap::new();
        for position in positions {
            if let Some(customer) = position.customer.filter(|it| customers.contains(it)) {
                own.entry(customer).or_default().push(position.clone());
            }
        }
        let letters = unsaid.into_iter().filter_map(|it| {
            let own = own.get(&it.customer)?;
            self.draft_extra_letters_about(
                it.extra_letter,
                it.customer,
                (own, &docket),
                Some(it.entry),
            )
            .ok()
        });
        letters.flatten().collect()
    }

    /// The invoices with which we decided to wait, that the customer contests, or for which he has more on account
    /// than is late.
    fn held_invoices(&self, positions: &[ItemPosition<'j>]) -> BTreeSet<InvoiceIx> {
        let on = self.dunning.as_of();
        let held = positions.iter().filter(|position| {
            let mut holds = position.ladder_position.active_holds(on);
            position.blockers.contains(&Blocker::CreditCoversOverdue)
                || holds.any(|held| {
                    held.covers_whole_invoice && matches!(held.hold, Hold::Hold | Hold::Dispute)
                })
        });
        held.map(|position| position.invoice).collect()
    }
}

/// The invoices whose letter takes the place of that of a step.
pub fn invoices_replacing_step_letter(asking: &[LetterTrigger<'_>]) -> BTreeSet<InvoiceIx> {
    let missed = asking
        .iter()
        .filter(|it| it.extra_letter.name == INSTALMENT_MISSED.name);
    missed.flat_map(|it| it.entry.invoices()).collect()
}
