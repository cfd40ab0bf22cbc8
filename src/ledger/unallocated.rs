//! Money on account, and why it waits: nobody said what it is for, or it is more than its invoices could take.

use super::model::{Ledger, OnAccountCredit, Status};
use crate::journal::model::{
    ByAccount, CustomerIx, Journal, Movement, MovementIx, MovementKind, NumberUse,
};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Why money waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnallocatedReason {
    /// Nobody said what it is for.
    Unspecified,
    /// The invoices it names took less.
    Overpaid,
    /// It was put there on purpose, or a credit note left it.
    OnPurpose,
}

/// Money that waits.
#[derive(Clone, Copy, Debug)]
pub struct UnallocatedMoney<'a> {
    /// Whose.
    pub customer: CustomerIx,
    /// In which currency.
    pub currency: Currency,
    /// What it came from.
    pub movement: &'a Movement,
    /// How much is left.
    pub remaining: Minor,
    /// Why it waits.
    pub reason: UnallocatedReason,
}

/// All money on account, except from entries that could not be posted: their errors say more.
pub fn unallocated_money<'a>(
    journal: &'a Journal,
    ledger: &'a Ledger,
) -> impl Iterator<Item = UnallocatedMoney<'a>> {
    let at_fault: BTreeSet<MovementIx> = ledger.movements_at_fault().collect();
    let accounts = ledger.on_account.iter();
    let all = accounts.flat_map(|((customer, currency), credits)| {
        credits
            .iter()
            .map(move |credit| (*customer, *currency, credit))
    });
    all.filter(move |(.., credit)| {
        credit.remaining.is_positive() && !at_fault.contains(&credit.movement)
    })
    .map(|(customer, currency, credit)| to_unallocated(journal, ledger, customer, currency, credit))
}

fn to_unallocated<'a>(
    journal: &'a Journal,
    ledger: &Ledger,
    customer: CustomerIx,
    currency: Currency,
    credit: &OnAccountCredit,
) -> UnallocatedMoney<'a> {
    let from = &journal.movements[credit.movement];
    UnallocatedMoney {
        customer,
        currency,
        movement: from,
        remaining: credit.remaining,
        reason: unallocated_reason(journal, ledger, from, credit.remaining),
    }
}

fn unallocated_reason(
    journal: &Journal,
    ledger: &Ledger,
    from: &Movement,
    left: Minor,
) -> UnallocatedReason {
    let on_account = from.extra.as_ref().is_some_and(|more| more.on_account);
    if from.kind != MovementKind::Payment || on_account {
        return UnallocatedReason::OnPurpose;
    }
    let designated = from.designated_amount();
    // Less than all that nobody named: the rest was spread by the policy, or applied.
    if from.invoice.is_none() && designated < from.minor() {
        let untouched = left >= from.minor() - designated;
        return if untouched {
            UnallocatedReason::Unspecified
        } else {
            UnallocatedReason::Overpaid
        };
    }
    let gone = |invoice| {
        let mut items = journal.items_of(invoice);
        journal.invoices[invoice].number_use != NumberUse::Invoice
            || items.any(|item| ledger.items[item].status == Status::Void)
    };
    if from.all_invoices().any(gone) {
        UnallocatedReason::OnPurpose
    } else {
        UnallocatedReason::Overpaid
    }
}

/// The due day of the item that is late longest, for each customer and currency with something late.
pub fn oldest_overdue(
    journal: &Journal,
    ledger: &Ledger,
    as_of: NaiveDate,
) -> ByAccount<NaiveDate> {
    let mut late: ByAccount<NaiveDate> = BTreeMap::new();
    for (ix, item) in journal.items.iter() {
        let invoice = &journal.invoices[item.invoice];
        if let (Some(due), Some(customer)) = (item.due, invoice.customer)
            && due < as_of
            && ledger.items[ix].open.is_positive()
        {
            let first = late.entry((customer, invoice.currency)).or_insert(due);
            *first = due.min(*first);
        }
    }
    late
}
