//! C001: a promise that was not kept, and nobody reacted.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;
use crate::worklist::task::TaskReason;

crate::check_rule! {
    "C001" "promise-broken" Advice, needs Figures, page "promise_broken.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for task in input.tasks() {
        let (TaskReason::BrokenPromise(promise, received), Some(origin)) =
            (&task.reason, task.origin)
        else {
            continue;
        };
        let made = promise.promise();
        let amount = made.and_then(|made| made.amount);
        let promised = amount.map_or_else(
            || "money".to_owned(),
            |it| input.format_money(it.minor, it.currency),
        );
        let came = match amount {
            Some(amount) if received.is_positive() => {
                input.format_money(*received, amount.currency)
            }
            _ => "nothing".to_owned(),
        };
        let by = made
            .and_then(|made| made.deadline)
            .map_or_else(String::new, |day| format!(" by {day}"));
        sink.push(
            KIND.at(
                input.amount_span(origin),
                format!("expected {promised}{by}, found {came}"),
            )
            .help("call, or send the next letter: it may name the promise"),
        );
    }
}
