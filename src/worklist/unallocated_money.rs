//! Money that waits: payments that nobody placed, and money on account, beside an overdue invoice or beside nothing.

use super::task::{Action, Task, TaskReason, days_late_of};
use crate::day::Day;
use crate::journal::model::{ByAccount, InvoiceIx};
use crate::ledger::allocation_proposal::{AllocationPlan, AllocationProposal};
use crate::ledger::unallocated::{UnallocatedMoney, UnallocatedReason, unallocated_money};
use crate::value::money::{Minor, Money};
use std::collections::BTreeMap;

/// More `for:` lines than this are not proposed.
const MAX_PROPOSED_LINES: usize = 12;

/// Finds money to place, and money to use.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let (journal, ledger) = (day.journal, day.ledger);
    let (unplaced, on_account): (Vec<UnallocatedMoney<'_>>, Vec<UnallocatedMoney<'_>>) =
        unallocated_money(journal, ledger)
            .partition(|money| money.reason == UnallocatedReason::Unspecified);
    let all = unplaced.iter().chain(&on_account);
    let accounts = all.map(|money| (money.customer, money.currency));
    let mut plan = AllocationPlan::for_accounts(journal, ledger, accounts);
    let proposals = plan.propose(&unplaced).into_iter();
    let placed = unplaced.iter().zip(proposals);
    tasks.extend(placed.map(|(money, proposal)| allocation_task(money, proposal)));
    let sums = sum_by_account(on_account.iter());
    let returnable = sum_by_account(on_account.iter().filter(|money| is_returnable(day, money)));
    for (account, money) in &sums {
        let used = credit_task(day, &mut plan, money);
        let returned = || refund_task(day, &plan, returnable.get(account)?);
        tasks.extend(used.or_else(returned));
    }
}

/// All money of an account in one, with the first entry it came from.
fn sum_by_account<'m, 'a: 'm>(
    all: impl Iterator<Item = &'m UnallocatedMoney<'a>>,
) -> ByAccount<UnallocatedMoney<'a>> {
    let mut sums: ByAccount<UnallocatedMoney<'a>> = BTreeMap::new();
    for money in all {
        let sum = sums.entry((money.customer, money.currency));
        let sum = sum.or_insert(UnallocatedMoney {
            remaining: Minor::ZERO,
            ..*money
        });
        sum.remaining += money.remaining;
    }
    sums
}

/// Whether money is the customer's to have back: it was not put on account on purpose, and waits for no invoice that is
/// yet to be written.
fn is_returnable(day: &Day<'_>, money: &UnallocatedMoney<'_>) -> bool {
    let from = money.movement;
    let is_kept = from.extra.as_ref().is_some_and(|more| more.on_account);
    let mut invoices = from.all_invoices();
    !is_kept && !invoices.any(|invoice| day.journal.invoices[invoice].date > day.as_of())
}

fn allocation_task<'j>(money: &UnallocatedMoney<'_>, proposal: AllocationProposal) -> Task<'j> {
    let mut lines = proposal.lines;
    lines.truncate(MAX_PROPOSED_LINES);
    Task {
        customer: Some(money.customer),
        amount: Some(Money::new(money.remaining, money.currency)),
        origin: Some(money.movement.origin),
        ..Task::new(
            money.movement.date,
            Action::Allocate,
            if lines.is_empty() {
                TaskReason::NothingToPay
            } else {
                TaskReason::Proposal(in_currency(lines, money))
            },
        )
    }
}

fn in_currency(
    lines: Vec<(InvoiceIx, Minor)>,
    money: &UnallocatedMoney<'_>,
) -> Vec<(InvoiceIx, Money)> {
    let lines = lines.into_iter();
    lines
        .map(|(invoice, part)| (invoice, Money::new(part, money.currency)))
        .collect()
}

/// Money on account of one customer and currency: for what is late of his, else to be paid back or kept.
fn credit_task<'j>(
    day: &Day<'j>,
    plan: &mut AllocationPlan<'_>,
    money: &UnallocatedMoney<'_>,
) -> Option<Task<'j>> {
    let mut lines = plan.propose_overdue(money, day.as_of());
    lines.truncate(MAX_PROPOSED_LINES);
    let due = |invoice: &InvoiceIx| day.journal.first_due_date(*invoice);
    let invoices: Vec<InvoiceIx> = lines.iter().map(|(invoice, _)| *invoice).collect();
    let oldest = invoices.iter().filter_map(due).min()?;
    let items = invoices.iter().flat_map(|it| day.journal.items_of(*it));
    let open = items.filter(|item| day.ledger.items[*item].open.is_positive());
    let days = days_late_of(day, open);
    Some(Task {
        customer: Some(money.customer),
        invoices,
        amount: Some(Money::new(money.remaining, money.currency)),
        days,
        origin: Some(money.movement.origin),
        ..Task::new(
            oldest.succ_opt()?.max(money.movement.date),
            Action::UseCredit,
            TaskReason::Proposal(in_currency(lines, money)),
        )
    })
}

/// Money in favour of a customer of whom nothing is open: his to have back, unless it is kept on purpose. A note about him
/// since then says that it is.
fn refund_task<'j>(
    day: &Day<'j>,
    plan: &AllocationPlan<'_>,
    money: &UnallocatedMoney<'_>,
) -> Option<Task<'j>> {
    let from = money.movement;
    let mut notes = day.history().of_customer(money.customer);
    let is_noted = notes.any(|event| event.is_note() && event.date >= from.date);
    if is_noted || plan.has_open_items(money) {
        return None;
    }
    Some(Task {
        customer: Some(money.customer),
        amount: Some(Money::new(money.remaining, money.currency)),
        origin: Some(from.origin),
        ..Task::new(from.date, Action::Refund, TaskReason::NothingToPay)
    })
}
