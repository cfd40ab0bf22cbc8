//! C014: terms of a plan that were not paid.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;
use crate::worklist::task::{MissedParts, TaskReason};

crate::check_rule! {
    "C014" "instalment-missed" Advice, needs Figures, page "instalment_missed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for task in input.tasks() {
        if let (TaskReason::MissedInstalment(missed), Some(origin)) = (&task.reason, task.origin) {
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
