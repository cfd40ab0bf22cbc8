//! Money on account, and why it waits: nobody said what it is for, or it is more than its invoices could take.

use super::rule::Subject;
use crate::journal::model::{CustomerIx, Movement, MovementKind};
use crate::ledger::model::{Credit, Status};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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

/// All money on account.
pub fn waiting<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = Waiting<'a>> {
    let accounts = subject.ledger.on_account.iter();
    accounts.flat_map(move |((customer, currency), credits)| {
        let left = credits.iter().filter(|credit| credit.left.is_positive());
        left.map(move |credit| of(subject, *customer, *currency, credit))
    })
}

fn of<'a>(
    subject: &'a Subject<'_>,
    customer: CustomerIx,
    currency: Currency,
    credit: &Credit,
) -> Waiting<'a> {
    let from = &subject.journal.movements[credit.from];
    Waiting {
        customer,
        currency,
        from,
        left: credit.left,
        why: why(subject, from),
    }
}

fn why(subject: &Subject<'_>, from: &Movement) -> Why {
    let on_account = from.more.as_ref().is_some_and(|more| more.on_account);
    if from.kind != MovementKind::Payment || on_account {
        return Why::OnPurpose;
    }
    let mut designated = Minor::ZERO;
    for line in from.designations() {
        designated += line.amount.into();
    }
    if from.invoice.is_none() && designated < from.minor() {
        return Why::Unallocated;
    }
    let lines = from.designations().iter().map(|line| line.invoice);
    let void = |invoice| {
        let mut items = subject.journal.items_of(invoice);
        items.any(|item| subject.ledger.items[item].status == Status::Void)
    };
    if from.invoices().chain(lines).any(void) {
        Why::OnPurpose
    } else {
        Why::Overpaid
    }
}

/// The due day of the item that is late longest, for each customer and currency with something late.
pub fn overdue(subject: &Subject<'_>) -> BTreeMap<(CustomerIx, Currency), NaiveDate> {
    let mut late: BTreeMap<(CustomerIx, Currency), NaiveDate> = BTreeMap::new();
    for (ix, item) in subject.journal.items.iter() {
        let invoice = &subject.journal.invoices[item.invoice];
        if let (Some(due), Some(customer)) = (item.due, invoice.customer)
            && due < subject.as_of.0
            && subject.ledger.items[ix].open > 0
        {
            let first = late.entry((customer, invoice.currency)).or_insert(due);
            *first = due.min(*first);
        }
    }
    late
}
