//! The letters of the example firm's year: on the first of each month, and on each day on which it sent some, what could
//! go out that morning, letter by letter, and the entries that would record it.

use super::shelf::{draft_and_list, print_draft};
use crate::journals::{MemoryFiles, repository_path};
use crate::reports::shelf::{TestJournal, parse_day};
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;
use std::fmt::Write;
use tegoed::journal::model::Journal;
use tegoed::letter::compose::LetterDraft;
use tegoed::letter::draft::{Drafter, LetterOptions};
use tegoed::letter::library::template_set::TemplateSet;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::channel::Channel;

const YEAR: &str = "06-small-firm-one-year.tegoed";

/// A letter as it lies in the tray: to whom and how it goes, what it says, what records it.
fn describe_draft(draft: &LetterDraft, journal: &Journal) -> String {
    let id = journal.customer_id(draft.summary.customer);
    let mut text = format!("=== {} to @{id}", draft.summary.stage);
    if !draft.summary.channels.is_empty() {
        let _ = write!(
            text,
            ", by {}",
            Channel::join(&draft.summary.channels, " and ")
        );
    }
    let _ = write!(text, "\n\n{}", print_draft(draft, "text").trim_end());
    let records = draft.records.sent.iter();
    let records: String = records
        .map(|it| it.to_journal_text(journal, None))
        .collect();
    if !records.is_empty() {
        let _ = write!(text, "\n\n--- recorded as\n\n{}", records.trim_end());
    }
    text.push('\n');
    text
}

/// The letters of a morning, before any of that day were sent.
fn letters_of_day(on: NaiveDate) -> String {
    let book = journal_before_sending(on);
    book.with_report_input(&ReportOptions::default(), "nl", |scope| {
        let shelf = TemplateSet::built_in();
        let wishes = LetterOptions::default();
        let drafts = draft_and_list(&Drafter::new(scope.day, &shelf, wishes));
        let letters = drafts
            .iter()
            .map(|draft| describe_draft(draft, scope.day.journal));
        let letters: Vec<String> = letters.collect();
        match letters.as_slice() {
            [] => "No letter can go out.\n".to_owned(),
            letters => letters.join("\n"),
        }
    })
}

/// The journal of the example without what records the letters of a day: `sent`, and the fee of a step.
fn journal_before_sending(on: NaiveDate) -> TestJournal {
    let mut files = MemoryFiles::from_folder(&repository_path("examples"));
    for bytes in files.0.values_mut() {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        *bytes = without_sent_entries(text, on).into_bytes();
    }
    TestJournal::read_with_errors(files, YEAR, on)
}

fn without_sent_entries(text: &str, on: NaiveDate) -> String {
    let post = [format!("{on} sent "), format!("{on} fee ")];
    let mut leave_out = false;
    let kept = text.split_inclusive('\n').filter(|line| {
        let belongs = line.starts_with(' ') && leave_out;
        leave_out = belongs || post.iter().any(|word| line.starts_with(word.as_str()));
        !leave_out
    });
    kept.collect()
}

/// The days on which letters went out, by the journal of the example.
fn sending_days() -> BTreeSet<NaiveDate> {
    let book = TestJournal::from_example(YEAR);
    let events = book.outcome.journal.events.iter();
    let sent = events.filter(|event| event.sent_letter().is_some());
    sent.map(|event| event.date).collect()
}

#[test]
fn the_letters_of_a_small_firm_month_by_month() {
    let post = sending_days();
    assert!(post.len() > 12);
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/letters-year");
    settings.bind(|| {
        for month in 0..=12 {
            let first = parse_day("2025-01-01") + Months::new(month);
            let days = post.range(first..first + Months::new(1)).copied();
            let days: BTreeSet<NaiveDate> = days.chain([first]).collect();
            for on in days {
                insta::assert_snapshot!(on.to_string(), letters_of_day(on));
            }
        }
    });
}
