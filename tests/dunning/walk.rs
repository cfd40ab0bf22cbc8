//! The example firm, walked through its year: what the list says on the first of each month, and what was written in
//! the journal during it. A person can follow it: each task is answered by an entry, and then it is gone.

use crate::journals::journals_below;
use crate::reports::shelf::{TestJournal, parse_day};
use chrono::{Months, NaiveDate};
use std::fmt::Write;
use tegoed::report::shared::report_input::ReportOptions;

/// The headers of entries in a month, in the order of their days.
fn recorded_headers(first: NaiveDate) -> Vec<String> {
    let next = first + Months::new(1);
    let files = journals_below("examples/06-small-firm-one-year");
    let mut lines: Vec<String> = files
        .iter()
        .flat_map(|(_, bytes)| std::str::from_utf8(bytes).expect("UTF-8").lines())
        .filter(|line| {
            let date = line.get(..10).and_then(|date| date.parse().ok());
            date.is_some_and(|date: NaiveDate| first <= date && date < next)
        })
        .map(str::to_owned)
        .collect();
    lines.sort_by_key(|line| line[..10].to_owned());
    lines
}

#[test]
fn the_year_of_a_small_firm_month_by_month() {
    let book = TestJournal::from_example("06-small-firm-one-year.tegoed");
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/walk");
    settings.bind(|| {
        for month in 0..=12 {
            let first = parse_day("2025-01-01") + Months::new(month);
            let page =
                book.on_day(first)
                    .print_report("next", &ReportOptions::default(), "nl", "text");
            let mut text = format!("$ tegoed next --as-of {first}\n{page}\n");
            let lines = recorded_headers(first);
            if !lines.is_empty() {
                let _ = writeln!(text, "Recorded in the month that follows:\n");
                text.push_str(&lines.join("\n"));
            }
            insta::assert_snapshot!(first.format("%Y-%m").to_string(), text);
        }
    });
}
