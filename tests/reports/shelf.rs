//! Journals for reports: the examples of the repository, or a text in a test.

use chrono::NaiveDate;
use std::cell::OnceCell;
use std::io;
use std::path::{Path, PathBuf};
use tegoed::check::Reach;
use tegoed::document::Document;
use tegoed::language;
use tegoed::load::Roots;
use tegoed::pipeline::{self, Options, Outcome};
use tegoed::render::MEDIA;
use tegoed::render::medium::{Dialect, Ink, Look};
use tegoed::report::REPORTS;
use tegoed::report::scope::{Ask, NotFound, Scope};
use tegoed::text::source::Files;
use tegoed::value::calendar::AsOf;

/// A journal that was read, and where from.
pub struct Book {
    outcome: Outcome,
    files: Box<dyn Files>,
    name: String,
}

/// A day as tests write it.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day such as 2026-04-30")
}

impl Book {
    /// An example, as of the day its second line names.
    pub fn example(name: &str) -> Self {
        let path = Path::new("examples").join(name);
        let text = std::fs::read_to_string(&path).expect("an example");
        let line = text.lines().nth(1).expect("a second line");
        let as_of = line.strip_prefix("; as of ").expect("; as of DAY");
        Self::open(Box::new(Disk), &path, name, day(as_of))
    }

    /// A journal of one file, whose text stands in the test.
    pub fn of(text: &str, as_of: &str) -> Self {
        let shelf = Text(text.to_owned());
        Self::open(
            Box::new(shelf),
            Path::new("journal.tegoed"),
            "journal.tegoed",
            day(as_of),
        )
    }

    fn open(files: Box<dyn Files>, path: &Path, name: &str, as_of: NaiveDate) -> Self {
        let options = Options {
            as_of: AsOf(as_of),
            reach: Reach::Errors,
        };
        let outcome = pipeline::run(&Roots::one(path), &*files, options).expect("a journal");
        let found = &outcome.findings.diagnostics;
        assert!(found.is_empty(), "{name}: {found:#?}");
        Self {
            outcome,
            files,
            name: name.to_owned(),
        }
    }

    /// What the journal means.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The pages of a report.
    pub fn pages(&self, report: &str, ask: &Ask, tag: &str) -> Result<Vec<Document>, NotFound> {
        let archive = self.outcome.pages(&*self.files);
        let found = REPORTS.iter().find(|known| known.name == report);
        found.expect("a report").pages(Scope {
            journal: &self.outcome.journal,
            ledger: &self.outcome.ledger,
            archive: &archive,
            file: &self.name,
            language: language::find(tag).expect("a language"),
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
        language: language::find(tag).expect("a language"),
        width: Some(100),
        ink: Ink::Plain,
        dialect,
    };
    let found = MEDIA.iter().find(|known| known.name == medium);
    let mut bytes = Vec::new();
    (found.expect("a medium").write)(pages, look, &mut bytes).expect("room to write");
    String::from_utf8(bytes).expect("UTF-8")
}

/// One file.
struct Text(String);

impl Files for Text {
    fn open(&self, _path: &Path) -> io::Result<Box<dyn io::Read + '_>> {
        Ok(Box::new(self.0.as_bytes()))
    }

    fn matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        Ok(vec![directory.join(pattern)])
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_path_buf())
    }
}

/// The files of the repository.
struct Disk;

impl Files for Disk {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + '_>> {
        Ok(Box::new(std::fs::File::open(path)?))
    }

    fn matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        let whole = directory.join(pattern);
        let Some((stem, tail)) = pattern
            .rsplit('/')
            .next()
            .and_then(|name| name.split_once('*'))
        else {
            return Ok(vec![whole]);
        };
        let folder = std::fs::read_dir(whole.parent().unwrap_or(directory))?;
        let mut found: Vec<PathBuf> = folder
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with(stem) && name.ends_with(tail)
            })
            .collect();
        found.sort();
        Ok(found)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        std::fs::canonicalize(path)
    }
}

/// Every example of the first rank, by name.
pub fn examples() -> &'static [String] {
    thread_local! {
        static NAMES: OnceCell<&'static [String]> = const { OnceCell::new() };
    }
    NAMES.with(|names| {
        *names.get_or_init(|| {
            let folder = std::fs::read_dir("examples").expect("examples");
            let mut found: Vec<String> = folder
                .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
                .filter(|name| Path::new(name).extension().is_some_and(|it| it == "tegoed"))
                .collect();
            found.sort();
            found.leak()
        })
    })
}
