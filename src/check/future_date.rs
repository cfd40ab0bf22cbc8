//! D003: an entry dated after the day asked about.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::Event;
use crate::text::diagnostic::Sink;
use crate::value::calendar::days_between;

crate::check_rule! {
    "D003" "future-date" Advice, needs Names, page "future_date.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let Some(tomorrow) = input.day.as_of().succ_opt() else {
        return;
    };
    let later = || {
        input
            .day
            .journal
            .dated_entries()
            .filter(|(day, _)| *day > tomorrow)
    };
    let Some((day, origin)) = later().max() else {
        return;
    };
    let others = match later().count() {
        0 | 1 => String::new(),
        2 => "; one other entry is later than that day too".to_owned(),
        count => format!("; {} other entries are later than that day too", count - 1),
    };
    // A call or a visit that is still to come would count as one that took place when its day has come.
    let mut events = input.day.journal.events.iter();
    let found = events.find(|event| event.origin == origin);
    let is_talk = found.is_some_and(Event::is_contact_without_outcome);
    let appointment = if is_talk {
        format!(
            "; an appointment has `outcome: planned`, or the day it was made and `follow-up: {day}`"
        )
    } else {
        String::new()
    };
    sink.push(
        KIND.at(
            date_span(origin),
            format!(
                "expected entries up to {}, the day asked about, found one of {day}",
                input.day.as_of()
            ),
        )
        .note(format!(
            "{} days ahead",
            days_between(input.day.as_of(), day)
        ))
        .help(format!(
            "mend the year if it is a slip{appointment}{others}"
        )),
    );
}
