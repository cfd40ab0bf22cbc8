//! Money of a customer that waits on his account, put to his invoices as the law does: a claim reckons with every cent
//! from the day it came in, whatever the books have done with it (NL: BW 6:43, 6:114; SPEC.md 12).

use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::model::{AccountKey, InvoiceIx, ItemIx, Journal, MovementIx};
use crate::ledger::model::{Ledger, OnAccountCredit};
use crate::value::index_lists::IndexLists;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A part of the money that waits, and the invoice that it goes to.
#[derive(Clone, Copy, Debug)]
pub struct OnAccountAllocation {
    /// The entry that it came from.
    pub entry: MovementIx,
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The day it came in.
    pub date: NaiveDate,
    /// How much of it.
    pub amount: Minor,
}

/// All money that waits, by the invoice that it goes to: what is due before what is not, the higher agreed rate first,
/// then what was due earlier. What exceeds all that is open pays interest and costs of what is open longest.
pub fn place_waiting_money(
    journal: &Journal,
    ledger: &Ledger,
) -> IndexLists<InvoiceIx, OnAccountAllocation> {
    let mut placed = Vec::new();
    let waits = |credit: &&OnAccountCredit| credit.remaining.is_positive();
    let accounts = ledger.on_account.iter();
    let mut waiting: BTreeMap<AccountKey, Vec<OnAccountCredit>> = accounts
        .map(|(account, credits)| (*account, credits.iter().filter(waits).copied().collect()))
        .collect();
    waiting.retain(|_, credits: &mut Vec<OnAccountCredit>| !credits.is_empty());
    if !waiting.is_empty() {
        let mut open = open_items_by_account(journal, ledger, &waiting);
        for (account, credits) in &mut waiting {
            credits.sort_by_key(|credit| credit.date);
            if let Some(debts) = open.get_mut(account) {
                debts.sort_by_key(|debt| debt_rank(journal, ledger, debt.0));
                place_credits(journal, credits, debts, &mut placed);
            }
        }
    }
    let pairs: Vec<(InvoiceIx, OnAccountAllocation)> = placed
        .into_iter()
        .map(|part| (part.invoice, part))
        .collect();
    IndexLists::from_pairs(journal.invoices.len(), &pairs)
}

/// What is open of each item of the accounts on which money waits; charges count with the first item of an invoice.
fn open_items_by_account(
    journal: &Journal,
    ledger: &Ledger,
    waiting: &BTreeMap<AccountKey, Vec<OnAccountCredit>>,
) -> BTreeMap<AccountKey, Vec<(ItemIx, Minor)>> {
    let mut found: BTreeMap<AccountKey, Vec<(ItemIx, Minor)>> = BTreeMap::new();
    let mut last = None;
    for (item, record) in journal.items.iter() {
        let invoice = &journal.invoices[record.invoice];
        let Some(customer) = invoice.customer else {
            continue;
        };
        let account = (customer, invoice.currency);
        if !waiting.contains_key(&account) || invoice.date > ledger.as_of {
            continue;
        }
        let charges = if last == Some(record.invoice) {
            Minor::ZERO
        } else {
            ledger.charges_on(record.invoice)
        };
        last = Some(record.invoice);
        let open = charges + ledger.items[item].open.into();
        if open.is_positive() {
            found.entry(account).or_default().push((item, open));
        }
    }
    found
}

/// The place of an item in the order of the law.
fn debt_rank(
    journal: &Journal,
    ledger: &Ledger,
    item: ItemIx,
) -> (bool, Reverse<Option<Share>>, Option<NaiveDate>, ItemIx) {
    let record = &journal.items[item];
    let policy = journal.invoices[record.invoice].policy;
    let policy = policy.map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy]);
    let rate = policy.interest.agreed_rate();
    let is_later = record.due.is_none_or(|due| due >= ledger.as_of);
    (is_later, Reverse(rate), record.due, item)
}

/// Puts the credits of one account, the oldest first, to its debts, in their order.
fn place_credits(
    journal: &Journal,
    credits: &[OnAccountCredit],
    debts: &mut [(ItemIx, Minor)],
    placed: &mut Vec<OnAccountAllocation>,
) {
    let first = debts.first().map(|debt| debt.0);
    for credit in credits {
        let part = |item: ItemIx, amount| OnAccountAllocation {
            entry: credit.movement,
            invoice: journal.items[item].invoice,
            date: credit.date,
            amount,
        };
        let mut left = credit.remaining;
        for (item, open) in debts.iter_mut().filter(|debt| debt.1.is_positive()) {
            let used = left.min(*open);
            left -= used;
            *open -= used;
            if used.is_positive() {
                placed.push(part(*item, used));
            }
        }
        if left.is_positive() {
            placed.extend(first.map(|item| part(item, left)));
        }
    }
}
