//! E016: a step left out, a charge taken off, or money given up, without saying why.

use super::shared::check_input::CheckInput;
use crate::journal::event_details::EventDetails;
use crate::journal::model::MovementKind;
use crate::syntax::entry::{Detail, DetailKey};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E016" "deviation-without-reason" Advice, needs Figures, page "deviation_without_reason.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let skips = journal
        .events
        .iter()
        .filter(|event| matches!(event.details, EventDetails::Skip(_)));
    let skips = skips.map(|event| (event.origin, "a step that is left out"));
    let movements = journal.movements.as_slice().iter();
    let given_up = movements.filter_map(|movement| match movement.kind {
        MovementKind::Waive => Some((movement.origin, "a charge that is taken off")),
        MovementKind::Writeoff => Some((movement.origin, "money that is given up")),
        _ => None,
    });
    for (origin, what) in skips.chain(given_up) {
        let Some(written) = input.journal_text.read_entry(origin) else {
            continue;
        };
        let reported = written
            .entry
            .text
            .is_some_and(|text| !written.slice(text).trim().is_empty());
        let words = |detail: &Detail| matches!(detail.key, DetailKey::Words);
        if !reported && !written.entry.details.iter().any(words) {
            sink.push(
                KIND.at(
                    written.entry.keyword,
                    format!("expected a reason for {what}, found none"),
                )
                .help("write it behind `|`: who asked for the same later will want to know"),
            );
        }
    }
}
