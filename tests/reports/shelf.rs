//! Journals for reports: an example of the repository, or a text in a test.

use crate::journals::{Map, as_of, errors, repository};
use chrono::NaiveDate;
use std::path::Path;
use tegoed::check::Reach;
use tegoed::document::Document;
use tegoed::language;
use tegoed::load::Roots;
use tegoed::pipeline::{self, Outcome, PipelineOptions};
use tegoed::render::MEDIA;
use tegoed::render::medium::{Dialect, Ink, Look};
use tegoed::report::REPORTS;
use tegoed::report::scope::{Ask, Refused, Scope};
use tegoed::value::calendar::AsOf;

/// A journal that was read as of a day, and where from.
pub struct Book {
    /// What it means.
    pub outcome: Outcome,
    files: Map,
    name: String,
}

/// A day as tests write it.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day such as 2026-04-30")
}

impl Book {
    /// An example, as of the day its second line names.
    pub fn example(name: &str) -> Self {
        let files = Map::folder(&repository("examples"));
        let day = as_of(&files.0[Path::new(name)]);
        Self::open(files, name, day)
    }

    /// A journal of one file, whose text stands in the test.
    pub fn of(text: &str, as_of: &str) -> Self {
        Self::open(Map::one(text), "main.tegoed", day(as_of))
    }

    /// The same journal as of another day.
    pub fn on(&self, day: NaiveDate) -> Self {
        Self::open(self.files.clone(), &self.name, day)
    }

    fn open(files: Map, name: &str, as_of: NaiveDate) -> Self {
        let book = Self::even_so(files, name, as_of);
        let found: Vec<_> = errors(&book.outcome).collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
        book
    }

    /// A journal that may have errors.
    pub fn even_so(files: Map, name: &str, as_of: NaiveDate) -> Self {
        let options = PipelineOptions {
            as_of: AsOf(as_of),
            scope: Reach::Errors,
        };
        let outcome = pipeline::run(&Roots::from_file(name), &files, options).expect("a journal");
        Self {
            outcome,
            files,
            name: name.to_owned(),
        }
    }

    /// The pages of a report.
    pub fn pages(&self, report: &str, ask: &Ask, tag: &str) -> Result<Vec<Document>, Refused> {
        let found = REPORTS.iter().find(|known| known.name == report);
        self.scoped(ask, tag, |scope| found.expect("a report").pages(scope))
    }

    /// Does something with what a report is given.
    pub fn scoped<T>(&self, ask: &Ask, tag: &str, then: impl FnOnce(Scope<'_>) -> T) -> T {
        let archive = self.outcome.journal_text(&self.files);
        then(Scope {
            journal: &self.outcome.journal,
            ledger: &self.outcome.ledger,
            archive: &archive,
            file: &self.name,
            language: language::find_language(tag).expect("a language"),
            ask,
        })
    }

    /// A report in a medium: `text`, `csv`, `json`.
    pub fn print(&self, report: &str, ask: &Ask, tag: &str, medium: &str) -> String {
        let pages = self.pages(report, ask, tag).expect("a subject");
        print(&pages, tag, medium, Dialect::Plain)
    }
}

/// Pages in a medium.
pub fn print(pages: &[Document], tag: &str, medium: &str, dialect: Dialect) -> String {
    let look = Look {
        language: language::find_language(tag).expect("a language"),
        width: Some(100),
        ink: Ink::Plain,
        dialect,
    };
    let found = MEDIA.iter().find(|known| known.name == medium);
    let mut bytes = Vec::new();
    (found.expect("a medium").write)(pages, look, &mut bytes).expect("room to write");
    String::from_utf8(bytes).expect("UTF-8")
}

/// Every example of the first rank, by name.
pub fn examples() -> Vec<String> {
    let folder = std::fs::read_dir(repository("examples")).expect("examples");
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found: Vec<String> = names
        .filter(|name| {
            Path::new(name)
                .extension()
                .is_some_and(|end| end == "tegoed")
        })
        .collect();
    found.sort();
    found
}
