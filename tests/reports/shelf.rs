//! Journals for reports: an example of the repository, or a text in a test.

use crate::journals::{MemoryFiles, as_of_comment, error_findings, repository_path};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::path::Path;
use tegoed::check::CheckScope;
use tegoed::day::Day;
use tegoed::document::Document;
use tegoed::language::{LANGUAGES, find_language};
use tegoed::load::Roots;
use tegoed::pipeline::{self, Outcome, PipelineOptions};
use tegoed::policy::jurisdiction::law_list::LawList;
use tegoed::render::MEDIA;
use tegoed::render::medium::{CsvDialect, RenderOptions, TerminalStyle};
use tegoed::report::REPORTS;
use tegoed::report::shared::report_definition::ReportError;
use tegoed::report::shared::report_input::{ReportInput, ReportOptions};

/// A journal that was read as of a day, and where from.
pub struct TestJournal {
    /// What it means.
    pub outcome: Outcome,
    files: MemoryFiles,
    name: String,
}

/// A day as tests write it.
pub fn parse_day(text: &str) -> NaiveDate {
    text.parse().expect("a day such as 2026-04-30")
}

impl TestJournal {
    /// An example, as of the day its second line names.
    pub fn from_example(name: &str) -> Self {
        let files = MemoryFiles::from_folder(&repository_path("examples"));
        let day = as_of_comment(&files.0[Path::new(name)]);
        Self::read_sound(files, name, day)
    }

    /// A journal of one file, whose text stands in the test.
    pub fn from_text(text: &str, as_of: &str) -> Self {
        Self::read_sound(MemoryFiles::single(text), "main.tegoed", parse_day(as_of))
    }

    /// A journal of one file, read under other laws than those that the program has, with every check.
    pub fn under_laws(text: &str, as_of: &str, laws: LawList) -> Self {
        let files = MemoryFiles::single(text);
        let options = PipelineOptions {
            as_of: parse_day(as_of),
            scope: CheckScope::All,
        };
        let roots = Roots::from_file("main.tegoed");
        let outcome = pipeline::run_under_laws(&roots, &files, options, &[], laws);
        Self {
            outcome: outcome.expect("a journal"),
            files,
            name: "main.tegoed".to_owned(),
        }
    }

    /// The same journal as of another day.
    pub fn on_day(&self, day: NaiveDate) -> Self {
        Self::read_sound(self.files.clone(), &self.name, day)
    }

    fn read_sound(files: MemoryFiles, name: &str, as_of: NaiveDate) -> Self {
        let book = Self::read_with_errors(files, name, as_of);
        let found: Vec<_> = error_findings(&book.outcome).collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
        book
    }

    /// A journal that may have errors.
    pub fn read_with_errors(files: MemoryFiles, name: &str, as_of: NaiveDate) -> Self {
        let options = PipelineOptions {
            as_of,
            scope: CheckScope::Errors,
        };
        let outcome = pipeline::run(&Roots::from_file(name), &files, options).expect("a journal");
        Self {
            outcome,
            files,
            name: name.to_owned(),
        }
    }

    /// The pages of a report.
    pub fn report_pages(
        &self,
        report: &str,
        ask: &ReportOptions,
        tag: &str,
    ) -> Result<Vec<Document>, ReportError> {
        let found = REPORTS.iter().find(|known| known.name == report);
        self.with_report_input(ask, tag, |scope| {
            found.expect("a report").write_pages(scope)
        })
    }

    /// Does something with what a report is given.
    pub fn with_report_input<T>(
        &self,
        ask: &ReportOptions,
        tag: &str,
        then: impl FnOnce(ReportInput<'_>) -> T,
    ) -> T {
        let archive = self.outcome.journal_text(&self.files);
        let day = Day::new(&self.outcome.journal, &self.outcome.ledger, &archive);
        then(ReportInput {
            day: &day.asked_on(ask.known_on),
            root_file: &self.name,
            language: find_language(LANGUAGES, tag).expect("a language"),
            options: ask,
        })
    }

    /// A report in a medium: `text`, `csv`, `json`.
    pub fn print_report(
        &self,
        report: &str,
        ask: &ReportOptions,
        tag: &str,
        medium: &str,
    ) -> String {
        let pages = self.report_pages(report, ask, tag).expect("a subject");
        print_pages(&pages, tag, medium, CsvDialect::Plain)
    }
}

/// Pages in a medium.
pub fn print_pages(pages: &[Document], tag: &str, medium: &str, dialect: CsvDialect) -> String {
    String::from_utf8(render_bytes(pages, tag, medium, dialect)).expect("UTF-8")
}

/// Pages in a medium, which need not be text.
pub fn render_bytes(pages: &[Document], tag: &str, medium: &str, dialect: CsvDialect) -> Vec<u8> {
    let look = RenderOptions {
        language: find_language(LANGUAGES, tag).expect("a language"),
        width: Some(100),
        style: TerminalStyle::Plain,
        csv_dialect: dialect,
    };
    let found = MEDIA.iter().find(|known| known.name == medium);
    let mut bytes = Vec::new();
    let mut pages = pages.iter().map(Cow::Borrowed);
    (found.expect("a medium").write)(&mut pages, look, &mut bytes).expect("room to write");
    bytes
}

/// Every example of the first rank, by name.
pub fn example_names() -> Vec<String> {
    let folder = std::fs::read_dir(repository_path("examples")).expect("examples");
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
