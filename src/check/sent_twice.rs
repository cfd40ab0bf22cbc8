//! E012: the same letter about the same invoice again.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::event_details::EventDetails;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E012" "sent-twice" Warning, needs Figures, page "sent_twice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for letter in input.open_stage_events() {
        let Some(before) = letter.previous else {
            continue;
        };
        let number = input.format_invoice(letter.invoice);
        sink.push(
            KIND.at(
                input.mention_span(letter.event.origin, letter.invoice),
                format!(
                    "expected the next step for {number}, found the same as on {}",
                    before.date
                ),
            )
            .related(date_span(before.origin), "the first time")
            .help(match letter.event.details {
                EventDetails::Handover(_) => {
                    "take one of the two out; if somebody else took over, write `return` before it"
                }
                _ => {
                    "take one of the two out; write `bounced: yes` under the first if it came back"
                }
            }),
        );
    }
}
