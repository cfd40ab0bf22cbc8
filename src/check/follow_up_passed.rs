//! C002: a day noted to come back to something, and nobody did.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::Event;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::Span;
use crate::value::key_name::KeyName;
use crate::worklist::task::{Action, TaskReason};
use chrono::NaiveDate;

crate::check_rule! {
    "C002" "follow-up-passed" Advice, needs Figures, page "follow_up_passed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for task in input.tasks() {
        if let (Action::FollowUp, Some(origin)) = (task.action, task.origin) {
            let TaskReason::FollowUpNoted(event) = task.reason else {
                continue;
            };
            let tried = input.day.history().failed_attempt_since(event, task.since);
            let at = input.value_span(origin, KeyName::FollowUp);
            sink.push_with(&KIND, || finding(task.since, tried, at));
        }
    }
}

fn finding(since: NaiveDate, tried: Option<&Event>, at: Span) -> Diagnostic {
    let Some(tried) = tried else {
        return KIND
            .at(
                at,
                format!("expected an entry on {since} or later, found none"),
            )
            .help("write what came of it; another `follow-up:` puts it off");
    };
    let day = tried.date;
    KIND.at(
        at,
        format!("expected a talk on {since} or later, found one on {day} that did not take place"),
    )
    .related(date_span(tried.origin), "it did not take place")
    .help("make a new appointment, and write its day: `follow-up:`")
}
