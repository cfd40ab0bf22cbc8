//! C014: a term of a plan that was not paid.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;
use crate::worklist::task::TaskReason;

crate::check_rule! {
    "C014" "instalment-missed" Advice, needs Figures, page "instalment_missed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for task in input.tasks() {
        if let (TaskReason::MissedInstalment(term, missing), Some(origin)) =
            (&task.reason, task.origin)
        {
            let missing = input.format_money(missing.minor, missing.currency);
            sink.push(
                KIND.at(
                    input.keyword_span(origin),
                    format!("expected {missing} for the term of {term}, found it missing"),
                )
                .help("call, agree on a new `plan`, or end this one with `release` and go on"),
            );
        }
    }
}
