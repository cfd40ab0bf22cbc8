//! E027: an amount is conceded in a dispute that the customer lost or gave up.

use super::shared::check_input::CheckInput;
use crate::journal::event_details::EventDetails;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E027" "concession-of-nothing" Warning, needs Figures, page "concession_of_nothing.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for event in &input.day.journal.events {
        if let (EventDetails::Resolve { outcome, .. }, Some(amount)) =
            (&event.details, event.conceded_amount())
            && !event.is_concession()
        {
            let amount = input.format_money(amount.minor, amount.currency);
            let outcome = outcome.word();
            sink.push(
                KIND.at(
                    input.keyword_span(event.origin),
                    format!("expected no amount with `{outcome}`, found {amount} conceded"),
                )
                .help("write `settled` or `upheld` where it was conceded, or leave the amount out"),
            );
        }
    }
}
