//! Journals to post: made-up texts, and every sound journal of the repository.

use crate::journals::{MemoryFiles, journals_below, repository_path};
use chrono::NaiveDate;
use std::path::Path;
use tegoed::check::CheckScope;
use tegoed::journal::model::Journal;
use tegoed::load::Roots;
use tegoed::pipeline::{self, Outcome, PipelineOptions};
use tegoed::value::calendar::{LAST_YEAR, date_from_ymd};

/// What files mean, the first of them named.
pub fn read_files(root: &str, files: &MemoryFiles) -> Outcome {
    let options = PipelineOptions {
        as_of: last_day(),
        scope: CheckScope::Errors,
    };
    pipeline::run(&Roots::from_file(root), files, options).unwrap()
}

/// The last day a journal may name.
pub fn last_day() -> NaiveDate {
    date_from_ymd(LAST_YEAR, 12, 31).unwrap()
}

/// A day from its text.
pub fn parse_day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a text means.
pub fn read_journal(text: &str) -> Journal {
    read_files("main.tegoed", &MemoryFiles::single(text)).journal
}

/// What a text means, and the code of every error in it.
pub fn read_with_errors(text: &str) -> (Journal, Vec<&'static str>) {
    let outcome = read_files("main.tegoed", &MemoryFiles::single(text));
    let errors = crate::journals::error_findings(&outcome).map(|found| found.kind.code);
    let errors = errors.collect();
    (outcome.journal, errors)
}

/// What a text means that is split over several files; the first includes the others.
pub fn read_split(parts: &[String]) -> Journal {
    let mut files = MemoryFiles::default();
    let mut root = parts[0].clone();
    for (place, part) in parts.iter().enumerate().skip(1) {
        let name = format!("part-{place}.tegoed");
        root = format!("{root}include {name}\n");
        files = files.with_file(name, part);
    }
    read_files("main.tegoed", &files.with_file("main.tegoed", root)).journal
}

/// A journal among the examples.
pub fn example_journal(name: &str) -> Journal {
    read_files(
        name,
        &MemoryFiles::from_folder(&repository_path("examples")),
    )
    .journal
}

/// Every sound journal of the repository by its path, read from its root file.
pub fn corpus_journals() -> Vec<(String, Journal)> {
    let mut all = Vec::new();
    for folder in ["examples", "grammar/cases/valid"] {
        let files = MemoryFiles::from_folder(&repository_path(folder));
        for (name, _) in journals_below(folder) {
            let root = Path::new(&name).strip_prefix(folder).unwrap();
            let root = root.to_string_lossy();
            if root.starts_with("vectors/") || !root.contains('/') {
                all.push((name.clone(), read_files(&root, &files).journal));
            }
        }
    }
    assert!(all.len() > 80, "the corpus is gone");
    all
}
