//! What a run that was killed left in a folder: hidden files of this writer. Nothing is removed unread.
//!
//! A hidden file may hold what the writer was to put in place, what it displaced, or, where an editor saved in the same
//! moment, the only copy of somebody's text. Its name carries marks of the first two, so that the third is known.

use super::temporary_file::parse_hidden_name;
use crate::cli::console::Console;
use crate::cli::escape;
use rustix::fs::{AtFlags, Dir, Mode, OFlags, open, openat, unlinkat};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::Read;
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Removes from a folder what killed runs of this program left of their own making. What may be somebody's text stays,
/// and is named on standard error. A run that is still alive keeps its files.
pub fn sweep_leftovers(folder: &Path, console: &Console) {
    let folder_path = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let flags = OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC;
    let Ok(opened) = open(folder_path, flags, Mode::empty()) else {
        return;
    };
    for (name, target) in hidden_files(&opened) {
        let Some((_locked, text)) = read_abandoned(&opened, &name) else {
            continue;
        };
        // A run that is alive has its new text in place, locked, while it looks at what that displaced.
        let beside = open_plain(&opened, &target);
        if beside.is_some_and(|file| file.try_lock_shared().is_err()) {
            continue;
        }
        if is_own_making(&opened, &name, &target, &text) {
            let _gone = unlinkat(&opened, &name, AtFlags::empty());
            continue;
        }
        let (left, target) = (folder.join(&name), folder.join(&target));
        console.print_to_stderr(&format!(
            "note: {} was left by a run that was stopped, and holds what is not in {}: compare the two, keep what is \
             right, and remove it\n",
            escape::escape_path(&left),
            escape::escape_path(&target)
        ));
    }
}

/// Whether a name is that of a hidden file of this writer.
pub fn is_leftover_name(name: &OsStr) -> bool {
    parse_hidden_name(name).is_some()
}

/// The hidden files of this writer in a folder, each with the name of the file it stands beside, sorted.
fn hidden_files(folder: impl AsFd) -> Vec<(OsString, OsString)> {
    let Ok(entries) = Dir::read_from(&folder) else {
        return Vec::new();
    };
    let names = entries.flatten().filter_map(|entry| {
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        let (target, _) = parse_hidden_name(name)?;
        Some((name.to_owned(), target.to_owned()))
    });
    let mut found: Vec<_> = names.collect();
    found.sort();
    found
}

/// A hidden file whose run has ended, locked, and what it holds; a run that is alive holds its lock.
fn read_abandoned(folder: impl AsFd, name: &OsStr) -> Option<(File, Vec<u8>)> {
    let mut file = open_plain(folder, name)?;
    file.try_lock().ok()?;
    let mut text = Vec::new();
    file.read_to_end(&mut text).ok()?;
    Some((file, text))
}

fn open_plain(folder: impl AsFd, name: &OsStr) -> Option<File> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = File::from(openat(folder, name, flags, Mode::empty()).ok()?);
    file.metadata()
        .is_ok_and(|about| about.is_file())
        .then_some(file)
}

/// Whether a text is one that this writer made, or knew when it displaced it: the marks in the name say so, or its words
/// are those that the file beside it begins with.
fn is_own_making(folder: impl AsFd, name: &OsStr, target: &OsStr, text: &[u8]) -> bool {
    let Some((_, marks)) = parse_hidden_name(name) else {
        return false;
    };
    if text.is_empty() || marks.is_some_and(|marks| marks.fit(text)) {
        return true;
    }
    let mut there = Vec::new();
    let beside = open_plain(folder, target).and_then(|mut file| file.read_to_end(&mut there).ok());
    let mut there = words_of(&there);
    beside.is_some() && words_of(text).all(|byte| there.next() == Some(byte))
}

/// Every byte of a text that is no blank and no line end.
fn words_of(text: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    text.iter().copied().filter(move |byte| !blank(byte))
}
