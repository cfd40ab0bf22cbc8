//! R009: a letter of a stage that no policy has.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Event, InvoiceIx, Journal};
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
    let journal = input.day.journal;
    if journal.policies.iter().any(|(_, policy)| policy.incomplete) {
        return;
    }
    let known = known_stages(journal);
    for (event, stage) in letters_of_unknown_stages(journal, &known) {
        report(input, event, stage, &known, sink);
    }
}

/// The invoices about which a letter of a stage went out that no policy has: which step it was nobody can say.
pub fn invoices_with_unknown_stage(journal: &Journal) -> BTreeSet<InvoiceIx> {
    let known = known_stages(journal);
    letters_of_unknown_stages(journal, &known)
        .flat_map(|(event, _)| event.invoices())
        .collect()
}

fn known_stages(journal: &Journal) -> BTreeSet<&str> {
    let policies = journal.policies.iter();
    let declared = policies.flat_map(|(_, policy)| policy.stages.iter());
    let declared = declared.map(|stage| &*stage.name);
    declared.chain(BUILT_IN_STAGES).collect()
}

fn letters_of_unknown_stages<'j>(
    journal: &'j Journal,
    known: &BTreeSet<&str>,
) -> impl Iterator<Item = (&'j Event, &'j str)> {
    journal.events.iter().filter_map(move |event| {
        let stage = event.named_stage()?;
        (!known.contains(stage)).then_some((event, stage))
    })
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
