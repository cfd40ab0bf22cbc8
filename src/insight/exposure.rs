//! How much customers with a limit owe: now, and whenever they were sent another invoice.

use crate::journal::limits::Limits;
use crate::journal::model::{ByAccount, CustomerIx, InvoiceIx, Journal};
use crate::ledger::balance_change::{BalanceCause, BalanceChange, balance_changes};
use crate::ledger::model::Ledger;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a customer owed at the end of a day on which he was sent an invoice, the later ones of that day left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// Its day.
    pub day: NaiveDate,
    /// Principal and charges, less what was on account.
    pub amount_owed: Minor,
}

/// What one customer owes in one currency.
#[derive(Clone, Debug, Default)]
pub struct CustomerExposure {
    /// Whenever he was sent an invoice; by day, then number.
    pub history: Vec<Exposure>,
    /// On the day of the ledger.
    pub now: Minor,
}

/// What customers with a limit owe, by customer and currency. One look at the journal; nothing to do where nobody
/// has a limit.
#[derive(Clone, Debug, Default)]
pub struct Exposures(ByAccount<CustomerExposure>);

impl Exposures {
    /// What those customers owe, up to the day of the ledger.
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

    /// What a customer owes in a currency.
    pub fn get(&self, customer: CustomerIx, currency: Currency) -> Option<&CustomerExposure> {
        self.0.get(&(customer, currency))
    }
}

/// Every customer with a limit.
pub fn customers_with_limit(journal: &Journal) -> impl Iterator<Item = (CustomerIx, &Limits)> {
    let all = journal.customers.iter();
    all.filter_map(|(customer, record)| Some((customer, record.limits.as_deref()?)))
}

/// Follows what is owed from day to day. Inside a day everything else goes before the invoices: who pays on the day
/// of his invoice does not owe both.
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

/// The invoice that a change is the writing of.
const fn issued_invoice(effect: &BalanceChange) -> Option<InvoiceIx> {
    match effect.cause {
        BalanceCause::Invoice(invoice) => Some(invoice),
        BalanceCause::Money(_) | BalanceCause::Allocation { .. } => None,
    }
}
