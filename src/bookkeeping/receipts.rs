//! Money: the bank gets what arrived, what somebody who collects kept is a cost, and the customer's account the whole.

use super::bookkeeping_entry::EntryLine;
use crate::journal::model::{CustomerIx, Journal, MovementIx, MovementKind};
use crate::ledger::model::Ledger;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;
use crate::value::vocabulary::OnAccountPlace;

/// Where money on account stands: with debtors, or apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnAccount(pub LedgerAccount);

impl OnAccount {
    /// As the journal says it.
    pub const fn of_journal(journal: &Journal) -> Self {
        Self(match journal.accounts.on_account {
            OnAccountPlace::Debtors => LedgerAccount::Debtors,
            OnAccountPlace::Prepaid => LedgerAccount::Prepaid,
        })
    }

    /// A line of money on account.
    pub fn line(self, customer: Option<CustomerIx>, amount: Minor) -> EntryLine {
        EntryLine {
            customer,
            ..EntryLine::new(self.0, amount)
        }
    }
}

/// What a payment brings in, what a refund pays back, and what a reversal takes back: bank and costs.
pub fn bank_lines(
    journal: &Journal,
    ledger: &Ledger,
    ix: MovementIx,
    effect: Minor,
) -> [EntryLine; 2] {
    let kept = kept_of(journal, ledger, ix);
    [
        EntryLine::new(LedgerAccount::Bank, -effect - kept),
        EntryLine::new(LedgerAccount::CollectionCosts, kept),
    ]
}

/// What somebody who collects kept of a payment; below zero for a reversal, which undoes what its payment did.
pub fn kept_of(journal: &Journal, ledger: &Ledger, money: MovementIx) -> Minor {
    let commission = |ix: MovementIx| journal.movements[ix].commission().unwrap_or_default();
    match journal.movements[money].kind {
        MovementKind::Payment => commission(money),
        MovementKind::Reversal => {
            let payment = ledger.reversed_payments.get(&money);
            -payment.map_or(Minor::ZERO, |payment| commission(*payment))
        }
        _ => Minor::ZERO,
    }
}

/// Money of which nobody knows who paid: in the bank, and owed to somebody.
pub fn suspense_lines(amount: Minor) -> [EntryLine; 2] {
    [
        EntryLine::new(LedgerAccount::Bank, amount),
        EntryLine::new(LedgerAccount::Suspense, -amount),
    ]
}
