//! C014: terms of a plan that were not paid.

use super::plan_sum::has_wrong_sum;
use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;
use crate::worklist::task::{MissedParts, TaskReason};

crate::check_rule! {
    "C014" "instalment-missed" Advice, needs Figures, page "instalment_missed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for task in input.tasks() {
        let plan = |origin| {
            let mut events = input.day.journal.events.iter();
            events.find(|event| event.origin == origin)
        };
        // Of parts that are not what was owed P010 tells, and what is missing of them waits.
        if let (TaskReason::MissedInstalment(missed), Some(origin)) = (&task.reason, task.origin)
            && !plan(origin).is_some_and(|plan| has_wrong_sum(input, plan))
        {
            let told = KIND.at(input.keyword_span(origin), what_was_missed(input, missed));
            let told =
                told.help("call, agree on a new `plan`, or end this one with `release` and go on");
            sink.push(match missed.all_due {
                Some(all) => told.note(format!(
                    "`accelerate: yes`: all that is left of it is due, {}",
                    input.format_money(all.minor, all.currency)
                )),
                None => told,
            });
        }
    }
}

fn what_was_missed(input: &CheckInput<'_>, missed: &MissedParts) -> String {
    let days: Vec<String> = missed.days.iter().map(ToString::to_string).collect();
    let terms = if days.len() > 1 { "terms" } else { "term" };
    let days = days.join(" and ");
    if missed.missing.minor.is_zero() {
        return format!("expected the {terms} of {days} in time, found it paid late");
    }
    let missing = input.format_money(missed.missing.minor, missed.missing.currency);
    format!("expected {missing} more for the {terms} of {days}, found no payment")
}
