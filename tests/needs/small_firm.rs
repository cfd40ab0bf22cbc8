//! A firm with one customer, to whom a test adds its entries: pages and findings of it, in one line each.

use crate::diagnostics::draw_findings;
use crate::journals::check_text;
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// The firm, with more lines for its policy and its customer.
pub fn journal_with(policy: &str, customer: &str, entries: &str) -> String {
    format!(
        "format 1\n\nbusiness\n  name: De Jong B.V.\n  address: Kade 2\n  iban: NL91ABNA0417164300\n  language: nl\n  \
         policy: s\n\npolicy s\n  terms: 14 days\n  stage: reminder 3 days after due via email\n{policy}  stage: final 14 days \
         after due via post\n\ncustomer @b\n  name: Bakker B.V.\n  kind: business\n  address: Kade 1\n  email: \
         b@b.example\n{customer}\n{entries}"
    )
}

/// The same with nothing more.
pub fn journal(entries: &str) -> String {
    journal_with("", "", entries)
}

/// A report in a language, its lines joined by blanks.
pub fn page(text: &str, day: &str, report: &str, subject: Option<&str>, tag: &str) -> String {
    page_as(text, day, report, subject, tag, "text")
}

/// The same in a medium.
pub fn page_as(
    text: &str,
    day: &str,
    report: &str,
    subject: Option<&str>,
    tag: &str,
    medium: &str,
) -> String {
    let (subject, invoices) = match (report, subject) {
        ("claim" | "advice", Some(number)) => (None, vec![number.to_owned()]),
        (_, subject) => (subject.map(str::to_owned), Vec::new()),
    };
    let ask = ReportOptions {
        subject,
        invoices,
        ..ReportOptions::default()
    };
    one_line(&TestJournal::from_text(text, day).print_report(report, &ask, tag, medium))
}

/// The findings of one code with their notes and mends, its lines joined by blanks; empty where there is none.
pub fn told(text: &str, day: &str, code: &str) -> String {
    let mut outcome = check_text(format!("; as of {day}\n{text}"));
    let findings = &mut outcome.findings.diagnostics;
    findings.retain(|found| found.kind.code == code);
    one_line(&draw_findings(&outcome))
}

/// Words wherever the lines end.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each of these words stands on a page.
pub fn assert_says(page: &str, words: &[&str]) {
    for said in words {
        assert!(page.contains(said), "expected: {said}\n{page}");
    }
}

/// None of these words stands on a page.
pub fn assert_says_not(page: &str, words: &[&str]) {
    for said in words {
        assert!(!page.contains(said), "not expected: {said}\n{page}");
    }
}
