//! What keeps a letter from being proposed although its step is possible (SPEC.md 11.4).

use super::ladder_position::LadderPosition;
use crate::journal::bank_coverage::{BankCoverage, missed_bank_day};
use crate::journal::ladder::{HANDOVER_STAGE, Stage};
use crate::journal::model::{AccountKey, CustomerIx, InvoiceIx, Journal};
use crate::ledger::model::Ledger;
use crate::ledger::unallocated::{UnallocatedReason, unallocated_money};
use crate::value::channel::Exclusion;
use crate::value::money::Minor;
use crate::value::vocabulary::HandoverRecipient;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What keeps a letter back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blocker {
    /// Bank data are older than the policy allows.
    BankStale,
    /// Money of this customer waits that nobody placed.
    UnallocatedMoney,
    /// Money on account covers what is asked of it.
    CreditCoversOverdue,
    /// What is open of the invoice is too little to ask for.
    BelowTolerance,
    /// The letter would be about too little.
    BelowMinimum,
    /// The customer may not be handed over.
    NoAgency,
    /// The amount is one that the policy leaves to the business itself.
    SelfBelow,
    /// None of the step's channels may be used with this customer.
    NoChannel,
    /// The claim is barred by limitation: whether it is asked at all is to be decided first.
    Barred,
}

impl Blocker {
    /// The code for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BankStale => "bank-stale",
            Self::UnallocatedMoney => "allocate",
            Self::CreditCoversOverdue => "use-credit",
            Self::BelowTolerance => "tolerance",
            Self::BelowMinimum => "minimum",
            Self::NoAgency => "no-agency",
            Self::SelfBelow => "self-below",
            Self::NoChannel => "no-channel",
            Self::Barred => "barred",
        }
    }
}

/// The facts that blockers are decided from.
#[derive(Debug)]
pub struct BlockerFacts<'j> {
    journal: &'j Journal,
    asked_on: NaiveDate,
    /// The last day that bank data are complete to, up to the day of the ledger.
    pub bank_through: Option<NaiveDate>,
    /// The accounts with money of which nobody said what it is for.
    unallocated: BTreeSet<AccountKey>,
    /// Invoices that can be claimed no more.
    barred: BTreeSet<InvoiceIx>,
}

impl<'j> BlockerFacts<'j> {
    /// The blockers on the day of a ledger. How old bank data are is asked today, also when a page looks ahead.
    pub fn new(
        journal: &'j Journal,
        ledger: &Ledger,
        barred: BTreeSet<InvoiceIx>,
        asked_on: NaiveDate,
    ) -> Self {
        let waiting = unallocated_money(journal, ledger)
            .filter(|money| money.reason == UnallocatedReason::Unspecified);
        Self {
            journal,
            asked_on,
            bank_through: BankCoverage::from_lines(&journal.bank_through)
                .last_complete_day(ledger.as_of),
            unallocated: waiting
                .map(|money| (money.customer, money.currency))
                .collect(),
            barred,
        }
    }

    /// What keeps back the next step of an invoice of which this much is open, and of an item that money on account covers
    /// or does not.
    pub fn blockers_of(
        &self,
        (invoice, open): (InvoiceIx, Minor),
        is_covered: bool,
        standing: &LadderPosition<'_>,
    ) -> Vec<Blocker> {
        let mut closed = Vec::new();
        let record = &self.journal.invoices[invoice];
        let policy = standing.policy;
        if let Some(through) = self.bank_through
            && missed_bank_day(through, policy.bank_stale, self.asked_on).is_some()
        {
            closed.push(Blocker::BankStale);
        }
        let Some(customer) = record.customer else {
            return closed;
        };
        if self.unallocated.contains(&(customer, record.currency)) {
            closed.push(Blocker::UnallocatedMoney);
        } else if is_covered {
            closed.push(Blocker::CreditCoversOverdue);
        }
        let tolerated = policy.tolerance;
        if tolerated.is_some_and(|most| most.currency == record.currency && open <= most.minor) {
            closed.push(Blocker::BelowTolerance);
        }
        let own = policy.self_below;
        if standing
            .next_stage()
            .is_some_and(|stage| *stage.name == *HANDOVER_STAGE)
            && own.is_some_and(|own| own.currency == record.currency && open < own.minor)
        {
            closed.push(Blocker::SelfBelow);
        }
        if self.barred.contains(&invoice) {
            closed.push(Blocker::Barred);
        }
        closed.extend(
            standing
                .next_stage()
                .and_then(|stage| self.exclusion_blocker(customer, stage)),
        );
        closed
    }

    /// Whether `no:` lines of the customer leave no way to take a step.
    fn exclusion_blocker(&self, customer: CustomerIx, stage: &Stage) -> Option<Blocker> {
        if *stage.name == *HANDOVER_STAGE {
            let barred = stage.recipient == HandoverRecipient::Agency
                && self.excludes(customer, Exclusion::Agency);
            return barred.then_some(Blocker::NoAgency);
        }
        let ways = self.journal.customers[customer].usable_channels(stage);
        (ways.is_empty() && !stage.channels.is_empty()).then_some(Blocker::NoChannel)
    }

    /// Whether a `no:` line of a customer rules something out.
    pub fn excludes(&self, customer: CustomerIx, what: Exclusion) -> bool {
        self.journal.customers[customer].has_exclusion(what)
    }
}
