//! What money that waits may be for: a proposal, never carried out.

use super::model::Ledger;
use super::waiting::Waiting;
use crate::journal::model::{CustomerIx, InvoiceIx, ItemIx, Journal};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Open items of one account, earliest due first; those without a day last.
type Items = Vec<(Option<NaiveDate>, ItemIx)>;

/// The open items of some customers, each in one currency.
#[derive(Debug)]
pub struct OpenItems<'a> {
    journal: &'a Journal,
    ledger: &'a Ledger,
    accounts: BTreeMap<(CustomerIx, Currency), Items>,
}

impl<'a> OpenItems<'a> {
    /// The open items of these customers.
    pub fn of(
        journal: &'a Journal,
        ledger: &'a Ledger,
        accounts: impl Iterator<Item = (CustomerIx, Currency)>,
    ) -> Self {
        let mut accounts: BTreeMap<_, Items> =
            accounts.map(|account| (account, Vec::new())).collect();
        for (ix, item) in journal.items.iter() {
            let invoice = &journal.invoices[item.invoice];
            if ledger.items[ix].open > 0
                && let Some(customer) = invoice.customer
                && let Some(items) = accounts.get_mut(&(customer, invoice.currency))
            {
                items.push((item.due, ix));
            }
        }
        for items in accounts.values_mut() {
            items.sort_unstable_by_key(|(due, ix)| (due.is_none(), *due, *ix));
        }
        Self {
            journal,
            ledger,
            accounts,
        }
    }

    /// What money may be for: the invoice that its reference names, the only item of just this amount, else what is
    /// due earliest. Gives up after some more than `most` lines.
    pub fn proposal(&self, money: &Waiting<'_>, most: usize) -> Vec<(InvoiceIx, Minor)> {
        let items = self.accounts.get(&(money.customer, money.currency));
        let items = items.map_or(&[][..], Vec::as_slice);
        let open = |ix: ItemIx| Minor::from(self.ledger.items[ix].open);
        let invoice_of = |ix: ItemIx| self.journal.items[ix].invoice;
        let named = money.from.more.as_ref().and_then(|more| more.refers_to);
        let mut exact = items.iter().filter(|(_, ix)| open(*ix) == money.left);
        let only = exact.next().filter(|_| exact.next().is_none());
        let chosen = named.or(only.map(|(_, ix)| invoice_of(*ix)));
        let mut left = money.left;
        let mut lines: Vec<(InvoiceIx, Minor)> = Vec::new();
        for (_, ix) in items {
            let invoice = invoice_of(*ix);
            if !left.is_positive() || lines.len() > most {
                break;
            }
            if chosen.is_some_and(|chosen| chosen != invoice) {
                continue;
            }
            let part = left.min(open(*ix));
            left -= part;
            match lines.iter_mut().find(|(known, _)| *known == invoice) {
                Some((_, sum)) => *sum += part,
                None => lines.push((invoice, part)),
            }
        }
        lines
    }
}
