//! Gives a file new content, all of it or nothing, unless somebody else changed it since it was read.
//!
//! ```text
//!  read and compare ─▶ temporary file ─▶ filled, synced, read back ─▶ looks like the old one
//!                                                                            │
//!        done ◀── old text removed ◀── folder synced ◀── still the same? ◀── exchanged in one step
//!                                                        and in nobody's hands?
//!                                                              │ no
//!                                                              └─▶ exchanged back, exit 4
//! ```

use super::file_content::holds_exactly;
use super::file_location::FileLocation;
use super::file_metadata;
use super::open_writers::find_open_writer;
use super::signal_guard::SignalGuard;
use super::temporary_file::{TemporaryFile, TextMarks};
use crate::cli::exit::{ExitStatus, Failure};
use rustix::fs::{Access, AtFlags, Mode, RenameFlags, accessat, renameat, renameat_with};
use rustix::io::Errno;
use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

/// What is to be written, and over what.
#[derive(Clone, Copy)]
pub struct FileChange<'a> {
    /// The file, as the user names it.
    pub path: &'a Path,
    /// What it held when we read it.
    pub before: &'a [u8],
    /// What it shall hold.
    pub after: &'a [u8],
}

/// Writes the new content. `confirm` looks at it once more and answers what is wrong with it.
pub fn replace_file(
    change: FileChange<'_>,
    confirm: impl FnOnce(&[u8]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    confirm(change.after).map_err(|why| Failure {
        message: format!(
            "{} was left as it is: {}",
            change.path.display(),
            why.message
        ),
        ..why
    })?;
    let place = FileLocation::from_existing(change.path)
        .map_err(|error| change.to_failure("find", error))?;
    let old = open_unchanged(&change, &place)?;
    let _calm = SignalGuard::block();
    let marks = TextMarks::new(Some(change.before), change.after);
    let mode = Mode::RUSR | Mode::WUSR;
    let mut new = TemporaryFile::create(&place.folder, &place.name, marks, mode)
        .map_err(|error| change.to_failure("make a new file beside", error))?;
    new.write_and_verify(change.after)
        .map_err(|error| change.to_failure("write the new text of", error))?;
    copy_file_metadata(&old, &new.file)
        .map_err(|error| change.to_failure("keep the owner and permissions of", error))?;
    exchange_and_check(&change, &place, &old, new)
}

impl FileChange<'_> {
    fn to_failure(self, doing: &str, error: impl Into<io::Error>) -> Failure {
        let error: io::Error = error.into();
        Failure::file_error(doing, self.path, format!("{error}; it was left as it is"))
    }
}

/// Opens the old file and sees that it is the one that was read, and one we may replace.
fn open_unchanged(change: &FileChange<'_>, place: &FileLocation) -> Result<File, Failure> {
    let opened = place.open_file(&place.name);
    let old = opened.map_err(|error| change.to_failure("open", error))?;
    // Two runs on one file take turns. Some file systems have no locks.
    let _locked = old.lock();
    let about = rustix::fs::fstat(&old).map_err(|error| change.to_failure("look at", error))?;
    if about.st_nlink > 1 {
        let why = "it has several names (hard links), and only this one would get the new text";
        return Err(Failure::file_error("replace", change.path, why)
            .with_help("remove the other names, or make them symbolic links"));
    }
    accessat(
        &place.folder,
        &place.name,
        Access::WRITE_OK,
        AtFlags::EACCESS,
    )
    .map_err(|error| change.to_failure("write", error))?;
    let same = holds_exactly(&old, change.before);
    if !same.map_err(|error| change.to_failure("read", error))? {
        return Err(Failure::changed_meanwhile(change.path));
    }
    // Displaced, it stands under a hidden name: the lock tells other runs that this one still looks at it.
    let _locked = old.try_lock_shared();
    match find_open_writer(&old) {
        Some(writer) => Err(Failure::open_elsewhere(change.path, &writer)),
        None => Ok(old),
    }
}

fn copy_file_metadata(old: &File, new: &File) -> io::Result<()> {
    file_metadata::copy_metadata(old, &rustix::fs::fstat(old)?, new)?;
    new.sync_all()
}

