//! D004: an entry below a later one.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::filed_before::is_filed_before;
use crate::text::diagnostic::Sink;
use crate::text::source::Source;
use crate::text::span::{Origin, Span};
use chrono::NaiveDate;

crate::check_rule! {
    "D004" "out-of-order" Style, needs Names, page "out_of_order.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let mut all: Vec<(Origin, NaiveDate)> = input
        .day
        .journal
        .dated_entries()
        .map(|(day, origin)| (origin, day))
        // Of a day that has not come D003 tells, or the day is a slip.
        .filter(|(_, day)| *day <= input.day.as_of())
        .collect();
    // Three rows that are mostly in order: a stable sort merges them.
    all.sort();
    for source in input.journal_text.sources.as_slice() {
        let start = all.partition_point(|(origin, _)| origin.0 < source.base);
        let end = all.partition_point(|(origin, _)| origin.0 <= source.end());
        let entries = all.get(start..end).unwrap_or_default();
        report(input, source, entries, sink);
    }
}

/// The first entry of a file that stands below a later one, and how many more there are.
fn report(
    input: &CheckInput<'_>,
    source: &Source,
    entries: &[(Origin, NaiveDate)],
    sink: &mut Sink,
) {
    // What is written below the return of its period belongs in a later one; above that line it would be in a return that
    // went out without it. V012 tells of it.
    let is_filed =
        |(origin, date)| is_filed_before(input.day.journal, date, (origin, NaiveDate::MAX));
    let mut first = None;
    let mut more = 0_usize;
    for pair in entries.windows(2) {
        let [above, below] = pair else { continue };
        if below.1 < above.1 && !has_break_between(input, above.0, below.0) && !is_filed(*below) {
            if first.is_none() {
                first = Some((above, below));
            } else {
                more = more.saturating_add(1);
            }
        }
    }
    let Some((above, below)) = first else { return };
    let others = if more == 0 {
        String::new()
    } else {
        format!("; {more} more in {}", source.path.display())
    };
    sink.push(
        KIND.at(
            date_span(below.0),
            format!(
                "expected entries in the order of their days, found {} below {}",
                below.1, above.1
            ),
        )
        .related(date_span(above.0), "the later one")
        .help(format!("move it up{others}")),
    );
}

/// Behind a blank line or a heading a new row of days may begin.
fn has_break_between(input: &CheckInput<'_>, above: Origin, below: Origin) -> bool {
    if input
        .journal_text
        .sources
        .reload_texts(input.journal_text.files)
        .is_err()
    {
        return false;
    }
    let between = input
        .journal_text
        .sources
        .bytes(Span::new(above.0, below.0));
    [&b"\n\n"[..], b"\n\r\n", b"\n#"]
        .iter()
        .any(|gap| memchr::memmem::find(between, gap).is_some())
}
