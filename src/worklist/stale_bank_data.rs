//! Bank data that are older than a policy allows: nothing goes out before newer ones are entered.

use super::task::{Action, Task, TaskReason};
use crate::day::Day;
use crate::dunning::blocker::Blocker;

/// Finds that bank data are stale, where some letter waits for newer ones.
pub fn find_tasks<'j>(day: &Day<'j>, tasks: &mut Vec<Task<'j>>) {
    let stale = day
        .positions()
        .iter()
        .filter(|position| position.blockers.contains(&Blocker::BankStale));
    let times = stale.filter_map(|position| position.ladder_position.policy.bank_stale);
    let shortest = times.min();
    if let (Some(through), Some(time)) = (day.dunning().blocker_facts.bank_through, shortest) {
        let since = time.date_after(through).and_then(|day| day.succ_opt());
        tasks.push(Task::new(
            since.unwrap_or(through),
            Action::Bank,
            TaskReason::BankEnds(through),
        ));
    }
}
