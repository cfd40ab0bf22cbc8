//! E007: a step of which the day has come, and no letter.

use super::shared::check_input::{CheckInput, date_span};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E007" "action-due" Advice, needs Figures, page "action_due.md", Journal(run)
}

/// Only where the policy writes a ladder: the built-in one was agreed with nobody. And only of what is late.
fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let policies = input.day.journal.policies.as_slice();
    if policies.iter().all(|policy| policy.stages.is_empty()) {
        return;
    }
    let as_of = input.day.as_of();
    let positions = input.day.positions();
    // Of a plan that goes on the work list asks for a decision, not for the letter of a step (SPEC.md 10.4).
    for position in positions.iter().filter(|position| {
        position.is_possible(as_of) && input.day.dunning().missed_plan(position).is_none()
    }) {
        let ladder_position = &position.ladder_position;
        let written = !ladder_position.policy.stages.is_empty();
        let late = ladder_position
            .next_stage()
            .filter(|stage| written && !stage.threshold.is_before());
        let (Some(stage), Some(next)) = (late, &ladder_position.next_step) else {
            continue;
        };
        let origin = input.day.journal.invoices[position.invoice].origin;
        let since = next
            .possible_from()
            .map_or_else(String::new, |day| format!(" since {day}"));
        sink.push(
            KIND.at(
                date_span(origin),
                format!(
                    "expected `{}` for {}{since}, found no such letter",
                    stage.name,
                    input.format_invoice(position.invoice)
                ),
            )
            .help("`tegoed next` lists what to do today"),
        );
    }
}
