//! D016: delivered, and no invoice within the time of the policy.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;
use crate::value::calendar::days_between;
use crate::worklist::task::TaskReason;
use crate::worklist::{deliveries, list_tasks_of};

crate::check_rule! {
    "D016" "not-invoiced" Advice, needs Names, page "not_invoiced.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for task in list_tasks_of(input.day, &[deliveries::find_tasks]) {
        let TaskReason::Delivered(event) = task.reason else {
            continue;
        };
        // Of a customer whom nobody declared R002 tells: his invoices may stand under the right name.
        let customer = event
            .customer
            .map(|customer| &input.day.journal.customers[customer]);
        if customer.is_some_and(|customer| customer.origin.is_none()) {
            continue;
        }
        let last = task.since.pred_opt().unwrap_or(task.since);
        let days = days_between(event.date, input.day.as_of());
        sink.push_with(&KIND, || {
            KIND.at(
                input.keyword_span(event.origin),
                format!("expected an invoice by {last}, found none {days} days after the delivery"),
            )
            .help(format!(
                "write the invoice, with `delivered: {}` below it; if it is there, add that line",
                event.date
            ))
        });
    }
}
