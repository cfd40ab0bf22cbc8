//! What keeps a letter from being proposed although its step is possible (SPEC.md 11.4).

use super::ladder_position::LadderPosition;
use crate::journal::bank_coverage::{BankCoverage, missed_bank_day};
use crate::journal::ladder::{HANDOVER_STAGE, Stage};
use crate::journal::model::{ByAccount, CustomerIx, InvoiceIx, Journal};
use crate::ledger::model::Ledger;
use crate::ledger::unallocated::{UnallocatedReason, unallocated_money};
use crate::value::channel::Exclusion;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What keeps a letter back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blocker {
    /// Bank data are older than the policy allows.
    BankStale,
    /// Money of this customer waits that nobody placed.
    UnallocatedMoney,
    /// Money on account covers what is overdue.
    CreditCoversOverdue,
    /// What is open of the invoice is too little to ask for.
    BelowTolerance,
    /// The letter would be about too little.
    BelowMinimum,
    /// The customer may not be handed over.
    NoAgency,
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
            Self::NoChannel => "no-channel",
            Self::Barred => "barred",
        }
    }
}

/// Money of a customer that settles nothing yet, beside what is overdue.
#[derive(Clone, Copy, Debug, Default)]
struct AccountBalance {
    /// Nobody said what it is for.
    unallocated: Minor,
    /// All of it.
    on_account: Minor,
    overdue: Minor,
}

/// The facts that blockers are decided from.
#[derive(Debug)]
pub struct BlockerFacts<'j> {
    journal: &'j Journal,
    asked_on: NaiveDate,
    /// The last day that bank data are complete to, up to the day of the ledger.
    pub bank_through: Option<NaiveDate>,
    accounts: ByAccount<AccountBalance>,
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
        let mut accounts: BTreeMap<_, AccountBalance> = BTreeMap::new();
        for money in unallocated_money(journal, ledger) {
            let account = accounts
                .entry((money.customer, money.currency))
                .or_default();
            account.on_account += money.remaining;
            if money.reason == UnallocatedReason::Unspecified {
                account.unallocated += money.remaining;
            }
        }
        let mut gates = Self {
            journal,
            asked_on,
            bank_through: BankCoverage::from_lines(&journal.bank_through)
                .last_complete_day(ledger.as_of),
            accounts,
            barred,
        };
        gates.add_overdue(ledger);
        gates
    }

    fn add_overdue(&mut self, ledger: &Ledger) {
        if self.accounts.is_empty() {
            return;
        }
        for (ix, item) in self.journal.items.iter() {
            let invoice = &self.journal.invoices[item.invoice];
            if item.due.is_some_and(|due| due < ledger.as_of)
                && let Some(customer) = invoice.customer
                && let Some(account) = self.accounts.get_mut(&(customer, invoice.currency))
            {
                account.overdue += ledger.items[ix].open.into();
            }
        }
    }

    /// What keeps back the next step of an invoice of which this much is open.
    pub fn blockers_of(
        &self,
        invoice: InvoiceIx,
        open: Minor,
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
        if let Some(account) = self.accounts.get(&(customer, record.currency)) {
            if account.unallocated.is_positive() {
                closed.push(Blocker::UnallocatedMoney);
            } else if account.overdue.is_positive() && account.on_account >= account.overdue {
                closed.push(Blocker::CreditCoversOverdue);
            }
        }
        let tolerated = policy.tolerance;
        if tolerated.is_some_and(|most| most.currency == record.currency && open <= most.minor) {
            closed.push(Blocker::BelowTolerance);
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
            return self
                .excludes(customer, Exclusion::Agency)
                .then_some(Blocker::NoAgency);
        }
        let ways = self.journal.customers[customer].usable_channels(stage);
        (ways.is_empty() && !stage.channels.is_empty()).then_some(Blocker::NoChannel)
    }

    /// Whether a `no:` line of a customer rules something out.
    pub fn excludes(&self, customer: CustomerIx, what: Exclusion) -> bool {
        self.journal.customers[customer].has_exclusion(what)
    }
}
