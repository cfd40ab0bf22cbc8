//! E015: a hold while another one stands.

use super::shared::check_input::{CheckInput, date_span};
use crate::dunning::history::{DunningHistories, DunningHistory, ending_event};
use crate::journal::event_details::EventDetails;
use crate::journal::model::Event;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E015" "hold-overlaps" Advice, needs Figures, page "hold_overlaps.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    if !input.day.journal.events.iter().any(is_hold) {
        return;
    }
    let mut tracks = DunningHistories::empty(input.day.journal);
    let events = input.last_day.history().events();
    for event in events.filter(|event| event.is_dunning_event()) {
        if is_hold(event)
            && let Some(first) = overlapping_hold(&tracks, event)
        {
            sink.push(
                KIND.at(
                    input.keyword_span(event.origin),
                    "expected one hold at a time, found another that stands",
                )
                .related(date_span(first.origin), "since here")
                .help(
                    "end the first with `release`, or leave one of the two out; the longer counts",
                ),
            );
        }
        tracks.record(event);
    }
}

const fn is_hold(event: &Event) -> bool {
    matches!(event.details, EventDetails::Hold { .. })
}

/// A hold that stands on the day of another, about one of its invoices or all of its customer's.
fn overlapping_hold<'a>(tracks: &DunningHistories<'a>, new: &Event) -> Option<&'a Event> {
    let all = tracks.of_customer(new.customer);
    let mut own = new.invoices().map(|invoice| tracks.of_invoice(invoice));
    let stands = |track: &DunningHistory<'a>, other: &DunningHistory<'a>| {
        let hold = track.hold?;
        let released = [track.release, other.release]
            .into_iter()
            .find_map(|it| ending_event(hold, it));
        let runs = hold.hold_until().is_none_or(|until| new.date <= until);
        (released.is_none() && runs).then_some(hold)
    };
    own.find_map(|track| stands(track, all).or_else(|| stands(all, track)))
        .or_else(|| new.invoice.is_none().then(|| stands(all, all)).flatten())
}
