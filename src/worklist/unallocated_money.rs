//! Money that waits: payments that nobody placed, and money on account beside an overdue invoice.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::journal::model::{ByAccount, InvoiceIx, ItemIx};
use crate::ledger::allocation_proposal::OpenItems;
use crate::ledger::unallocated::{UnallocatedMoney, UnallocatedReason, unallocated_money};
use crate::value::calendar::days_between;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// More `for:` lines than this are not proposed.
const MAX_PROPOSED_LINES: usize = 12;

/// Finds money to place, and money to use.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let (journal, ledger) = (day.journal, day.ledger);
    let (unplaced, on_account): (Vec<UnallocatedMoney<'_>>, Vec<UnallocatedMoney<'_>>) =
        unallocated_money(journal, ledger)
            .partition(|money| money.reason == UnallocatedReason::Unspecified);
    if !unplaced.is_empty() {
        let accounts = unplaced
            .iter()
            .map(|money| (money.customer, money.currency));
        let open = OpenItems::for_accounts(journal, ledger, accounts);
        tasks.extend(unplaced.iter().map(|money| allocation_task(&open, money)));
    }
    let mut sums: ByAccount<(Minor, &UnallocatedMoney<'_>)> = BTreeMap::new();
    for money in &on_account {
        let account = (money.customer, money.currency);
        sums.entry(account).or_insert((Minor::ZERO, money)).0 += money.remaining;
    }
    let overdue = oldest_overdue_items(day, &sums);
    for (account, (sum, from)) in sums {
        if let Some(oldest) = overdue.get(&account) {
            tasks.extend(credit_task(day, *oldest, Money::new(sum, account.1), from));
        }
    }
}

/// Of each account the item that is late longest.
type OldestItem = (NaiveDate, InvoiceIx, ItemIx);

fn oldest_overdue_items<T>(day: &Day<'_>, accounts: &ByAccount<T>) -> ByAccount<OldestItem> {
    let journal = day.journal;
    let mut oldest: ByAccount<OldestItem> = BTreeMap::new();
    for position in day.positions() {
        let due = journal.items[position.item].due;
        let currency = journal.invoices[position.invoice].currency;
        let account = position.customer.map(|customer| (customer, currency));
        if let (Some(due), Some(account)) = (due.filter(|due| *due < day.as_of()), account)
            && accounts.contains_key(&account)
        {
            let item = (due, position.invoice, position.item);
            let known = oldest.entry(account).or_insert(item);
            *known = item.min(*known);
        }
    }
    oldest
}

fn allocation_task<'j>(open: &OpenItems<'_>, money: &UnallocatedMoney<'_>) -> Task<'j> {
    let mut lines = open.propose_allocation(money, MAX_PROPOSED_LINES);
    lines.truncate(MAX_PROPOSED_LINES);
    let lines = lines
        .into_iter()
        .map(|(invoice, part)| (invoice, Money::new(part, money.currency)));
    Task {
        customer: Some(money.customer),
        amount: Some(Money::new(money.remaining, money.currency)),
        origin: Some(money.movement.origin),
        ..Task::new(
            money.movement.date,
            Action::Allocate,
            TaskReason::Proposal(lines.collect()),
        )
    }
}

/// Money on account for the oldest overdue invoice of the same customer and currency.
fn credit_task<'j>(
    day: &Day<'j>,
    (due, invoice, item): OldestItem,
    sum: Money,
    from: &UnallocatedMoney<'_>,
) -> Option<Task<'j>> {
    let part = sum.minor.min(Minor::from(day.ledger.items[item].open));
    Some(Task {
        customer: Some(from.customer),
        invoices: vec![invoice],
        amount: Some(sum),
        days: Some(days_between(due, day.as_of())),
        origin: Some(from.movement.origin),
        ..Task::new(
            due.succ_opt()?.max(from.movement.date),
            Action::UseCredit,
            TaskReason::Proposal(vec![(invoice, Money::new(part, sum.currency))]),
        )
    })
}
