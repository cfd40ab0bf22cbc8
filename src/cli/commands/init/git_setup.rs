//! What `init` tells git: how journals are stored and shown, and what is checked before a commit.

use crate::cli::console::Console;
use crate::cli::escape;
use crate::cli::exit::Failure;
use crate::cli::files::disk::normalise_path;
use crate::cli::files::repository;
use crate::cli::files::repository::{ATTRIBUTES_LINE, GitRepository};
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::files::writer::replace::{FileChange, replace_file};
use crate::language::init::InitMessageWords;
use std::io;
use std::path::Path;

/// What tells git how to treat files.
const ATTRIBUTES_FILE: &str = ".gitattributes";
/// How it names journals.
const ATTRIBUTES_PATTERN: &str = "*.tegoed";
/// How git finds the entry above a changed line.
const HUNK_HEADERS: &str = "git config diff.tegoed.xfuncname \
'^([0-9]{4}-[0-9]{2}-[0-9]{2} .*|(customer|policy) .*|business.*)$'";

/// How to let `git diff` name the entry above each change.
pub fn describe_hunk_headers(words: &InitMessageWords) -> String {
    format!("{}\n  {HUNK_HEADERS}\n", words.hunk_headers)
}

/// Whether git is told of journals in a folder.
pub fn has_attributes(folder: &Path) -> bool {
    let text = std::fs::read(folder.join(ATTRIBUTES_FILE)).unwrap_or_default();
    String::from_utf8_lossy(&text).contains(ATTRIBUTES_PATTERN)
}

/// Sees to the line of `.gitattributes`; an existing file gets it added.
pub fn write_attributes(folder: &Path, words: &InitMessageWords) -> Result<String, Failure> {
    let path = normalise_path(&folder.join(ATTRIBUTES_FILE));
    let line = format!("{ATTRIBUTES_LINE}\n");
    let before = match std::fs::read(&path) {
        Ok(before) => before,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            create_file(
                &path,
                line.as_bytes(),
                ExistingFile::Refuse,
                FileAccess::Usual,
            )?;
            return Ok((words.wrote)(&escape::escape_path(&path)));
        }
        Err(error) => return Err(Failure::file_error("read", &path, error)),
    };
    if String::from_utf8_lossy(&before).contains(ATTRIBUTES_PATTERN) {
        return Ok(String::new());
    }
    let mut after = before.clone();
    if !(after.is_empty() || after.ends_with(b"\n")) {
        after.push(b'\n');
    }
    after.extend_from_slice(line.as_bytes());
    let change = FileChange {
        path: &path,
        before: &before,
        after: &after,
    };
    replace_file(change, |_| Ok(()))?;
    Ok((words.added_line)(&escape::escape_path(&path)))
}

/// Puts a hook that checks the journal before each commit, unless there is one.
pub fn write_hook(
    repository: &GitRepository,
    journal: &Path,
    words: &InitMessageWords,
    console: &Console,
) -> Result<String, Failure> {
    let path = &repository.hook_path;
    if path.symlink_metadata().is_ok() {
        return Ok((words.left_hook)(&escape::escape_path(path)));
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::file_error("make", folder, error))?;
        sweep_leftovers(folder, console);
    }
    let script = repository::hook_script(&repository.prefix.join(journal));
    create_file(
        path,
        script.as_bytes(),
        ExistingFile::Refuse,
        FileAccess::Executable,
    )?;
    Ok((words.wrote)(&escape::escape_path(path)))
}
