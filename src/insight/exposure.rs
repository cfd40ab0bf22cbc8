//! How much customers with a limit owe: on the as-of day, and after each invoice.

use crate::journal::limits::Limits;
use crate::journal::model::{ByAccount, CustomerIx, InvoiceIx, Journal};
use crate::ledger::balance_change::{BalanceCause, BalanceChange, balance_changes};
use crate::ledger::model::Ledger;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a customer owed after an invoice, at the end of its day without the later invoices of that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The date of the invoice.
    pub day: NaiveDate,
    /// Principal and charges less money on account, in minor units.
    pub amount_owed: Minor,
}

/// What one customer owes and owed in one currency.
#[derive(Clone, Debug, Default)]
pub struct CustomerExposure {
    /// What the customer owed after each invoice, sorted by day and then by number.
    pub history: Vec<Exposure>,
    /// What the customer owes on the as-of day, in minor units.
    pub now: Minor,
}

/// What customers with a limit owe, by customer and currency. Computed in one pass through the journal, and only where
/// some customer has a limit.
#[derive(Clone, Debug, Default)]
pub struct Exposures(ByAccount<CustomerExposure>);

impl Exposures {
    /// Computes what those customers owe, up to the as-of day of the ledger.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let mut changes: ByAccount<Vec<BalanceChange>> = BTreeMap::new();
        for (customer, limits) in customers_with_limit(journal) {
            let trial = limits.trial.map(|trial| trial.limit);
            for limit in limits.credit.into_iter().chain(trial) {
                changes.insert((customer, limit.currency), Vec::new());
            }
        }
        if changes.is_empty() {
            return Self::default();
        }
        for effect in balance_changes(journal, ledger) {
            if let Some(own) = changes.get_mut(&(effect.customer, effect.currency)) {
                own.push(effect);
            }
        }
        let owing = changes.into_iter();
        Self(
            owing
                .map(|(who, own)| (who, accumulate_exposure(journal, own)))
                .collect(),
        )
    }

    /// What a customer owes in a currency; `None` where there is nothing.
    pub fn get(&self, customer: CustomerIx, currency: Currency) -> Option<&CustomerExposure> {
        self.0.get(&(customer, currency))
    }
}

/// Every customer with a limit.
pub fn customers_with_limit(journal: &Journal) -> impl Iterator<Item = (CustomerIx, &Limits)> {
    let all = journal.customers.iter();
    all.filter_map(|(customer, record)| Some((customer, record.limits.as_deref()?)))
}

/// Adds up what is owed from day to day. Within a day invoices come last, because a customer who pays on the day of the
/// next invoice does not owe both.
fn accumulate_exposure(journal: &Journal, mut changes: Vec<BalanceChange>) -> CustomerExposure {
    changes.sort_by(|a, b| {
        let key = |effect: &BalanceChange| {
            (
                effect.date,
                issued_invoice(effect).map(|it| journal.invoice_no(it)),
            )
        };
        key(a).cmp(&key(b))
    });
    let mut owing = CustomerExposure::default();
    for change in changes {
        owing.now += change.amount;
        owing
            .history
            .extend(issued_invoice(&change).map(|invoice| Exposure {
                invoice,
                day: change.date,
                amount_owed: owing.now,
            }));
    }
    owing
}

/// The invoice that a change issued; `None` for other changes.
const fn issued_invoice(effect: &BalanceChange) -> Option<InvoiceIx> {
    match effect.cause {
        BalanceCause::Invoice(invoice) => Some(invoice),
        BalanceCause::Money(_) | BalanceCause::Allocation { .. } => None,
    }
}
