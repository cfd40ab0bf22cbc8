//! D014: a day so far off, or so long ago, that it must be a slip.

use crate::syntax::clause::Clause;
use crate::syntax::entry::{Argument, ArgumentValue, Entry, SourceText};
use crate::syntax::keyword::Keyword;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::Span;
use crate::value::calendar::{Duration, days_between};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

crate::check_rule! {
    "D014" "distant-day" Warning, needs None, page "distant_day.md", Entry(run)
}

/// What is further off than this keeps letters back for longer than anybody means.
const FAR: Duration = Duration::Months(12);

fn run(entry: &Entry, _text: SourceText<'_>, sink: &mut Sink) {
    let Some(date) = entry.date.map(|date| date.node) else {
        return;
    };
    for argument in entry.header_arguments() {
        if looks_ahead(entry.directive.keyword, argument) {
            report_distant(argument, date, date, sink);
        }
    }
    let mut previous_part = date;
    for detail in &entry.details {
        let Some(key) = detail.key.name().filter(|key| is_ahead(*key)) else {
            continue;
        };
        // Parts follow one another, and each is measured from the one before it.
        let parts = key == KeyName::Due;
        let from = if parts { previous_part } else { date };
        // Of a part of an invoice that is due before it D005 tells.
        let of_invoice = parts && entry.directive.keyword == Keyword::Invoice;
        // What was delivered may lie as far back as it likes.
        let of_delivery = key == KeyName::Delivered;
        for argument in entry
            .arguments
            .get(detail.arguments.clone())
            .into_iter()
            .flatten()
        {
            let is_earlier = |day: NaiveDate| (of_invoice || of_delivery) && day < date;
            if argument.value.date().is_some_and(is_earlier) {
                continue;
            }
            let fits = !report_distant(argument, date, from, sink);
            if let (true, true, ArgumentValue::Date(day)) = (fits, parts, argument.value) {
                previous_part = previous_part.max(day);
            }
        }
    }
}

/// Whether a day in a header says until when something holds. Of the due date of an invoice D005, D006 and D010 tell.
fn looks_ahead(keyword: Keyword, argument: &Argument) -> bool {
    let ahead = matches!(
        argument.clause,
        Some(Clause::By | Clause::Until | Clause::On | Clause::Due | Clause::Deadline)
    );
    ahead && keyword != Keyword::Invoice
}

const fn is_ahead(key: KeyName) -> bool {
    matches!(
        key,
        KeyName::Due
            | KeyName::Deadline
            | KeyName::Delivered
            | KeyName::FollowUp
            | KeyName::Received
            | KeyName::Sent
    )
}

/// Tells of a day a year or more from `from`, or before the entry; answers whether it did.
fn report_distant(argument: &Argument, date: NaiveDate, from: NaiveDate, sink: &mut Sink) -> bool {
    let ArgumentValue::Date(day) = argument.value else {
        return false;
    };
    if day < date {
        sink.push(earlier(argument.span, date, day));
        return true;
    }
    let latest = FAR.date_after(from);
    if latest.is_some_and(|latest| day >= latest) {
        sink.push(too_far(argument.span, from, day));
        return true;
    }
    false
}

fn earlier(at: Span, date: NaiveDate, day: NaiveDate) -> Diagnostic {
    let days = days_between(day, date);
    KIND.at(
        at,
        format!("expected a day on or after {date}, found {day}"),
    )
    .note(format!("{days} days before its entry"))
    .help("mend the day, or the date of the entry")
}

fn too_far(at: Span, from: NaiveDate, day: NaiveDate) -> Diagnostic {
    KIND.at(
        at,
        format!("expected a day within a year of {from}, found {day}"),
    )
    .note(format!("{} days on", days_between(from, day)))
    .help(
        "mend the year if it is a slip: until that day nothing more happens here; \
             if it is meant, say so: `allow: D014` and why",
    )
}
