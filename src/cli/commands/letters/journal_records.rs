//! What was sent, written in the journal: at the end of the file whose entries are the newest.

use crate::check::CheckScope;
use crate::cli::command_context::CommandContext;
use crate::cli::escape;
use crate::cli::exit::Failure;
use crate::cli::files::overlay::Overlay;
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::replace::{FileChange, replace_file};
use crate::letter::record::{LetterRecords, SentEntriesOfDay};
use crate::pipeline::{self, Outcome, PipelineOptions};
use crate::text::diagnostic::Severity;
use crate::text::source::{Files, Source};
use chrono::NaiveDate;
use std::ffi::OsStr;
use std::io;
use std::path::{Component, Path, PathBuf};

/// A letter that was written, and what records it.
#[derive(Clone, Debug)]
pub struct WrittenLetter {
    /// Its file.
    pub path: PathBuf,
    /// The fingerprint of that file.
    pub fingerprint: String,
    /// The entries that record it.
    pub records: LetterRecords,
}

/// Shows the entries that record some letters and appends them. What the journal has already is left out, so that it
/// does nothing the second time.
pub fn record_letters(
    written: &[WrittenLetter],
    only_show: bool,
    outcome: &Outcome,
    context: &mut CommandContext,
) -> Result<(), Failure> {
    let Some(source) = newest_source(outcome) else {
        return Ok(());
    };
    let letters = written.iter().map(|letter| {
        let path = relative_path(&source.path, &letter.path);
        (&letter.records, Some((path, letter.fingerprint.as_str())))
    });
    let entries = entries_to_add(letters, outcome, context);
    if entries.is_empty() {
        return Ok(());
    }
    let file = escape::escape_path(&source.path);
    let lead = if only_show {
        "would add to"
    } else {
        "added to"
    };
    let shown = format!("\n{lead} {file}:\n\n{}", escape::escape_lines(&entries));
    if !only_show {
        append_entries(source, &entries, outcome, context)?;
    }
    context.console.print(shown.as_bytes())
}

/// The file with the newest dated entry up to the day; of several that of the last. A journal kept a quarter a file
/// is added to in the quarter that runs. Without any such entry it is the root file.
pub fn newest_source(outcome: &Outcome) -> Option<&Source> {
    let as_of = outcome.ledger.as_of;
    let dated = outcome
        .journal
        .dated_entries()
        .filter(|(day, _)| *day <= as_of);
    let last = dated.max_by_key(|(day, origin)| (*day, origin.0));
    let newest = last.and_then(|(_, origin)| outcome.sources.source(origin));
    newest.or_else(|| outcome.sources.as_slice().first())
}

/// The entries that record some letters, each with the path and the fingerprint of its file where there is one; without
/// what is in the journal already.
pub fn entries_to_add<'l>(
    letters: impl Iterator<Item = (&'l LetterRecords, Option<(String, &'l str)>)>,
    outcome: &Outcome,
    context: &CommandContext,
) -> String {
    let journal_text = outcome.journal_text(&context.disk);
    let today = SentEntriesOfDay::new(&outcome.journal, outcome.ledger.as_of);
    let entries = letters.map(|(records, document)| {
        let document = document.as_ref();
        let document = document.map(|(path, fingerprint)| (path.as_str(), *fingerprint));
        records.new_entries(&outcome.journal, &journal_text, &today, document)
    });
    entries.collect()
}

/// The path of a letter as it counts from a file of the journal.
fn relative_path(file: &Path, letter: &Path) -> String {
    let (Ok(from), Ok(to)) = (absolute_folder(file), absolute_folder(letter)) else {
        return letter.display().to_string();
    };
    let shared = from.components().zip(to.components());
    let shared = shared.take_while(|(one, other)| one == other).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let down = to.components().skip(shared);
    let mut path: PathBuf = up.chain(down).collect();
    path.push(letter.file_name().unwrap_or_default());
    path.display().to_string()
}

/// The folder of a file, whole; of one that is not there yet, as much of it as is.
fn absolute_folder(file: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(file)?;
    let mut there = whole.parent().unwrap_or(Path::new("/"));
    let mut rest: Vec<&OsStr> = Vec::new();
    loop {
        match (there.canonicalize(), there.parent(), there.file_name()) {
            (Ok(found), ..) => {
                let mut found = found;
                found.extend(rest.iter().rev());
                return Ok(found);
            }
            (Err(_), Some(above), Some(name)) => {
                rest.push(name);
                there = above;
            }
            (Err(error), ..) => return Err(error),
        }
    }
}

fn append_entries(
    source: &Source,
    entries: &str,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<(), Failure> {
    let path = &source.path;
    let fetched = outcome.sources.reload_texts(&context.disk);
    fetched.map_err(|error| Failure::file_error("read", path, error))?;
    let before = context
        .disk
        .read_file(path)
        .map_err(|error| Failure::file_error("read", path, error))?;
    if !before.ends_with(source.bytes()) {
        return Err(Failure::changed_meanwhile(path));
    }
    let after = text_with_entries(&before, entries);
    sweep_leftovers(path.parent().unwrap_or(Path::new("")), &context.console);
    let change = FileChange {
        path,
        before: &before,
        after: &after,
    };
    replace_file(change, |after| {
        check_reads_back(path, after, outcome, context)
    })
}

/// A text with entries behind it, an empty line between, line ends as the text has them.
pub fn text_with_entries(before: &[u8], entries: &str) -> Vec<u8> {
    let windows = memchr::memmem::find(before, b"\r\n").is_some();
    let end: &[u8] = if windows { b"\r\n" } else { b"\n" };
    let mut after = before.to_vec();
    if !(after.is_empty() || after.ends_with(b"\n")) {
        after.extend_from_slice(end);
    }
    if !after.is_empty() {
        after.extend_from_slice(end);
    }
    for line in entries.lines() {
        after.extend_from_slice(line.as_bytes());
        after.extend_from_slice(end);
    }
    after
}

/// What is about to be written must read as a journal with no more errors than before.
fn check_reads_back(
    path: &Path,
    after: &[u8],
    before: &Outcome,
    context: &CommandContext,
) -> Result<(), Failure> {
    let mut overlay = Overlay::new(&context.disk);
    overlay.texts.insert(path.to_owned(), after.to_vec());
    let read = read_as_of(context.as_of, &overlay, context)?;
    let errors = read.findings.has_at_least(Severity::Error)
        && !before.findings.has_at_least(Severity::Error);
    if errors {
        return Err(Failure::internal("the entries to add would not read back"));
    }
    Ok(())
}

/// The journal as some files hold it, as of a day.
///
/// # Errors
/// It cannot be read.
pub fn read_as_of(
    day: NaiveDate,
    files: &dyn Files,
    context: &CommandContext,
) -> Result<Outcome, Failure> {
    let options = PipelineOptions {
        as_of: day,
        scope: CheckScope::Errors,
    };
    pipeline::run(&context.roots, files, options)
        .map_err(|error| Failure::environment(error.to_string()))
}
