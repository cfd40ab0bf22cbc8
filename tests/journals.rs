//! Journals for the tests: those of the repository, those made up in memory, and how to read them.

use chrono::NaiveDate;
use globset::GlobBuilder;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use tegoed::check::CheckScope;
use tegoed::language::{LANGUAGES, find_language};
use tegoed::letter::library::template_set::UserTemplate;
use tegoed::load::Roots;
use tegoed::pipeline::{self, Outcome, PipelineOptions};
use tegoed::syntax::clause::Clause;
use tegoed::syntax::entry::{ArgumentValue, Detail, Entry, EntryState, SourceText};
use tegoed::syntax::reader::EntryVisitor;
use tegoed::text::diagnostic::{Diagnostic, Severity, Sink};
use tegoed::text::source::Files;
use tegoed::value::calendar::date_from_ymd;

/// Files held in memory, by path.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles(pub BTreeMap<PathBuf, Vec<u8>>);

impl MemoryFiles {
    /// One file, named `main.tegoed`.
    pub fn single(bytes: impl AsRef<[u8]>) -> Self {
        Self::default().with_file("main.tegoed", bytes)
    }

    /// One file more.
    pub fn with_file(mut self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Self {
        let (path, bytes) = (path.as_ref(), bytes.as_ref());
        self.0.insert(path.to_path_buf(), bytes.to_vec());
        self
    }

    /// Every file of a folder on the disk, named as from that folder.
    pub fn from_folder(folder: &Path) -> Self {
        let mut map = Self::default();
        for path in walk_files(folder) {
            let name = path.strip_prefix(folder).unwrap();
            map.0
                .insert(name.to_path_buf(), std::fs::read(&path).unwrap());
        }
        map
    }

    fn is_directory(&self, path: &Path) -> bool {
        self.0
            .keys()
            .any(|known| known != path && known.starts_with(path))
    }
}

impl Files for MemoryFiles {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + '_>> {
        match self.0.get(path) {
            Some(bytes) => Ok(Box::new(bytes.as_slice())),
            None if self.is_directory(path) => Err(io::Error::new(
                io::ErrorKind::IsADirectory,
                "it is a directory",
            )),
            None => Err(io::Error::new(io::ErrorKind::NotFound, "no such file")),
        }
    }

    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        let whole = normalise_path(&directory.join(pattern));
        if !pattern.contains(['*', '?', '[', '{']) {
            return Ok(vec![whole]);
        }
        let glob = GlobBuilder::new(&whole.to_string_lossy())
            .literal_separator(true)
            .build()
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?
            .compile_matcher();
        let names = self.0.keys();
        Ok(names.filter(|name| glob.is_match(name)).cloned().collect())
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        let path = normalise_path(path);
        if self.0.contains_key(&path) || self.is_directory(&path) {
            return Ok(path);
        }
        Err(io::Error::new(io::ErrorKind::NotFound, "no such file"))
    }
}

/// A path without `.` and with `..` carried out as far as it goes.
fn normalise_path(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir if tidied.file_name().is_some() => {
                tidied.pop();
            }
            part => tidied.push(part),
        }
    }
    tidied
}

/// A path of the repository.
pub fn repository_path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn walk_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk_files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The journals in a folder and the folders below, by path as from the repository.
pub fn journals_below(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = repository_path("");
    let journals = walk_files(&repository_path(folder))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| end == "tegoed"));
    let named = journals.map(|path| {
        let name = path.strip_prefix(&root).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        (name.to_string_lossy().into_owned(), bytes)
    });
    let named: Vec<_> = named.collect();
    assert!(!named.is_empty(), "no journal below {folder}");
    named
}

/// Every journal of the repository, sound or not.
pub fn all_journals() -> Vec<(String, Vec<u8>)> {
    ["examples", "grammar", "tests"]
        .into_iter()
        .flat_map(journals_below)
        .collect()
}

/// Every journal of the repository that is UTF-8.
pub fn all_text_journals() -> Vec<(String, String)> {
    let texts = all_journals()
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes)));
    texts
        .filter_map(|(name, text)| text.ok().map(|text| (name, text)))
        .collect()
}

/// The day a journal says it should be read on: `; as of 2026-04-30`; else the end of 2026.
pub fn as_of_comment(bytes: &[u8]) -> NaiveDate {
    let text = String::from_utf8_lossy(bytes);
    let said = text.lines().find_map(|line| line.strip_prefix("; as of "));
    said.and_then(|word| word.trim().parse().ok())
        .or_else(|| date_from_ymd(2026, 12, 31))
        .unwrap()
}

/// Reads one journal with all its checks.
pub fn run_checks(root: &str, files: &MemoryFiles) -> Outcome {
    let as_of = as_of_comment(&files.0[Path::new(root)]);
    let reach = CheckScope::All;
    let options = PipelineOptions {
        as_of,
        scope: reach,
    };
    pipeline::run_with_templates(
        &Roots::from_file(root),
        files,
        options,
        &journal_templates(root, files),
    )
    .unwrap()
}

