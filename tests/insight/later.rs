//! Nothing dated after the day of a report changes what it says of how people pay.

use crate::journals::{MemoryFiles, repository_path};
use crate::reports::shelf::{TestJournal, example_names};
use chrono::NaiveDate;
use std::path::Path;
use tegoed::insight::remedy::Estimates;
use tegoed::journal::model::NumberUse;
use tegoed::report::shared::report_input::{GroupBy, ReportOptions};
use tegoed::value::share::Share;

/// A journal without the entries dated after a day.
fn entries_until(files: &MemoryFiles, last: NaiveDate) -> MemoryFiles {
    let mut kept = MemoryFiles::default();
    for (path, bytes) in &files.0 {
        kept = kept.with_file(path, text_until(&String::from_utf8_lossy(bytes), last));
    }
    kept
}

fn text_until(text: &str, last: NaiveDate) -> String {
    let mut keeps = true;
    let mut kept = String::new();
    for line in text.lines() {
        let opens = line.starts_with(|first: char| !first.is_whitespace() && first != ';');
        if opens {
            let date = line
                .get(..10)
                .and_then(|date| date.parse::<NaiveDate>().ok());
            keeps = date.is_none_or(|date| date <= last);
        }
        if keeps || !(opens || line.starts_with(' ')) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn a_page_of_a_day_does_not_know_what_came_after() {
    let files = MemoryFiles::from_folder(&repository_path("examples"));
    let mut compared = 0;
    for name in example_names() {
        let whole = TestJournal::from_example(&name);
        let end = whole.outcome.ledger.as_of;
        for back in [9, 30, 61, 120, 200] {
            let on = end - chrono::Days::new(back);
            let cut = entries_until(&files, on);
            assert!(cut.0[Path::new(&name)].len() <= files.0[Path::new(&name)].len());
            let cut = TestJournal::read_with_errors(cut, &name, on);
            let whole = whole.on_day(on);
            for by in [GroupBy::Customer, GroupBy::Invoice] {
                for report in ["behaviour", "forecast"] {
                    let ask = ReportOptions {
                        group_by: by,
                        ..ReportOptions::default()
                    };
                    let print = |book: &TestJournal| book.print_report(report, &ask, "en", "json");
                    let rows =
                        |text: String| text.split_once("\"rows\"").expect("rows").1.to_owned();
                    let seen = without_line_numbers(&rows(print(&whole)));
                    assert_eq!(
                        seen,
                        without_line_numbers(&rows(print(&cut))),
                        "{name} on {on}: {report}"
                    );
                    compared += 1;
                }
            }
            compared += assert_same_advice(&whole, &cut, &name);
        }
    }
    assert!(compared > 100, "{compared} pages");
}

/// The same without line numbers: an entry that stays may stand on another line.
fn without_line_numbers(json: &str) -> String {
    let mut out = String::new();
    for (place, part) in json.split("\"line\":").enumerate() {
        if place == 0 {
            out.push_str(part);
        } else {
            out.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
        }
    }
    out
}

/// Compares the advice on every invoice of a shorter journal with that in the whole one.
fn assert_same_advice(whole: &TestJournal, cut: &TestJournal, name: &str) -> usize {
    let journal = &cut.outcome.journal;
    let issued = journal.invoices.iter().filter(|(_, invoice)| {
        invoice.number_use == NumberUse::Invoice && invoice.date <= cut.outcome.ledger.as_of
    });
    let numbers = issued.map(|(invoice, _)| journal.invoice_no(invoice).to_owned());
    let asks = numbers.map(|number| ReportOptions {
        invoices: vec![number],
        estimates: Estimates {
            chances: vec![(None, Share::from_hundredths(5000))],
            ..Estimates::default()
        },
        ..ReportOptions::default()
    });
    let mut compared = 0;
    for ask in asks {
        let print = |book: &TestJournal| book.print_report("advice", &ask, "en", "csv");
        assert_eq!(print(whole), print(cut), "{name}: {:?}", ask.invoices);
        compared += 1;
    }
    compared
}
