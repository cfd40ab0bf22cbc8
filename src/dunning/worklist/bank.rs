//! Bank data that are older than a policy allows: nothing goes out before newer ones are entered.

use super::morning::Morning;
use super::task::{Action, Reason, Task};
use crate::dunning::gate::Gate;

/// Finds that bank data are stale, where some letter waits for newer ones.
pub fn find<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let stale = morning
        .positions()
        .iter()
        .filter(|position| position.gates.contains(&Gate::BankStale));
    let times = stale.filter_map(|position| position.standing.policy.bank_stale);
    let shortest = times.min();
    if let (Some(through), Some(time)) = (morning.dunning.gates.bank_through, shortest) {
        let since = time.date_after(through).and_then(|day| day.succ_opt());
        tasks.push(Task {
            since: since.unwrap_or(through),
            action: Action::Bank,
            customer: None,
            invoices: Vec::new(),
            stage: None,
            channels: Vec::new(),
            amount: None,
            days: None,
            reason: Reason::BankEnds(through),
            origin: None,
        });
    }
}
