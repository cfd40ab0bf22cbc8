//! The order of the work list: a customer has his tasks together, and who has most at stake comes first.

use super::task::Task;
use crate::day::Day;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::value::money::Minor;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What is at stake with a customer: in the currency of the journal, and in others, which only break ties.
type Stake = (Minor, Minor);

/// Puts the tasks of each customer together, the order of days kept. What is about nobody in particular comes first.
pub fn group_by_customer(day: &Day<'_>, tasks: &mut [Task<'_>]) {
    let stakes = stakes_by_customer(day, tasks);
    tasks.sort_by_cached_key(|task| {
        let customer = task.customer?;
        let stake = stakes.get(&customer).copied().unwrap_or_default();
        Some((Reverse(stake), day.journal.customer_id(customer)))
    });
}

/// What is open of the invoices that the tasks of a customer name, or what waits of his money where that is more.
fn stakes_by_customer(day: &Day<'_>, tasks: &[Task<'_>]) -> BTreeMap<CustomerIx, Stake> {
    let (journal, ledger) = (day.journal, day.ledger);
    let mut counted: BTreeSet<InvoiceIx> = BTreeSet::new();
    let mut open: BTreeMap<CustomerIx, Stake> = BTreeMap::new();
    let mut waiting: BTreeMap<CustomerIx, Stake> = BTreeMap::new();
    for task in tasks {
        let Some(customer) = task.customer else {
            continue;
        };
        for invoice in task.invoices.iter().filter(|it| counted.insert(**it)) {
            let sum = ledger.open_principal(journal, *invoice) + ledger.charges_on(*invoice);
            let is_home = journal.invoices[*invoice].currency == journal.currency;
            add_stake(open.entry(customer).or_default(), is_home, sum);
        }
        if let (true, Some(amount)) = (task.invoices.is_empty(), task.amount) {
            let is_home = amount.currency == journal.currency;
            add_stake(waiting.entry(customer).or_default(), is_home, amount.minor);
        }
    }
    for (customer, stake) in waiting {
        let known = open.entry(customer).or_default();
        *known = stake.max(*known);
    }
    open
}

fn add_stake(stake: &mut Stake, is_home: bool, sum: Minor) {
    let part = if is_home { &mut stake.0 } else { &mut stake.1 };
    *part += sum;
}
