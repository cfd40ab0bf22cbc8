//! What is open of an invoice and may not be asked on the day. Those who follow what was said about it work it out
//! (`dunning/not_asked.rs`) and hand it in, so that letters and claims have one answer.

use crate::journal::model::{Event, InvoiceIx};
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
    /// The entries that conceded something, with how much of it is not credited; in their order.
    pub concessions: Vec<(&'j Event, Minor)>,
    /// The plan that goes on; `None` where there is none.
    pub plan: Option<RunningPlan<'j>>,
}

impl<'j> NotAsked<'j> {
    /// All of it.
    pub fn sum(&self) -> Minor {
        self.disputed + self.conceded + self.deferred + self.not_owed
    }

    /// What of an amount each entry conceded, the earliest first; the last one takes what is left.
    pub fn split_conceded(&self, amount: Minor) -> Vec<(&'j Event, Minor)> {
        let mut left = amount;
        let last = self.concessions.len().saturating_sub(1);
        let parts = self.concessions.iter().enumerate();
        let parts = parts.map(|(place, (event, conceded))| {
            let part = if place == last {
                left
            } else {
                left.min(*conceded)
            };
            left -= part;
            (*event, part)
        });
        parts.filter(|(_, part)| part.is_positive()).collect()
    }
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
