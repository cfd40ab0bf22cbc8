//! R009: a letter of a stage that no policy has.

use super::shared::check_input::CheckInput;
use crate::journal::model::Event;
use crate::syntax::directive::policy::{StageLine, StageSide};
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::diagnostic::Sink;
use crate::text::edit::Edit;
use crate::text::span::Spanned;
use crate::value::calendar::Duration;
use std::collections::BTreeSet;

crate::check_rule! {
    "R009" "unknown-stage" Warning, needs Names, page "unknown_stage.md", Journal(run)
}

/// Stages that need no policy.
const BUILT_IN_STAGES: [&str; 5] = ["courtesy", "reminder", "demand", "final", "handover"];

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let policies = input.day.journal.policies.as_slice();
    if policies.iter().any(|policy| policy.incomplete) {
        return;
    }
    let declared = policies.iter().flat_map(|policy| policy.stages.iter());
    let mut known: BTreeSet<&str> = declared.map(|stage| &*stage.name).collect();
    known.extend(BUILT_IN_STAGES);
    for event in &input.day.journal.events {
        if let Some(stage) = event.named_stage()
            && !known.contains(stage)
        {
            report(input, event, stage, &known, sink);
        }
    }
}

fn report(
    input: &CheckInput<'_>,
    event: &Event,
    stage: &str,
    known: &BTreeSet<&str>,
    sink: &mut Sink,
) {
    let at = input.span_of(event.origin, |entry| {
        entry.first_word().map(|word| word.span)
    });
    let found = KIND.at(at, format!("expected a stage of a policy, found `{stage}`"));
    sink.push(match nearest(stage, known.iter().copied()) {
        Some(near) => found
            .help(format!("did you mean `{near}`?"))
            .suggested_fix(vec![Edit::replace(at, near)]),
        None => found.help(format!(
            "declare it in the policy: `{}`; or record a plain `letter`",
            print_stage(input, stage)
        )),
    });
}

fn print_stage(input: &CheckInput<'_>, stage: &str) -> String {
    let name = Spanned::without_span(stage);
    let line = StageLine {
        name,
        offset: Duration::Days(14),
        side: Some(StageSide::After),
        gap: None,
        deadline: None,
        channels: Vec::new(),
        fee: None,
        letter: Some(name),
        recipient: None,
    };
    line.print_alone(input.day.journal.dialect())
}
