//! What money that waits may be for: a proposal, never carried out.

use super::model::Ledger;
use super::unallocated::UnallocatedMoney;
use crate::journal::model::{AccountKey, ByAccount, InvoiceIx, ItemIx, Journal};
use crate::value::money::{Minor, Minor64};
use std::collections::BTreeMap;

/// Open items of one account.
#[derive(Debug, Default)]
struct AccountItems {
    /// Earliest due first; those without a day last.
    by_day: Vec<ItemIx>,
    /// What is open of each, the least first.
    by_amount: Vec<(Minor64, ItemIx)>,
}

impl AccountItems {
    /// The only item of which just this much is open.
    fn only_item_of(&self, amount: Minor) -> Option<ItemIx> {
        let start = self
            .by_amount
            .partition_point(|(open, _)| Minor::from(*open) < amount);
        let mut same = self.by_amount.iter().skip(start);
        let (open, item) = same
            .next()
            .filter(|(open, _)| Minor::from(*open) == amount)?;
        let another = same.next().is_some_and(|(other, _)| other == open);
        (!another).then_some(*item)
    }
}

/// The open items of some customers, each in one currency.
#[derive(Debug)]
pub struct OpenItems<'a> {
    journal: &'a Journal,
    ledger: &'a Ledger,
    accounts: ByAccount<AccountItems>,
}

impl<'a> OpenItems<'a> {
    /// The open items of these customers.
    pub fn for_accounts(
        journal: &'a Journal,
        ledger: &'a Ledger,
        accounts: impl Iterator<Item = AccountKey>,
    ) -> Self {
        let mut accounts: BTreeMap<_, AccountItems> = accounts
            .map(|account| (account, AccountItems::default()))
            .collect();
        for (ix, item) in journal.items.iter() {
            let invoice = &journal.invoices[item.invoice];
            if ledger.items[ix].open.is_positive()
                && let Some(customer) = invoice.customer
                && let Some(items) = accounts.get_mut(&(customer, invoice.currency))
            {
                items.by_day.push(ix);
                items.by_amount.push((ledger.items[ix].open, ix));
            }
        }
        for items in accounts.values_mut() {
            items
                .by_day
                .sort_unstable_by_key(|ix| journal.settlement_order(*ix));
            items.by_amount.sort_unstable();
        }
        Self {
            journal,
            ledger,
            accounts,
        }
    }

    /// What money may be for: the invoice that its reference names, the only item of just this amount, else what is
    /// due earliest. Gives up after some more than `most` lines.
    pub fn propose_allocation(
        &self,
        money: &UnallocatedMoney<'_>,
        most: usize,
    ) -> Vec<(InvoiceIx, Minor)> {
        let Some(items) = self.accounts.get(&(money.customer, money.currency)) else {
            return Vec::new();
        };
        let invoice_of = |ix: ItemIx| self.journal.items[ix].invoice;
        let named = money
            .movement
            .extra
            .as_ref()
            .and_then(|more| more.referenced_invoice);
        let chosen = named.or_else(|| items.only_item_of(money.remaining).map(invoice_of));
        // A reference may name an invoice of somebody else: then nothing is proposed.
        let account = (Some(money.customer), money.currency);
        let is_own = |invoice: InvoiceIx| {
            let record = &self.journal.invoices[invoice];
            (record.customer, record.currency) == account
        };
        if chosen.is_some_and(|invoice| !is_own(invoice)) {
            return Vec::new();
        }
        let mut left = money.remaining;
        let mut lines: Vec<(InvoiceIx, Minor)> = Vec::new();
        let own = chosen.map(|invoice| self.by_day(invoice));
        let all = items.by_day.iter().copied().filter(|_| own.is_none());
        for ix in own.iter().flatten().copied().chain(all) {
            if !left.is_positive() || lines.len() > most {
                break;
            }
            let part = left.min(Minor::from(self.ledger.items[ix].open));
            left -= part;
            match lines.iter_mut().find(|(known, _)| *known == invoice_of(ix)) {
                Some((_, sum)) => *sum += part,
                None => lines.push((invoice_of(ix), part)),
            }
        }
        lines
    }

    /// The open items of one invoice, earliest due first.
    fn by_day(&self, invoice: InvoiceIx) -> Vec<ItemIx> {
        let items = self.journal.items_of(invoice);
        let mut open: Vec<ItemIx> = items
            .filter(|ix| self.ledger.items[*ix].open.is_positive())
            .collect();
        open.sort_by_key(|ix| self.journal.settlement_order(*ix));
        open
    }
}
