//! Puts a new file on disk, whole or not at all, and never over another one by accident.

use super::calm::Calm;
use super::place::Place;
use super::replace::{Change, replace};
use super::temporary::Temporary;
use crate::cli::exit::Stop;
use rustix::fs::{AtFlags, Mode, RenameFlags, linkat, renameat_with};
use rustix::io::Errno;
use std::fs::Metadata;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::path::Path;

/// What to do when a file of that name is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it alone and say so.
    Refuse,
    /// Replace it (`--force`).
    Replace,
}

/// Who may do what with a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// As the user's own settings say.
    Usual,
    /// The same, and it can be run.
    Executable,
}

/// Writes a new file.
pub fn create(path: &Path, bytes: &[u8], existing: Existing, access: Access) -> Result<(), Stop> {
    match std::fs::metadata(path) {
        Ok(found) if !found.is_file() => write_through(path, bytes, &found),
        Ok(_) if existing == Existing::Refuse => Err(taken(path)),
        Ok(_) => overwrite(path, bytes),
        Err(_) => write_new(path, bytes, access),
    }
}

fn taken(path: &Path) -> Stop {
    Stop::usage(format!("{} exists already", path.display())).help("`--force` overwrites it")
}

/// A terminal, a pipe, `/dev/null`: the user named it, so the bytes go there.
fn write_through(path: &Path, bytes: &[u8], found: &Metadata) -> Result<(), Stop> {
    if found.is_dir() {
        return Err(Stop::file("write", path, "it is a directory"));
    }
    let opened = std::fs::File::options().write(true).open(path);
    opened
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| Stop::file("write", path, error))
}

fn overwrite(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let before = std::fs::read(path).map_err(|error| Stop::file("read", path, error))?;
    let change = Change {
        path,
        before: &before,
        after: bytes,
    };
    replace(change, |_| Ok(()))
}

fn write_new(path: &Path, bytes: &[u8], access: Access) -> Result<(), Stop> {
    let _calm = Calm::begin();
    let place = Place::of_new(path).map_err(|error| Stop::file("write", path, error))?;
    let mode = match access {
        Access::Usual => 0o666,
        Access::Executable => 0o777,
    };
    let mut new = Temporary::create(&place.folder, &place.name, Mode::from_raw_mode(mode))
        .map_err(|error| Stop::file("write", path, error))?;
    new.fill(bytes)
        .map_err(|error| Stop::file("write", path, error))?;
    match name_it(&place, new) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(taken(path)),
        Err(error) => Err(Stop::file("write", path, error)),
        Ok(()) => place.sync().map_err(|error| {
            let path = path.display();
            Stop::environment(format!(
                "{path} is written, but not confirmed on disk: {error}"
            ))
        }),
    }
}

/// Gives the file its name, unless a file of that name has come up meanwhile.
fn name_it(place: &Place, mut new: Temporary<'_, OwnedFd>) -> io::Result<()> {
    let folder = &place.folder;
    let renamed = renameat_with(
        folder,
        &new.name,
        folder,
        &place.name,
        RenameFlags::NOREPLACE,
    );
    match renamed {
        Ok(()) => new.placed(),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            linkat(folder, &new.name, folder, &place.name, AtFlags::empty())?;
            new.remove()?;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
