//! A new file under a hidden name in the folder where it will stand, removed unless it is put in place.

use rustix::fs::{AtFlags, Dir, Mode, OFlags, openat, unlinkat};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Read, Seek, Write};
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;

/// How often another name is tried when the first is taken.
const ATTEMPTS: usize = 16;
/// How many letters and digits make a name nobody can guess.
const RANDOM_DIGITS: usize = 16;

/// A file that does not yet have its name. Dropped, it is gone.
pub struct TemporaryFile<'d, D: AsFd> {
    folder: &'d D,
    /// Its name for the time being.
    pub name: OsString,
    /// The open file.
    pub file: File,
    is_placed: bool,
}

impl<'d, D: AsFd> TemporaryFile<'d, D> {
    /// Makes one beside the file called `target`; nobody but us may read it while `mode` says so.
    pub fn create(folder: &'d D, target: &OsStr, mode: Mode) -> io::Result<Self> {
        let flags =
            OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::RDWR | OFlags::CLOEXEC;
        for _ in 0..ATTEMPTS {
            let name = hidden_name(target);
            match openat(folder, &name, flags, mode) {
                Ok(file) => {
                    let file = File::from(file);
                    let temporary = Self {
                        folder,
                        name,
                        file,
                        is_placed: false,
                    };
                    // The lock tells other runs that this one is alive. Some file systems have no locks.
                    let _locked = temporary.file.try_lock();
                    return Ok(temporary);
                }
                Err(Errno::EXIST) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Puts the bytes into it, down to the disk, and reads them back.
    pub fn write_and_verify(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.file.sync_all()?;
        self.file.rewind()?;
        let mut written = Vec::with_capacity(bytes.len());
        self.file.read_to_end(&mut written)?;
        if written == bytes {
            Ok(())
        } else {
            Err(io::Error::other("what was written does not read back"))
        }
    }

    /// It has been put in place: its hidden name no longer exists.
    pub fn mark_placed(&mut self) {
        self.is_placed = true;
    }

    /// Removes the hidden name now, and says whether that worked.
    pub fn remove(mut self) -> io::Result<()> {
        self.is_placed = true;
        Ok(unlinkat(self.folder, &self.name, AtFlags::empty())?)
    }
}

impl<D: AsFd> Drop for TemporaryFile<'_, D> {
    fn drop(&mut self) {
        if !self.is_placed {
            let _gone = unlinkat(self.folder, &self.name, AtFlags::empty());
        }
    }
}

fn hidden_prefix(target: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(target);
    prefix.push(".tegoed-");
    prefix
}

fn hidden_name(target: &OsStr) -> OsString {
    let mut name = hidden_prefix(target);
    // Seeded by the operating system, so that nobody can lay a link in our way.
    name.push(format!(
        "{:016x}",
        RandomState::new().build_hasher().finish()
    ));
    name
}

/// Removes what a run that was killed left beside a file. A run that is still alive holds its lock.
pub fn remove_abandoned_files(folder: impl AsFd, target: &OsStr) {
    let prefix = hidden_prefix(target);
    let Ok(entries) = Dir::read_from(&folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if is_leftover(name, &prefix) && is_abandoned(&folder, name) {
            let _gone = unlinkat(&folder, name, AtFlags::empty());
        }
    }
}

fn is_leftover(name: &OsStr, prefix: &OsStr) -> bool {
    let digits = name
        .as_encoded_bytes()
        .strip_prefix(prefix.as_encoded_bytes());
    digits.is_some_and(|digits| {
        digits.len() == RANDOM_DIGITS && digits.iter().all(u8::is_ascii_hexdigit)
    })
}

fn is_abandoned(folder: impl AsFd, name: &OsStr) -> bool {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let Ok(file) = openat(folder, name, flags, Mode::empty()) else {
        return false;
    };
    let file = File::from(file);
    file.metadata().is_ok_and(|about| about.is_file()) && file.try_lock().is_ok()
}
