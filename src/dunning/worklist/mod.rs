//! What to do this morning: a list of sources, each of which finds tasks of its own kind.
//!
//! A task is gone when the entry that answers it stands in the journal; nothing is ticked off.

pub mod arrangements;
pub mod bank;
pub mod calls;
pub mod endings;
pub mod follow_ups;
pub mod insolvencies;
pub mod last_words;
pub mod letters;
pub mod money;
pub mod morning;
pub mod old_claims;
pub mod open_ends;
pub mod task;

use super::position::Dunning;
use morning::{Morning, Source};
use task::Task;

/// Every source of tasks. A new one is a file beside this one and a line here.
pub static SOURCES: &[Source] = &[
    letters::find,
    calls::find,
    arrangements::find,
    follow_ups::find,
    money::find,
    open_ends::find,
    insolvencies::find,
    endings::find,
    old_claims::find,
    bank::find,
];

/// Everything to do, what could be done longest first.
pub fn tasks<'j>(dunning: &Dunning<'j>) -> Vec<Task<'j>> {
    found(dunning, SOURCES)
}

/// What some of the sources find, in the same order.
pub fn found<'j>(dunning: &Dunning<'j>, sources: &[Source]) -> Vec<Task<'j>> {
    let morning = Morning::of(dunning);
    let mut tasks = Vec::new();
    for find in sources {
        find(&morning, &mut tasks);
    }
    let journal = dunning.journal;
    tasks.sort_by_cached_key(|task| {
        let customer = task.customer.map(|customer| journal.customer_id(customer));
        let first = task.invoices.first();
        let invoice = first.map(|invoice| journal.invoice_no(*invoice));
        (task.since, task.action, customer, invoice, task.origin)
    });
    tasks
}
