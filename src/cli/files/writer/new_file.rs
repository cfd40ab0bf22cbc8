//! Puts a new file on disk, whole or not at all, and never over another one by accident.

use super::file_location::FileLocation;
use super::replace::{FileChange, replace_file};
use super::signal_guard::SignalGuard;
use super::temporary_file::{TemporaryFile, TextMarks};
use crate::cli::exit::Failure;
use rustix::fs::{AtFlags, Mode, RenameFlags, linkat, renameat_with};
use rustix::io::Errno;
use std::fs::Metadata;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::path::Path;

/// What to do when a file of that name is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExistingFile {
    /// Leave it alone and say so.
    Refuse,
    /// Replace it (`--force`).
    Replace,
}

/// Who may do what with a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAccess {
    /// As the user's own settings say.
    Usual,
    /// The same, and it can be run.
    Executable,
}

/// Writes a new file.
pub fn create_file(
    path: &Path,
    bytes: &[u8],
    existing: ExistingFile,
    access: FileAccess,
) -> Result<(), Failure> {
    match std::fs::metadata(path) {
        Ok(found) if !found.is_file() => write_through(path, bytes, &found),
        Ok(_) if existing == ExistingFile::Refuse => Err(exists_failure(path)),
        Ok(_) => overwrite_file(path, bytes),
        Err(_) => write_new_file(path, bytes, (existing, access)),
    }
}

fn exists_failure(path: &Path) -> Failure {
    Failure::usage(format!("{} exists already", path.display()))
        .with_help("`--force` overwrites it")
}

/// A terminal, a pipe, `/dev/null`: the user named it, so the bytes go there.
fn write_through(path: &Path, bytes: &[u8], found: &Metadata) -> Result<(), Failure> {
    if found.is_dir() {
        return Err(Failure::file_error("write", path, "it is a directory"));
    }
    let opened = std::fs::File::options().write(true).open(path);
    opened
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| Failure::file_error("write", path, error))
}

fn overwrite_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let before = std::fs::read(path).map_err(|error| Failure::file_error("read", path, error))?;
    let change = FileChange {
        path,
        before: &before,
        after: bytes,
    };
    replace_file(change, |_| Ok(()))
}

fn write_new_file(
    path: &Path,
    bytes: &[u8],
    (existing, access): (ExistingFile, FileAccess),
) -> Result<(), Failure> {
    let _calm = SignalGuard::block();
    let place =
        FileLocation::from_new(path).map_err(|error| Failure::file_error("write", path, error))?;
    let mode = match access {
        FileAccess::Usual => 0o666,
        FileAccess::Executable => 0o777,
    };
    let (marks, mode) = (TextMarks::new(None, bytes), Mode::from_raw_mode(mode));
    let mut new = TemporaryFile::create(&place.folder, &place.name, marks, mode)
        .map_err(|error| Failure::file_error("write", path, error))?;
    new.write_and_verify(bytes)
        .map_err(|error| Failure::file_error("write", path, error))?;
    match move_into_place(&place, new) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(match existing {
            ExistingFile::Refuse => exists_failure(path),
            // Somebody wrote it meanwhile: nobody asked to overwrite that.
            ExistingFile::Replace => Failure::changed_meanwhile(path),
        }),
        Err(error) => Err(Failure::file_error("write", path, error)),
        Ok(()) => place.sync_folder().map_err(|error| {
            let path = path.display();
            Failure::environment(format!(
                "{path} is written, but not confirmed on disk: {error}"
            ))
        }),
    }
}

/// Gives the file its name, unless a file of that name has come up meanwhile.
fn move_into_place(place: &FileLocation, mut new: TemporaryFile<'_, OwnedFd>) -> io::Result<()> {
    let folder = &place.folder;
    let renamed = renameat_with(
        folder,
        &new.name,
        folder,
        &place.name,
        RenameFlags::NOREPLACE,
    );
    match renamed {
        Ok(()) => new.mark_placed(),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            linkat(folder, &new.name, folder, &place.name, AtFlags::empty())?;
            new.remove()?;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
