//! What to do this morning: a list of sources, each of which finds tasks of its own kind.
//!
//! A task is gone when the entry that answers it stands in the journal; nothing is ticked off.

pub mod broken_arrangements;
pub mod calls;
pub mod deliveries;
pub mod exhausted_ladders;
pub mod follow_ups;
pub mod grouping;
pub mod insolvencies;
pub mod legal_deadlines;
pub mod letter_level;
pub mod letter_schedule;
pub mod letters;
pub mod open_holds;
pub mod owed_costs;
pub mod planned_letter;
pub mod remedies;
pub mod sent_letter;
pub mod stale_bank_data;
pub mod suspensions;
pub mod task;
pub mod unallocated_money;
pub mod unknown_payers;

use crate::day::Day;
use crate::value::key_name::KeyName;
use grouping::group_by_customer;
use task::{Task, TaskSource};

/// Every source of tasks. A new one is a file beside this one and a line here.
pub static SOURCES: &[TaskSource] = &[
    letters::find_tasks,
    calls::find_tasks,
    broken_arrangements::find_tasks,
    follow_ups::find_tasks,
    unallocated_money::find_tasks,
    unknown_payers::find_tasks,
    deliveries::find_tasks,
    open_holds::find_tasks,
    insolvencies::find_tasks,
    exhausted_ladders::find_tasks,
    owed_costs::find_tasks,
    legal_deadlines::find_tasks,
    remedies::find_tasks,
    suspensions::find_tasks,
    stale_bank_data::find_tasks,
];

/// Everything to do, by customer: who has most at stake first, and of each what could be done longest first.
pub fn list_tasks<'j>(day: &Day<'j>) -> Vec<Task<'j>> {
    let mut tasks = list_tasks_of(day, SOURCES);
    group_by_customer(day, &mut tasks);
    tasks
}

/// What some of the sources find, what could be done longest first.
pub fn list_tasks_of<'j>(day: &Day<'j>, sources: &[TaskSource]) -> Vec<Task<'j>> {
    let mut tasks = Vec::new();
    for find in sources {
        find(day, &mut tasks);
    }
    let journal = day.journal;
    for task in &mut tasks {
        let customer = task.customer.map(|it| &journal.customers[it]);
        let whose = || customer.and_then(|it| it.value(KeyName::Owner));
        task.owner = task.owner.or_else(whose).map(str::trim);
    }
    tasks.sort_by_cached_key(|task| {
        let customer = task.customer.map(|customer| journal.customer_id(customer));
        let first = task.invoices.first();
        let invoice = first.map(|invoice| journal.invoice_order(*invoice));
        (task.since, task.action, customer, invoice, task.origin)
    });
    tasks
}
