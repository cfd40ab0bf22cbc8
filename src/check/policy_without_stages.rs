//! E020: a policy that writes no ladder.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E020" "policy-without-stages" Advice, needs Terms, page "policy_without_stages.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for policy in input.day.journal.policies.as_slice() {
        let Some(origin) = policy
            .origin
            .filter(|_| policy.stages.is_empty() && !policy.incomplete)
        else {
            continue;
        };
        let at = input.span_of(origin, |entry| entry.first_word().map(|name| name.span));
        sink.push(
            KIND.at(
                at,
                format!(
                    "expected `stage` lines in policy `{}`, found none",
                    policy.name
                ),
            )
            .note("the built-in ladder holds")
            .help(format!(
                "`tegoed policy {}` prints it with the ladder: paste the lines, so that what was agreed is written",
                policy.name
            )),
        );
    }
}
