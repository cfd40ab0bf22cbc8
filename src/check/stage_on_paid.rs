//! E006: a letter about an invoice that was closed.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E006" "stage-on-paid" Warning, needs Figures, page "stage_on_paid.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for letter in input.stage_events() {
        let Some(closed) = letter.closed_on else {
            continue;
        };
        let number = input.format_invoice(letter.invoice);
        sink.push(
            KIND.at(
                input.mention_span(letter.event.origin, letter.invoice),
                format!("expected something open on {number}, found it closed since {closed}"),
            )
            .help("take the number out where the letter did not name it; where it did, a word of apology helps"),
        );
    }
}
