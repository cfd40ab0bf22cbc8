//! A new file under a hidden name in the folder where it will stand, removed unless it is put in place.

use super::file_content::holds_exactly;
use crate::text::sha256::sha256_hex;
use rustix::fs::{AtFlags, Mode, OFlags, openat, unlinkat};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Seek, Write};
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;

/// How often another name is tried when the first is taken.
const ATTEMPTS: usize = 16;
/// What stands between the name of a file and the digits of a hidden file beside it.
const SIGN: &str = ".tegoed-";
/// How many digits make a name nobody can guess.
const RANDOM_DIGITS: usize = 16;
/// How many digits make a mark.
const MARK_DIGITS: usize = 8;

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
    pub fn create(folder: &'d D, target: &OsStr, marks: TextMarks, mode: Mode) -> io::Result<Self> {
        let flags =
            OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::RDWR | OFlags::CLOEXEC;
        for _ in 0..ATTEMPTS {
            let name = hidden_name(target, marks);
            match openat(folder, &name, flags, mode) {
                Ok(file) => {
                    let file = File::from(file);
                    let temporary = Self {
                        folder,
                        name,
                        file,
                        is_placed: false,
                    };
                    // The lock tells other runs that this one is alive. Some file systems have no locks. Who looked before
                    // it was there may have taken the file for a leftover: then another one is made.
                    let _locked = temporary.file.lock();
                    if rustix::fs::fstat(&temporary.file)?.st_nlink > 0 {
                        return Ok(temporary);
                    }
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
        if holds_exactly(&self.file, bytes)? {
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

/// Marks of the texts that a hidden file may hold and that nobody needs once its run has ended: the one that is to be put
/// in place, and the one it displaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextMarks([u32; 2]);

impl TextMarks {
    /// The marks of what is displaced and of what is put in place; a new file displaces nothing.
    pub fn new(before: Option<&[u8]>, after: &[u8]) -> Self {
        let after = mark_of(after);
        Self([before.map_or(after, mark_of), after])
    }

    /// Whether a text is one of the two.
    pub fn fit(self, text: &[u8]) -> bool {
        self.0.contains(&mark_of(text))
    }
}

/// The beginning of the fingerprint of a text.
fn mark_of(text: &[u8]) -> u32 {
    let print = sha256_hex(text);
    let start = print.get(..MARK_DIGITS).unwrap_or_default();
    u32::from_str_radix(start, 16).unwrap_or_default()
}

/// `.main.tegoed.tegoed-` and digits: those nobody can guess, and the marks.
fn hidden_name(target: &OsStr, TextMarks([before, after]): TextMarks) -> OsString {
    let mut name = OsString::from(".");
    name.push(target);
    // Seeded by the operating system, so that nobody can lay a link in our way.
    let random = RandomState::new().build_hasher().finish();
    name.push(format!("{SIGN}{random:016x}{before:08x}{after:08x}"));
    name
}

/// The file that a hidden file stands beside, and the marks in its name where it has them; `None` for other names.
pub fn parse_hidden_name(name: &OsStr) -> Option<(&OsStr, Option<TextMarks>)> {
    let rest = name.as_bytes().strip_prefix(b".")?;
    let at = memchr::memmem::rfind(rest, SIGN.as_bytes())?;
    let (target, digits) = rest.split_at_checked(at)?;
    let digits = std::str::from_utf8(digits.get(SIGN.len()..)?).ok()?;
    if target.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let target = OsStr::from_bytes(target);
    if digits.len() == RANDOM_DIGITS {
        return Some((target, None));
    }
    let (_, marks) = digits.split_at_checked(RANDOM_DIGITS)?;
    let (before, after) = marks.split_at_checked(MARK_DIGITS)?;
    if after.len() != MARK_DIGITS {
        return None;
    }
    let mark = |digits| u32::from_str_radix(digits, 16).ok();
    Some((target, Some(TextMarks([mark(before)?, mark(after)?]))))
}
