//! The page of each journal beside this file, in Dutch, in English and for programs.

use crate::journals::repository_path;
use crate::reports::shelf::TestJournal;
use std::fmt::Write;
use tegoed::report::shared::report_input::ReportOptions;

/// A journal of the folder: its name and its text.
pub fn claim_journals() -> Vec<(String, String)> {
    let folder = std::fs::read_dir(repository_path("tests/claim/journals")).unwrap();
    let mut found: Vec<(String, String)> = folder
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    found.sort();
    assert!(found.len() > 2);
    found
}

/// What a comment says: `; as of 2026-04-30`, several of them.
fn comment_values<'t>(text: &'t str, what: &str) -> Vec<&'t str> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("; "));
    let found: Vec<&str> = lines.filter_map(|line| line.strip_prefix(what)).collect();
    assert!(!found.is_empty(), "{what} of {text}");
    found.into_iter().map(str::trim).collect()
}

/// Every claim a journal asks for, on every day it names.
pub fn requested_claims(text: &str) -> Vec<(TestJournal, ReportOptions)> {
    let mut all = Vec::new();
    for day in comment_values(text, "as of ") {
        for numbers in comment_values(text, "claim ") {
            let ask = ReportOptions {
                invoices: numbers.split(' ').map(str::to_owned).collect(),
                ..ReportOptions::default()
            };
            all.push((TestJournal::from_text(text, day), ask));
        }
    }
    all
}

#[test]
fn every_claim_reads_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/claim");
    settings.bind(|| {
        for (name, text) in claim_journals() {
            for (tag, medium, kind) in [
                ("nl", "text", "nl"),
                ("en", "text", "en"),
                ("en", "csv", "csv"),
            ] {
                let mut booklet = String::new();
                for (book, ask) in requested_claims(&text) {
                    let day = book.outcome.ledger.as_of;
                    let asked = ask.invoices.join(" ");
                    let page = book.print_report("claim", &ask, tag, medium);
                    writeln!(booklet, "$ tegoed claim {asked} --as-of {day}\n{page}").unwrap();
                }
                insta::assert_snapshot!(format!("{name}.{kind}"), booklet);
            }
        }
    });
}

#[test]
fn json_says_the_same_as_csv() {
    for (name, text) in claim_journals() {
        for (book, ask) in requested_claims(&text) {
            let csv = book.print_report("claim", &ask, "en", "csv");
            let json = book.print_report("claim", &ask, "en", "json");
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let rows = json["rows"].as_array().unwrap();
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let heads = reader.headers().unwrap().clone();
            for (row, record) in rows.iter().zip(reader.records().map(Result::unwrap)) {
                for (head, field) in heads.iter().zip(&record) {
                    assert_eq!(
                        row[head].as_str().unwrap_or_default(),
                        field,
                        "{name}: {head}"
                    );
                }
            }
            assert_eq!(rows.len(), csv.lines().count() - 1, "{name}");
        }
    }
}
