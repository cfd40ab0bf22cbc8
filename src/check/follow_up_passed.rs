//! C002: a day noted to come back to something, and nobody did.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use crate::worklist::task::Action;

crate::check_rule! {
    "C002" "follow-up-passed" Advice, needs Figures, page "follow_up_passed.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for task in input.tasks() {
        if let (Action::FollowUp, Some(origin)) = (task.action, task.origin) {
            sink.push_with(&KIND, || {
                KIND.at(
                    input.value_span(origin, KeyName::FollowUp),
                    format!("expected an entry on {} or later, found none", task.since),
                )
                .help("write what came of it; another `follow-up:` puts it off")
            });
        }
    }
}
