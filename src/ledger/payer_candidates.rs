//! Who may have made a payment of which nobody knows the payer: the only invoice of which just that much is open.

use super::model::Ledger;
use crate::journal::model::{InvoiceIx, Journal};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use std::collections::BTreeMap;

/// Invoices by what is open of them in all.
#[derive(Debug)]
pub struct PayerCandidates {
    /// `None` where several are open for the same amount.
    by_amount: BTreeMap<(Currency, Minor), Option<InvoiceIx>>,
}

impl PayerCandidates {
    /// What is open on the day of a ledger.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let mut open: BTreeMap<InvoiceIx, Minor> = BTreeMap::new();
        for (item, state) in ledger.items.iter() {
            if state.open.is_positive() {
                *open.entry(journal.items[item].invoice).or_default() += state.open.into();
            }
        }
        let mut by_amount = BTreeMap::new();
        for (invoice, left) in open {
            let amount = (journal.invoices[invoice].currency, left);
            by_amount
                .entry(amount)
                .and_modify(|known| *known = None)
                .or_insert(Some(invoice));
        }
        Self { by_amount }
    }

    /// The only invoice of which just this much is open.
    pub fn only_invoice_of(&self, amount: Money) -> Option<InvoiceIx> {
        let found = self.by_amount.get(&(amount.currency, amount.minor));
        found.copied().flatten()
    }
}
