//! E007: a step of which the day has come, and no letter.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::message_words::format_count;
use super::unknown_stage::invoices_with_unknown_stage;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::CustomerIx;
use crate::text::diagnostic::Sink;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    let unclear = invoices_with_unknown_stage(input.day.journal);
    let mut due: BTreeMap<(Option<CustomerIx>, &str), DueStep<'_>> = BTreeMap::new();
    // Of a plan that goes on the work list asks for a decision, not for the letter of a step (SPEC.md 10.4).
    for position in positions.iter().filter(|position| {
        position.is_possible(as_of)
            && !unclear.contains(&position.invoice)
            && input.day.dunning().missed_plan(position).is_none()
    }) {
        let ladder_position = &position.ladder_position;
        let written = !ladder_position.policy.stages.is_empty();
        let late = ladder_position
            .next_stage()
            .filter(|stage| written && !stage.threshold.is_before());
        let (Some(stage), Some(next)) = (late, &ladder_position.next_step) else {
            continue;
        };
        let customer = input.day.journal.invoices[position.invoice].customer;
        let step = due.entry((customer, &stage.name)).or_insert(DueStep {
            position,
            since: next.possible_from(),
            others: 0,
        });
        if step.position.invoice != position.invoice {
            step.others = step.others.saturating_add(1);
        }
    }
    for ((_, stage), step) in due {
        report(input, stage, &step, sink);
    }
}

/// A letter that is due: the first item it is about, and how many other invoices.
struct DueStep<'d> {
    position: &'d ItemPosition<'d>,
    since: Option<NaiveDate>,
    others: i64,
}

fn report(input: &CheckInput<'_>, stage: &str, step: &DueStep<'_>, sink: &mut Sink) {
    let origin = input.day.journal.invoices[step.position.invoice].origin;
    let since = step
        .since
        .map_or_else(String::new, |day| format!(" since {day}"));
    let others = match step.others {
        0 => String::new(),
        more => format!(" and {} more", format_count(more, "invoice")),
    };
    sink.push(
        KIND.at(
            date_span(origin),
            format!(
                "expected `{stage}` for {}{others}{since}, found no such letter",
                input.format_invoice(step.position.invoice)
            ),
        )
        .help("`tegoed next` lists what to do today"),
    );
}