/// Puts the new file in place and looks what it displaced.
fn exchange_and_check(
    change: &FileChange<'_>,
    place: &FileLocation,
    old: &File,
    new: TemporaryFile<'_, OwnedFd>,
) -> Result<(), Failure> {
    match exchange_files(place, &new.name) {
        Ok(()) => {}
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            return replace_by_rename(change, place, old, new);
        }
        Err(error) => return Err(change.to_failure("put in place the new text of", error)),
    }
    let first_look = place.is_unchanged(&new.name, old, change.before);
    let synced = place.sync_folder();
    // Who opened the old file before it was displaced may write to it still: to be put back under its name, it must be
    // looked for before the last look at what the file holds.
    if let Some(writer) = find_open_writer(old) {
        let why = Failure::open_elsewhere(change.path, &writer);
        return Err(restore_displaced(change, place, new, why));
    }
    let second_look = place.is_unchanged(&new.name, old, change.before);
    match first_look.and_then(|same| Ok(same && second_look?)) {
        Ok(true) => finish_replacement(change, new, synced),
        Ok(false) => Err(restore_displaced(
            change,
            place,
            new,
            Failure::changed_meanwhile(change.path),
        )),
        Err(error) => {
            let why = change.to_failure("see what was displaced from", error);
            Err(restore_displaced(change, place, new, why))
        }
    }
}

fn exchange_files(place: &FileLocation, other: &OsStr) -> Result<(), Errno> {
    renameat_with(
        &place.folder,
        other,
        &place.folder,
        &place.name,
        RenameFlags::EXCHANGE,
    )
}

/// The new text stands; the old one goes.
fn finish_replacement(
    change: &FileChange<'_>,
    new: TemporaryFile<'_, OwnedFd>,
    synced: io::Result<()>,
) -> Result<(), Failure> {
    let leftover = new.name.clone();
    let removed = new.remove();
    synced.map_err(|error| unconfirmed_failure(change, &error))?;
    removed.map_err(|error| {
        let leftover = leftover.display();
        let words = format!("it is written; its old text is still there as {leftover} ({error})");
        Failure::file_error("tidy up after", change.path, words)
    })
}

/// Somebody saved between our reading and our writing: their text gets its place back.
fn restore_displaced(
    change: &FileChange<'_>,
    place: &FileLocation,
    mut new: TemporaryFile<'_, OwnedFd>,
    why: Failure,
) -> Failure {
    let back = exchange_files(place, &new.name);
    let ours = place.is_unchanged(&new.name, &new.file, change.after);
    if back.is_ok() && ours.unwrap_or(false) {
        return why;
    }
    // The hidden file may hold the only copy of somebody's text: it must stay.
    new.mark_placed();
    let hidden = place.path.join(&new.name);
    let happened = match (&back, why.status) {
        (Err(error), _) => format!("its old text could not be put back ({error})"),
        (Ok(()), ExitStatus::ChangedMeanwhile) => "somebody saved it at the same moment".to_owned(),
        (Ok(()), _) => why.message,
    };
    let words = format!(
        "{happened}; one of the two texts is in {}",
        hidden.display()
    );
    Failure::file_error("settle", change.path, words)
        .with_help("compare the two and keep the right one")
}

/// The way of file systems that cannot exchange two files: look once more, then rename.
fn replace_by_rename(
    change: &FileChange<'_>,
    place: &FileLocation,
    old: &File,
    mut new: TemporaryFile<'_, OwnedFd>,
) -> Result<(), Failure> {
    let same = place.is_unchanged(&place.name, old, change.before);
    if !same.map_err(|error| change.to_failure("read", error))? {
        return Err(Failure::changed_meanwhile(change.path));
    }
    renameat(&place.folder, &new.name, &place.folder, &place.name)
        .map_err(|error| change.to_failure("put in place the new text of", error))?;
    new.mark_placed();
    place
        .sync_folder()
        .map_err(|error| unconfirmed_failure(change, &error))
}

fn unconfirmed_failure(change: &FileChange<'_>, error: &io::Error) -> Failure {
    Failure::environment(format!(
        "{} is written, but not confirmed on disk: {error}",
        change.path.display()
    ))
}
