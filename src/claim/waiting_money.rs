//! Money of a customer that waits on his account, and what it may pay: a claim reckons with every cent from the day it came
//! in, whatever the books have done with it (NL: BW 6:43, 6:114; SPEC.md 12).

use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::model::{AccountKey, ByAccount, InvoiceIx, ItemIx, Journal, MovementIx};
use crate::ledger::model::{Ledger, OnAccountCredit};
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A part of the money that waits, put to an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnAccountAllocation {
    /// The entry that it came from.
    pub entry: MovementIx,
    /// The day it came in.
    pub date: NaiveDate,
    /// The day on which it pays: when it came in, or when what it pays fell due if that was later.
    pub pays_on: NaiveDate,
    /// How much of it.
    pub amount: Minor,
}

/// Money that waits, by the invoice that it is put to.
pub type OnAccountAllocations = BTreeMap<InvoiceIx, Vec<OnAccountAllocation>>;

/// An account on which money waits.
#[derive(Clone, Debug, Default)]
pub struct AccountCredits {
    /// What is left of each credit, the oldest first.
    pub credits: Vec<OnAccountCredit>,
    /// The invoices of the account of which something is open.
    pub invoices: Vec<InvoiceIx>,
}

/// The accounts on which money waits.
pub fn find_waiting_accounts(journal: &Journal, ledger: &Ledger) -> ByAccount<AccountCredits> {
    let mut found: BTreeMap<AccountKey, AccountCredits> = BTreeMap::new();
    for (account, credits) in &ledger.on_account {
        let left = credits
            .iter()
            .filter(|credit| credit.remaining.is_positive());
        let mut left: Vec<OnAccountCredit> = left.copied().collect();
        left.sort_by_key(|credit| credit.date);
        if !left.is_empty() {
            let waiting = AccountCredits {
                credits: left,
                invoices: Vec::new(),
            };
            found.insert(*account, waiting);
        }
    }
    if found.is_empty() {
        return found;
    }
    for (invoice, record) in journal.invoices.iter() {
        let Some(customer) = record.customer.filter(|_| record.date <= ledger.as_of) else {
            continue;
        };
        if let Some(account) = found.get_mut(&(customer, record.currency))
            && (ledger.has_open_item(journal, invoice) || ledger.charges_on(invoice).is_positive())
        {
            account.invoices.push(invoice);
        }
    }
    found
}

/// The place of an item in the order in which money that names no debt pays: what is late before what is not, the higher
/// agreed rate first, then what was due earlier (NL: BW 6:43 lid 2).
pub fn debt_rank(
    journal: &Journal,
    as_of: NaiveDate,
    item: ItemIx,
) -> (bool, Reverse<Option<Share>>, Option<NaiveDate>, ItemIx) {
    let record = &journal.items[item];
    let policy = journal.invoices[record.invoice].policy;
    let policy = policy.map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy]);
    let rate = policy.interest.agreed_rate();
    let is_later = record.due.is_none_or(|due| due >= as_of);
    (is_later, Reverse(rate), record.due, item)
}
