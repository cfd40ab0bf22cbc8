//! Which journal is meant: what was asked for, else what the environment names, else the nearest one upwards.

use super::disk::STANDARD_INPUT;
use crate::cli::exit::Failure;
use crate::load::journal_file_kind::{
    JOURNAL_EXTENSION, JournalFileKind, journal_file_kind, read_head,
};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// The variable that names a journal.
pub const JOURNAL_VARIABLE: &str = "TEGOED_FILE";

/// Finds the files to read as one journal; the first is the root. `named` are those of `-f`, `variable` is the
/// value of `TEGOED_FILE`.
pub fn find_roots(named: &[PathBuf], variable: Option<OsString>) -> Result<FoundRoots, Failure> {
    if !named.is_empty() {
        return check_named_roots(named).map(FoundRoots::named);
    }
    match variable.filter(|value| !value.is_empty()) {
        Some(value) => root_from_variable(PathBuf::from(value)).map(FoundRoots::named),
        None => find_nearest_roots(),
    }
}

/// The files to read as one journal.
#[derive(Clone, Debug)]
pub struct FoundRoots {
    /// The first is the root.
    pub files: Vec<PathBuf>,
    /// Files with entries that lie nearer than the root and do not say `format`: parts of that journal, or another one
    /// that was passed over.
    pub passed_over: Vec<PathBuf>,
    /// The same of journals that say nothing.
    pub passed_over_empty: Vec<PathBuf>,
}

impl FoundRoots {
    const fn named(files: Vec<PathBuf>) -> Self {
        Self {
            files,
            passed_over: Vec::new(),
            passed_over_empty: Vec::new(),
        }
    }
}

fn check_named_roots(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    for root in named.iter().filter(|root| *root != STANDARD_INPUT) {
        check_exists(root).map_err(|error| Failure::file_error("read", root, error))?;
    }
    Ok(named.to_vec())
}

fn root_from_variable(path: PathBuf) -> Result<Vec<PathBuf>, Failure> {
    check_exists(&path).map_err(|error| {
        Failure::file_error("read", &path, error).with_help(format!(
            "{JOURNAL_VARIABLE} names this file; correct it, or unset it"
        ))
    })?;
    Ok(vec![path])
}

fn check_exists(path: &Path) -> io::Result<()> {
    std::fs::metadata(path).map(|_| ())
}

/// Looks in this folder, then in each one above it. A journal that cannot be read, or whose `format` line is misspelled,
/// ends the search: the figures of another one would be those of another administration.
fn find_nearest_roots() -> Result<FoundRoots, Failure> {
    let here = std::env::current_dir().map_err(|error| {
        Failure::environment(format!("cannot tell which folder this is: {error}"))
    })?;
    let (mut headless, mut passed_over, mut passed_over_empty) =
        (Vec::new(), Vec::new(), Vec::new());
    let mut prefix = PathBuf::new();
    for folder in here.ancestors() {
        let mut roots = Vec::new();
        let (mut with_entries, mut empty) = (Vec::new(), Vec::new());
        for name in journals_in(folder) {
            let shown = prefix.join(&name);
            match head_of(&folder.join(&name)) {
                JournalFileKind::Root => roots.push(shown),
                JournalFileKind::Part => {
                    headless.push(shown.clone());
                    with_entries.push(shown);
                }
                JournalFileKind::Comments => headless.push(shown),
                JournalFileKind::Empty => {
                    headless.push(shown.clone());
                    empty.push(shown);
                }
                JournalFileKind::Broken(why) => return Err(broken_root_failure(&shown, &why)),
            }
        }
        if roots.len() > 1 {
            return Err(several_roots_failure(&roots));
        }
        if let Some(root) = roots.pop() {
            return Ok(FoundRoots {
                files: vec![root],
                passed_over,
                passed_over_empty,
            });
        }
        passed_over.extend(with_entries);
        passed_over_empty.extend(empty);
        prefix.push("..");
    }
    Err(no_root_failure(&here, &headless))
}

/// Names of journals in a folder, sorted. A folder that cannot be read has none.
fn journals_in(folder: &Path) -> Vec<OsString> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<OsString> = entries
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name())
        .filter(|name| {
            let hidden = name.as_encoded_bytes().starts_with(b".");
            !hidden
                && Path::new(name)
                    .extension()
                    .is_some_and(|end| end == JOURNAL_EXTENSION)
        })
        .collect();
    names.sort();
    names
}

fn head_of(path: &Path) -> JournalFileKind {
    match std::fs::File::open(path).and_then(read_head) {
        Ok(bytes) => journal_file_kind(&bytes),
        Err(error) => JournalFileKind::Broken(format!("it cannot be read: {error}")),
    }
}

/// That a nearer journal stands in the way of the one that was found.
pub fn broken_root_failure(path: &Path, why: &str) -> Failure {
    Failure::usage(format!(
        "{} is no journal as it is, and no other one is read in its place: {why}",
        path.display()
    ))
    .with_help("mend it, or name the journal that is meant with `-f FILE`")
}

fn join_paths(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    names.join(", ")
}

fn several_roots_failure(roots: &[PathBuf]) -> Failure {
    Failure::usage(format!(
        "which journal? each of these has a `format` line: {}",
        join_paths(roots)
    ))
    .with_help("name one with `-f FILE`, or keep `format` in the root file only")
}

fn no_root_failure(here: &Path, headless: &[PathBuf]) -> Failure {
    let without = if headless.is_empty() {
        String::new()
    } else {
        format!(" (without one: {})", join_paths(headless))
    };
    let here = here.display();
    Failure::usage(format!(
        "no journal found: {JOURNAL_VARIABLE} is not set, and neither {here} nor a folder above it has a \
         .{JOURNAL_EXTENSION} file with a `format` line{without}"
    ))
    .with_help("name it with `-f FILE`, or begin one with `tegoed init`")
}
