//! C008: a hold that nothing ends.

use super::shared::check_input::CheckInput;
use crate::journal::event_details::EventDetails;
use crate::journal::history::EventHistory;
use crate::journal::model::Event;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "C008" "hold-without-end" Warning, needs Figures, page "hold_without_end.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let events = input.day.journal.events.iter();
    for hold in events.filter(|event| is_endless(event)) {
        if !is_released(input.last_day.history(), hold) {
            sink.push(
                KIND.at(
                    input.keyword_span(hold.origin),
                    "expected `until` or `follow-up:` on a hold, found neither",
                )
                .help("say until when, `until 2026-04-15`, or when you look again, `follow-up: 2026-04-01`"),
            );
        }
    }
}

const fn is_endless(event: &Event) -> bool {
    matches!(event.details, EventDetails::Hold { until: None }) && event.follow_up.is_none()
}

/// Whether the customer of a hold as a whole, or each of its invoices, was released on its day or later.
fn is_released(history: &EventHistory<'_>, hold: &Event) -> bool {
    let ends =
        |event: &Event| event.date >= hold.date && matches!(event.details, EventDetails::Release);
    let whole = |event: &Event| event.invoice.is_none() && ends(event);
    let mut invoices = hold.invoices();
    let customer = hold.customer;
    customer.is_some_and(|customer| history.of_customer(customer).any(whole))
        || hold.invoice.is_some() && invoices.all(|invoice| history.of_invoice(invoice).any(ends))
}
