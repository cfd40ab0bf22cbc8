//! Money on account, used for an invoice or paid back.

use super::posting_state::PostingState;
use crate::journal::model::{AccountKey, MovementIx};
use crate::ledger::model::{AllocationRule, FaultKind, OnAccountCredit};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// What is taken off an account.
struct Withdrawal {
    owner: AccountKey,
    /// Only money of this day; `None`: of any.
    of_date: Option<NaiveDate>,
    /// How much is still to be taken.
    amount: Minor,
}

impl PostingState<'_> {
    /// Uses money on account for an invoice: the oldest first, and no more than the invoice can take.
    pub fn apply_on_account(&mut self, ix: MovementIx) {
        let Some(invoice) = self.available_invoice(ix) else {
            return;
        };
        let Some(mut wanted) = self.covered_withdrawal(ix) else {
            return;
        };
        while let Some((place, credit)) = self.next_credit(&wanted) {
            let offer = wanted.amount.min(credit.remaining);
            let act = self.allocation_source(credit.movement, AllocationRule::Applied);
            let used = offer - self.allocate_to_invoice(act, invoice, offer);
            self.accounts().use_credit(wanted.owner, place, used);
            wanted.amount -= used;
            if used < offer {
                break;
            }
        }
    }

    /// Pays back money on account, the oldest first.
    pub fn refund_on_account(&mut self, ix: MovementIx) {
        let Some(mut wanted) = self.covered_withdrawal(ix) else {
            return;
        };
        while let Some((place, credit)) = self.next_credit(&wanted) {
            let part = wanted.amount.min(credit.remaining);
            let refund = (ix, part);
            self.accounts().refund_credit(wanted.owner, place, refund);
            wanted.amount -= part;
        }
    }

    /// What an `apply` or a `refund` takes off an account; `None` where there is too little, which is noted.
    fn covered_withdrawal(&mut self, ix: MovementIx) -> Option<Withdrawal> {
        let movement = &self.journal().movements[ix];
        let wanted = Withdrawal {
            owner: self.account_key(movement)?,
            of_date: movement.of_date(),
            amount: movement.minor(),
        };
        let available = self.accounts().available(wanted.owner, wanted.of_date);
        if wanted.amount > available {
            self.record_fault(ix, FaultKind::Overspent { available });
            return None;
        }
        Some(wanted)
    }

    /// The oldest credit that is left for a withdrawal which is not complete.
    fn next_credit(&mut self, wanted: &Withdrawal) -> Option<(usize, OnAccountCredit)> {
        if !wanted.amount.is_positive() {
            return None;
        }
        self.accounts().oldest_credit(wanted.owner, wanted.of_date)
    }
}
