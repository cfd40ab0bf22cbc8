//! Gives a file new content, all of it or nothing, unless somebody else changed it since it was read.
//!
//! ```text
//!  read and compare ─▶ temporary file ─▶ filled, synced, read back ─▶ looks like the old one
//!                                                                            │
//!        done ◀── old text removed ◀── folder synced ◀── still the same? ◀── exchanged in one step
//!                                                              │ no
//!                                                              └─▶ exchanged back, exit 4
//! ```

use super::calm::Calm;
use super::likeness;
use super::place::Place;
use super::temporary::{Temporary, sweep};
use crate::cli::exit::Stop;
use rustix::fs::{Access, AtFlags, Mode, RenameFlags, accessat, renameat, renameat_with};
use rustix::io::Errno;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::path::Path;

/// What is to be written, and over what.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// The file, as the user names it.
    pub path: &'a Path,
    /// What it held when we read it.
    pub before: &'a [u8],
    /// What it shall hold.
    pub after: &'a [u8],
}

/// Writes the new content. `confirm` looks at it once more and answers what is wrong with it.
pub fn replace(
    change: Change<'_>,
    confirm: impl FnOnce(&[u8]) -> Result<(), String>,
) -> Result<(), Stop> {
    confirm(change.after).map_err(|why| {
        Stop::broken(format!(
            "{} was left as it is: {why}",
            change.path.display()
        ))
    })?;
    let place = Place::of_existing(change.path).map_err(|error| change.refused("find", error))?;
    let old = open_unchanged(&change, &place)?;
    let _calm = Calm::begin();
    sweep(&place.folder, &place.name);
    let mut new = Temporary::create(&place.folder, &place.name, Mode::RUSR | Mode::WUSR)
        .map_err(|error| change.refused("make a new file beside", error))?;
    new.fill(change.after)
        .map_err(|error| change.refused("write the new text of", error))?;
    dress(&old, &new.file)
        .map_err(|error| change.refused("keep the owner and permissions of", error))?;
    swap(&change, &place, &old, new)
}

impl Change<'_> {
    fn refused(&self, doing: &str, error: impl Into<io::Error>) -> Stop {
        let error: io::Error = error.into();
        Stop::file(doing, self.path, format!("{error}; nothing was changed"))
    }
}

/// Opens the old file and sees that it is the one that was read, and one we may replace.
fn open_unchanged(change: &Change<'_>, place: &Place) -> Result<File, Stop> {
    let opened = place.open(&place.name);
    let mut old = opened.map_err(|error| change.refused("open", error))?;
    // Two runs on one file take turns. Some file systems have no locks.
    let _locked = old.lock();
    let about = rustix::fs::fstat(&old).map_err(|error| change.refused("look at", error))?;
    if about.st_nlink > 1 {
        let why = "it has several names (hard links), and only this one would get the new text";
        return Err(Stop::file("replace", change.path, why)
            .help("remove the other names, or make them symbolic links"));
    }
    accessat(
        &place.folder,
        &place.name,
        Access::WRITE_OK,
        AtFlags::EACCESS,
    )
    .map_err(|error| change.refused("write", error))?;
    let mut found = Vec::with_capacity(change.before.len());
    let read = old.read_to_end(&mut found);
    read.map_err(|error| change.refused("read", error))?;
    if found == change.before {
        Ok(old)
    } else {
        Err(Stop::changed_meanwhile(change.path))
    }
}

fn dress(old: &File, new: &File) -> io::Result<()> {
    likeness::copy(old, &rustix::fs::fstat(old)?, new)?;
    new.sync_all()
}

/// Puts the new file in place and looks what it displaced.
fn swap(
    change: &Change<'_>,
    place: &Place,
    old: &File,
    new: Temporary<'_, OwnedFd>,
) -> Result<(), Stop> {
    match exchange(place, &new.name) {
        Ok(()) => {}
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => return rename(change, place, old, new),
        Err(error) => return Err(change.refused("put in place the new text of", error)),
    }
    let first_look = place.is_still(&new.name, old, change.before);
    let synced = place.sync();
    // Who had the old file open may have written to it until now.
    let second_look = place.is_still(&new.name, old, change.before);
    match first_look.and_then(|same| Ok(same && second_look?)) {
        Ok(true) => settle(change, new, synced),
        Ok(false) => Err(put_back(
            change,
            place,
            new,
            Stop::changed_meanwhile(change.path),
        )),
        Err(error) => {
            let why = change.refused("see what was displaced from", error);
            Err(put_back(change, place, new, why))
        }
    }
}

fn exchange(place: &Place, other: &OsStr) -> Result<(), Errno> {
    renameat_with(
        &place.folder,
        other,
        &place.folder,
        &place.name,
        RenameFlags::EXCHANGE,
    )
}

/// The new text stands; the old one goes.
fn settle(
    change: &Change<'_>,
    new: Temporary<'_, OwnedFd>,
    synced: io::Result<()>,
) -> Result<(), Stop> {
    let leftover = new.name.clone();
    let removed = new.remove();
    synced.map_err(|error| unconfirmed(change, &error))?;
    removed.map_err(|error| {
        let leftover = leftover.display();
        let words = format!("it is written; its old text is still there as {leftover} ({error})");
        Stop::file("tidy up after", change.path, words)
    })
}

/// Somebody saved between our reading and our writing: his text gets its place back.
fn put_back(
    change: &Change<'_>,
    place: &Place,
    mut new: Temporary<'_, OwnedFd>,
    why: Stop,
) -> Stop {
    let back = exchange(place, &new.name);
    let ours = place.is_still(&new.name, &new.file, change.after);
    if back.is_ok() && ours.unwrap_or(false) {
        return why;
    }
    // The hidden file may hold the only copy of somebody's text: it must stay.
    new.placed();
    let hidden = place.path.join(&new.name);
    let words = format!(
        "somebody saved it at the same moment; one of the two texts is in {}",
        hidden.display()
    );
    Stop::file("settle", change.path, words).help("compare the two and keep the right one")
}

/// The way of file systems that cannot exchange two files: look once more, then rename.
fn rename(
    change: &Change<'_>,
    place: &Place,
    old: &File,
    mut new: Temporary<'_, OwnedFd>,
) -> Result<(), Stop> {
    let same = place.is_still(&place.name, old, change.before);
    if !same.map_err(|error| change.refused("read", error))? {
        return Err(Stop::changed_meanwhile(change.path));
    }
    renameat(&place.folder, &new.name, &place.folder, &place.name)
        .map_err(|error| change.refused("put in place the new text of", error))?;
    new.placed();
    place.sync().map_err(|error| unconfirmed(change, &error))
}

fn unconfirmed(change: &Change<'_>, error: &io::Error) -> Stop {
    Stop::environment(format!(
        "{} is written, but not confirmed on disk: {error}",
        change.path.display()
    ))
}
