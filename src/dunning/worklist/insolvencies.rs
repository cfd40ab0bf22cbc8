//! Claims to file with a trustee, until somebody wrote to him.

use super::letters::About;
use super::morning::Morning;
use super::task::{Action, Reason, Task};
use crate::dunning::position::Position;
use crate::journal::model::CustomerIx;
use crate::value::currency::Currency;
use std::collections::BTreeMap;

/// Finds insolvent customers with something open whom nobody has written to since.
pub fn find<'j>(morning: &Morning<'_, 'j>, tasks: &mut Vec<Task<'j>>) {
    let dunning = morning.dunning;
    let mut claims: BTreeMap<(CustomerIx, Currency), Vec<&Position<'j>>> = BTreeMap::new();
    for position in morning.positions() {
        let insolvent = dunning.tracks.customer(position.customer).insolvent;
        if let (Some(event), Some(customer)) = (insolvent, position.customer)
            && !morning.last_words.with(customer, event.date)
        {
            let claim = (customer, dunning.letter(position).1);
            claims.entry(claim).or_default().push(position);
        }
    }
    for ((customer, _), positions) in claims {
        let Some(event) = dunning.tracks.customer(Some(customer)).insolvent else {
            continue;
        };
        let about = About::of(dunning, &positions);
        tasks.push(Task {
            since: event.date,
            action: Action::FileClaim,
            customer: Some(customer),
            invoices: about.invoices,
            stage: None,
            channels: Vec::new(),
            amount: Some(about.amount),
            days: Some(about.days),
            reason: Reason::Since(event),
            origin: Some(event.origin),
        });
    }
}
