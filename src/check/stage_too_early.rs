//! E002: a letter before the day on which its step was possible.

use super::shared::check_input::CheckInput;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E002" "stage-too-early" Warning, needs Figures, page "stage_too_early.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for letter in input.open_stage_events() {
        let Some(from) = letter.too_early_for() else {
            continue;
        };
        let number = input.format_invoice(letter.invoice);
        let stage = letter.stage().map_or("", |stage| &stage.name);
        sink.push(
            KIND.at(
                input.mention_span(letter.event.origin, letter.invoice),
                format!("expected `{stage}` for {number} from {from} on, found it on {}", letter.event.date),
            )
            .help(format!(
                "`tegoed show {} --explain` tells what the day rests on; mend the date, or the policy",
                input.day.journal.invoice_no(letter.invoice)
            )),
        );
    }
}
