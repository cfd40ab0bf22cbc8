//! Claims to file with a trustee, until somebody wrote to him.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::ByAccount;
use std::collections::BTreeMap;

/// Finds insolvent customers with something open whom nobody has written to since.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let dunning = day.dunning();
    let mut claims: ByAccount<Vec<&ItemPosition<'j>>> = BTreeMap::new();
    for position in day.positions() {
        let insolvent = dunning.history_of_customer(position.customer).insolvency;
        if let (Some(event), Some(customer)) = (insolvent, position.customer)
            && !day
                .history()
                .is_customer_contacted_since(customer, event.date)
        {
            let claim = (customer, dunning.letter_key(position).1);
            claims.entry(claim).or_default().push(position);
        }
    }
    for ((customer, _), positions) in claims {
        let Some(event) = dunning.history_of_customer(Some(customer)).insolvency else {
            continue;
        };
        let reason = TaskReason::OpenEntry(event);
        let task = Task::new(event.date, Action::FileClaim, reason).about(day, &positions);
        tasks.push(task.resting_on(event));
    }
}
