//! What is open of an invoice and may not be asked on the day. Those who follow what was said about it work it out
//! (`dunning/not_asked.rs`) and hand it in, so that letters and claims have one answer.

use crate::journal::model::{Event, InvoiceIx, MovementIx};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is open of an invoice and not asked, apart.
#[derive(Clone, Debug, Default)]
pub struct NotAsked<'j> {
    /// The customer contests it.
    pub disputed: Minor,
    /// The customer was right, and the credit note is not there yet.
    pub conceded: Minor,
    /// A plan that goes on lets it be paid later.
    pub deferred: Minor,
    /// Charges were written that a consumer does not owe.
    pub not_owed: Minor,
    /// The dispute; `None` where there is none.
    pub contested_by: Option<&'j Event>,
    /// What the entries conceded that is not credited, in their order.
    pub concessions: Vec<ConcessionPart<'j>>,
    /// What of each entry took off what was conceded before: it was never owed, and bears no interest either.
    pub credited: Vec<(MovementIx, Minor)>,
    /// The plan that goes on; `None` where there is none.
    pub plan: Option<RunningPlan<'j>>,
    /// The settlement that can still be reached, which leaves nothing out of what is asked; `None` where there is none.
    pub settlement: Option<SettlementOffer<'j>>,
}

impl<'j> NotAsked<'j> {
    /// All of it.
    pub fn sum(&self) -> Minor {
        self.disputed + self.conceded + self.deferred + self.not_owed
    }

    /// What of an amount each entry conceded, the earliest first; the last one takes what is left.
    pub fn split_conceded(&self, amount: Minor) -> Vec<ConcessionPart<'j>> {
        let mut left = amount;
        let last = self.concessions.len().saturating_sub(1);
        let parts = self.concessions.iter().enumerate();
        let parts = parts.map(|(place, conceded)| {
            let open = if place == last {
                left
            } else {
                left.min(conceded.open)
            };
            left -= open;
            ConcessionPart { open, ..*conceded }
        });
        parts.filter(|part| part.open.is_positive()).collect()
    }
}

/// What an entry conceded, where the credit note is not there yet.
#[derive(Clone, Copy, Debug)]
pub struct ConcessionPart<'j> {
    /// The entry.
    pub event: &'j Event,
    /// What the credit note is to be of.
    pub amount: Minor,
    /// What of it is open: the customer may have paid some of it.
    pub open: Minor,
}

/// A settlement that can still be reached: who pays that much in time owes no more.
#[derive(Clone, Copy, Debug)]
pub struct SettlementOffer<'j> {
    /// The `settle` entry.
    pub event: &'j Event,
    /// The invoice.
    pub invoice: InvoiceIx,
    /// What is still to be paid.
    pub missing: Minor,
    /// The last day to pay it.
    pub by: NaiveDate,
}

/// A plan that goes on, and what of it falls to one invoice.
#[derive(Clone, Debug)]
pub struct RunningPlan<'j> {
    /// The `plan` entry.
    pub event: &'j Event,
    /// What is missing of the parts that were missed, by their days; empty where none was.
    pub missing: Vec<PlanShare>,
    /// The day of the next part that is not paid; `None` where there is none.
    pub next_due: Option<NaiveDate>,
}

/// What of one part of a plan is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanShare {
    /// The day of the part.
    pub due: NaiveDate,
    /// How much of it is missing.
    pub missing: Minor,
}

/// What of the missing parts of a plan falls to each of its invoices.
pub type PlanShares = BTreeMap<InvoiceIx, Vec<PlanShare>>;
