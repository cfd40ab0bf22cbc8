//! Which journal is meant: what was asked for, else what the environment names, else the nearest one upwards.

use super::disk::STANDARD_INPUT;
use crate::cli::exit::Failure;
use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The variable that names a journal.
pub const JOURNAL_VARIABLE: &str = "TEGOED_FILE";
/// The extension of journals.
const JOURNAL_EXTENSION: &str = "tegoed";
/// The `format` line of a root file stands within this many bytes, or the file is not found by itself.
const MAX_HEAD_BYTES: u64 = 64 * 1024;

/// Finds the files to read as one journal; the first is the root. `named` are those of `-f`, `variable` is the
/// value of `TEGOED_FILE`.
pub fn find_roots(named: &[PathBuf], variable: Option<OsString>) -> Result<Vec<PathBuf>, Failure> {
    if !named.is_empty() {
        return check_named_roots(named);
    }
    match variable.filter(|value| !value.is_empty()) {
        Some(value) => root_from_variable(PathBuf::from(value)),
        None => find_nearest_roots(),
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

/// Looks in this folder, then in each one above it.
fn find_nearest_roots() -> Result<Vec<PathBuf>, Failure> {
    let here = std::env::current_dir().map_err(|error| {
        Failure::environment(format!("cannot tell which folder this is: {error}"))
    })?;
    let mut headless = Vec::new();
    let mut prefix = PathBuf::new();
    for folder in here.ancestors() {
        let mut roots = Vec::new();
        for name in journals_in(folder) {
            let shown = prefix.join(&name);
            match has_format_line(&folder.join(&name)) {
                Ok(true) => roots.push(shown),
                _ => headless.push(shown),
            }
        }
        if roots.len() > 1 {
            return Err(several_roots_failure(&roots));
        }
        if let Some(root) = roots.pop() {
            return Ok(vec![root]);
        }
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

/// Whether a file says `format` at the start of a line: the mark of a root file.
fn has_format_line(path: &Path) -> io::Result<bool> {
    let mut text = Vec::new();
    std::fs::File::open(path)?
        .take(MAX_HEAD_BYTES)
        .read_to_end(&mut text)?;
    let text = text
        .strip_prefix("\u{feff}".as_bytes())
        .unwrap_or(text.as_slice());
    Ok(text
        .split(|byte| *byte == b'\n')
        .any(|line| line.starts_with(b"format ")))
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
