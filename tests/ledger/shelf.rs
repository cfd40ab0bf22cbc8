//! Journals to post: made-up texts, and every sound journal of the repository.

use crate::journals::{Map, below, repository};
use chrono::NaiveDate;
use std::path::Path;
use tegoed::check::Reach;
use tegoed::journal::model::Journal;
use tegoed::load::Roots;
use tegoed::pipeline::{self, Outcome, PipelineOptions};
use tegoed::value::calendar::{AsOf, LAST_YEAR, date_from_ymd};

fn read_from(root: &str, files: &Map) -> Outcome {
    let options = PipelineOptions {
        as_of: AsOf(last_day()),
        scope: Reach::Errors,
    };
    pipeline::run(&Roots::from_file(root), files, options).unwrap()
}

/// The last day a journal may name.
pub fn last_day() -> NaiveDate {
    date_from_ymd(LAST_YEAR, 12, 31).unwrap()
}

/// A day from its text.
pub fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a text means.
pub fn read(text: &str) -> Journal {
    read_from("main.tegoed", &Map::one(text)).journal
}

/// What a text means, and the code of every error in it.
pub fn read_with_errors(text: &str) -> (Journal, Vec<&'static str>) {
    let outcome = read_from("main.tegoed", &Map::one(text));
    let errors = crate::journals::errors(&outcome).map(|found| found.kind.code);
    let errors = errors.collect();
    (outcome.journal, errors)
}

/// What a text means that is split over several files; the first includes the others.
pub fn read_split(parts: &[String]) -> Journal {
    let mut files = Map::default();
    let mut root = parts[0].clone();
    for (place, part) in parts.iter().enumerate().skip(1) {
        let name = format!("part-{place}.tegoed");
        root = format!("{root}include {name}\n");
        files = files.with(name, part);
    }
    read_from("main.tegoed", &files.with("main.tegoed", root)).journal
}

/// A journal among the examples.
pub fn example(name: &str) -> Journal {
    read_from(name, &Map::folder(&repository("examples"))).journal
}

/// Every sound journal of the repository by its path, read from its root file.
pub fn corpus() -> Vec<(String, Journal)> {
    let mut all = Vec::new();
    for folder in ["examples", "grammar/cases/valid"] {
        let files = Map::folder(&repository(folder));
        for (name, _) in below(folder) {
            let root = Path::new(&name).strip_prefix(folder).unwrap();
            let root = root.to_string_lossy();
            if root.starts_with("vectors/") || !root.contains('/') {
                all.push((name.clone(), read_from(&root, &files).journal));
            }
        }
    }
    assert!(all.len() > 80, "the corpus is gone");
    all
}