/// The templates of a journal in a test: `name/nl/letter.txt` beside `name.tegoed`.
fn journal_templates(root: &str, files: &MemoryFiles) -> Vec<UserTemplate> {
    let folder = Path::new(root).with_extension("");
    let own = files.0.iter().filter_map(|(path, text)| {
        let letter = path.strip_prefix(&folder).ok()?;
        let _text = path.extension().filter(|end| *end == "txt")?;
        let (language, letter) = (letter.parent()?, letter.file_stem()?);
        Some(UserTemplate {
            file_name: path.display().to_string(),
            language: find_language(LANGUAGES, language.to_str()?)?,
            letter: letter.to_string_lossy().into_owned(),
            text: String::from_utf8_lossy(text).into_owned(),
        })
    });
    own.collect()
}

/// Reads a made-up text with all its checks.
pub fn check_text(text: impl AsRef<[u8]>) -> Outcome {
    run_checks("main.tegoed", &MemoryFiles::single(text))
}

/// A finding in short: `S001 3:12`; with its file where that is another than the first.
pub fn finding_place(outcome: &Outcome, found: &Diagnostic) -> String {
    let (source, position) = outcome.sources.locate(found.primary.span.origin()).unwrap();
    let first = outcome.sources.as_slice().first().unwrap();
    let file = if source.base == first.base {
        String::new()
    } else {
        format!("{}:", source.path.display())
    };
    let (line, column) = (position.line, position.column);
    format!("{} {file}{line}:{column}", found.kind.code)
}

/// What a finding says, as people read it.
pub fn finding_message(found: &Diagnostic) -> Cow<'_, str> {
    tegoed::language::message_text::message_text(&found.message)
}

/// The errors among the findings.
pub fn error_findings(outcome: &Outcome) -> impl Iterator<Item = &Diagnostic> {
    let all = outcome.findings.diagnostics.iter();
    all.filter(|found| found.kind.severity == Severity::Error)
}

/// The errors in short.
pub fn error_places(outcome: &Outcome) -> Vec<String> {
    error_findings(outcome)
        .map(|found| finding_place(outcome, found))
        .collect()
}

/// What an entry says, wherever it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedEntry {
    /// The line of its header and that of its last detail, from 1.
    pub lines: (usize, usize),
    pub date: Option<NaiveDate>,
    pub keyword: &'static str,
    pub text: String,
    pub header: Vec<RecordedArgument>,
    pub details: Vec<RecordedDetail>,
    pub state: EntryState,
}

/// One argument: its clause word, what it is, its letters.
pub type RecordedArgument = (Option<&'static str>, ArgumentValue, String);

/// A detail, without its place.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedDetail {
    pub line: usize,
    pub key: String,
    pub value: String,
    pub text: String,
    pub words: Vec<RecordedArgument>,
}

/// Takes down what every entry of a text says.
#[derive(Debug, Default)]
pub struct EntryRecorder {
    pub said: Vec<RecordedEntry>,
    line: usize,
    place: usize,
}

impl EntryRecorder {
    fn line_of(&mut self, text: SourceText<'_>, place: u32) -> usize {
        let place = place.checked_sub(text.base).unwrap() as usize;
        self.line += text.str[self.place..place].matches('\n').count();
        self.place = place;
        self.line + 1
    }

    fn record_detail(
        &mut self,
        entry: &Entry,
        detail: &Detail,
        text: SourceText<'_>,
    ) -> RecordedDetail {
        RecordedDetail {
            line: self.line_of(text, detail.span.start),
            key: text.slice(detail.key_span).to_owned(),
            value: text.slice(detail.value).to_owned(),
            text: detail.text.map_or("", |span| text.slice(span)).to_owned(),
            words: record_arguments(entry.arguments_of(detail), text),
        }
    }
}

fn record_arguments(
    arguments: &[tegoed::syntax::entry::Argument],
    text: SourceText<'_>,
) -> Vec<RecordedArgument> {
    let word = |it: &tegoed::syntax::entry::Argument| {
        (
            it.clause.map(Clause::word),
            it.value,
            text.slice(it.span).to_owned(),
        )
    };
    arguments.iter().map(word).collect()
}

impl EntryVisitor for EntryRecorder {
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, _sink: &mut Sink) {
        let first = self.line_of(text, entry.span.start);
        let details: Vec<RecordedDetail> = entry
            .details
            .iter()
            .map(|detail| self.record_detail(entry, detail, text))
            .collect();
        self.said.push(RecordedEntry {
            lines: (first, details.last().map_or(first, |last| last.line)),
            date: entry.date.map(|date| date.node),
            keyword: entry.directive.word(),
            text: entry.text.map_or("", |span| text.slice(span)).to_owned(),
            header: record_arguments(entry.header_arguments(), text),
            details,
            state: entry.state,
        });
    }
}

/// What every entry of one text says, includes not followed, and what is wrong with it.
pub fn record_entries(
    text: &str,
    dialect: tegoed::syntax::dialect::Dialect,
) -> (Vec<RecordedEntry>, Vec<Diagnostic>) {
    let mut listener = EntryRecorder::default();
    let mut sink = Sink::default();
    let (bare, base) = text
        .strip_prefix('\u{feff}')
        .map_or((text, 0), |bare| (bare, 3));
    tegoed::syntax::reader::JournalReader::new(dialect).read(
        SourceText { str: bare, base },
        &[],
        &mut listener,
        &mut sink,
    );
    sink.unreadable = tegoed::text::diagnostic::UnreadableParts::default();
    (listener.said, sink.into_findings().diagnostics)
}
