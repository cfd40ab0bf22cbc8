//! Money: the bank gets what arrived, what somebody who collects kept is a cost, and the customer's account the whole.

use super::bookkeeping_entry::EntryLine;
use crate::journal::model::{CustomerIx, Journal, Movement, MovementIx, MovementKind};
use crate::ledger::model::Ledger;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;

/// Where money on account stands: with debtors, or apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnAccountPlace(pub LedgerAccount);

impl OnAccountPlace {
    /// A line of money on account.
    pub fn line(self, customer: Option<CustomerIx>, amount: Minor) -> EntryLine {
        EntryLine {
            customer,
            ..EntryLine::new(self.0, amount)
        }
    }
}

/// What a payment brings in, what a refund pays back, and what a reversal takes back: bank and costs. A reversal undoes
/// what its payment did.
pub fn bank_lines(
    journal: &Journal,
    ledger: &Ledger,
    ix: MovementIx,
    effect: Minor,
) -> [EntryLine; 2] {
    let movement = &journal.movements[ix];
    let kept = match movement.kind {
        MovementKind::Payment => kept_of(movement),
        MovementKind::Reversal => {
            let payment = ledger.reversed_payments.get(&ix);
            -payment.map_or(Minor::ZERO, |payment| kept_of(&journal.movements[*payment]))
        }
        _ => Minor::ZERO,
    };
    [
        EntryLine::new(LedgerAccount::Bank, -effect - kept),
        EntryLine::new(LedgerAccount::CollectionCosts, kept),
    ]
}

fn kept_of(payment: &Movement) -> Minor {
    payment.commission().unwrap_or_default()
}

/// Money of which nobody knows who paid: in the bank, and owed to somebody.
pub fn suspense_lines(amount: Minor) -> [EntryLine; 2] {
    [
        EntryLine::new(LedgerAccount::Bank, amount),
        EntryLine::new(LedgerAccount::Suspense, -amount),
    ]
}
