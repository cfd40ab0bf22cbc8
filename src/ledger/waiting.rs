//! Money on account, and why it waits: nobody said what it is for, or it is more than its invoices could take.

use super::model::{Credit, FaultEntry, Ledger, Status};
use crate::journal::model::{CustomerIx, Journal, Movement, MovementIx, MovementKind, NumberUse};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Why money waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody said what it is for.
    Unallocated,
    /// The invoices it names took less.
    Overpaid,
    /// It was put there on purpose, or a credit note left it.
    OnPurpose,
}

/// Money that waits.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'a> {
    /// Whose.
    pub customer: CustomerIx,
    /// In which currency.
    pub currency: Currency,
    /// What it came from.
    pub from: &'a Movement,
    /// How much is left.
    pub left: Minor,
    /// Why it waits.
    pub why: Why,
}

/// All money on account. Of what could not be carried out as written the error tells more.
pub fn waiting<'a>(journal: &'a Journal, ledger: &'a Ledger) -> impl Iterator<Item = Waiting<'a>> {
    let faults = ledger.faults.iter();
    let at_fault: BTreeSet<MovementIx> = faults.filter_map(|fault| movement(fault.entry)).collect();
    let accounts = ledger.on_account.iter();
    let all = accounts.flat_map(|((customer, currency), credits)| {
        credits
            .iter()
            .map(move |credit| (*customer, *currency, credit))
    });
    all.filter(move |(.., credit)| credit.left.is_positive() && !at_fault.contains(&credit.from))
        .map(|(customer, currency, credit)| of(journal, ledger, customer, currency, credit))
}

const fn movement(entry: FaultEntry) -> Option<MovementIx> {
    match entry {
        FaultEntry::Movement(number) => Some(number),
        FaultEntry::Assertion(_) => None,
    }
}

fn of<'a>(
    journal: &'a Journal,
    ledger: &Ledger,
    customer: CustomerIx,
    currency: Currency,
    credit: &Credit,
) -> Waiting<'a> {
    let from = &journal.movements[credit.from];
    Waiting {
        customer,
        currency,
        from,
        left: credit.left,
        why: why(journal, ledger, from, credit.left),
    }
}

fn why(journal: &Journal, ledger: &Ledger, from: &Movement, left: Minor) -> Why {
    let on_account = from.more.as_ref().is_some_and(|more| more.on_account);
    if from.kind != MovementKind::Payment || on_account {
        return Why::OnPurpose;
    }
    let mut designated = Minor::ZERO;
    for line in from.designations() {
        designated += line.amount.into();
    }
    // Less than all that nobody named: the rest was spread by the policy, or applied.
    if from.invoice.is_none() && designated < from.minor() {
        let untouched = left >= from.minor() - designated;
        return if untouched {
            Why::Unallocated
        } else {
            Why::Overpaid
        };
    }
    let lines = from.designations().iter().map(|line| line.invoice);
    let gone = |invoice| {
        let mut items = journal.items_of(invoice);
        journal.invoices[invoice].used != NumberUse::Invoice
            || items.any(|item| ledger.items[item].status == Status::Void)
    };
    if from.invoices().chain(lines).any(gone) {
        Why::OnPurpose
    } else {
        Why::Overpaid
    }
}

/// The due day of the item that is late longest, for each customer and currency with something late.
pub fn overdue(
    journal: &Journal,
    ledger: &Ledger,
    on: NaiveDate,
) -> BTreeMap<(CustomerIx, Currency), NaiveDate> {
    let mut late: BTreeMap<(CustomerIx, Currency), NaiveDate> = BTreeMap::new();
    for (ix, item) in journal.items.iter() {
        let invoice = &journal.invoices[item.invoice];
        if let (Some(due), Some(customer)) = (item.due, invoice.customer)
            && due < on
            && ledger.items[ix].open > 0
        {
            let first = late.entry((customer, invoice.currency)).or_insert(due);
            *first = due.min(*first);
        }
    }
    late
}
