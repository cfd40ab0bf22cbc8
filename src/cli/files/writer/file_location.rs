//! Where a file really stands: its folder held open, its name in it, symbolic links followed.

use super::file_content::holds_exactly;
use rustix::fs::{AtFlags, Mode, OFlags, fstat, open, openat, statat};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Seek};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

/// A folder and a name in it.
pub struct FileLocation {
    /// The path of the folder.
    pub path: PathBuf,
    /// The folder, held open: renaming it does not lead us astray.
    pub folder: OwnedFd,
    /// The name of the file.
    pub name: OsString,
}

impl FileLocation {
    /// The place of a file that exists. A symbolic link stays; its target is the place.
    pub fn from_existing(path: &Path) -> io::Result<Self> {
        Self::from_path(&path.canonicalize()?)
    }

    /// The place where a file is to stand.
    pub fn from_new(path: &Path) -> io::Result<Self> {
        Self::from_path(path)
    }

    fn from_path(path: &Path) -> io::Result<Self> {
        let name = path.file_name().map(OsStr::to_owned);
        let name = name.ok_or(io::ErrorKind::InvalidFilename)?;
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let flags = OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC;
        Ok(Self {
            path: folder.to_owned(),
            folder: open(folder, flags, Mode::empty())?,
            name,
        })
    }

    /// Opens a name in this folder for reading; never through a link, never waiting.
    pub fn open_file(&self, name: &OsStr) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = File::from(openat(&self.folder, name, flags, Mode::empty())?);
        if file.metadata()?.is_file() {
            Ok(file)
        } else {
            Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "it is not a plain file",
            ))
        }
    }

    /// Whether a name in this folder still means this open file, and the file still holds these bytes.
    pub fn is_unchanged(&self, name: &OsStr, file: &File, bytes: &[u8]) -> io::Result<bool> {
        let (named, opened) = (
            statat(&self.folder, name, AtFlags::SYMLINK_NOFOLLOW)?,
            fstat(file)?,
        );
        if (named.st_dev, named.st_ino) != (opened.st_dev, opened.st_ino) {
            return Ok(false);
        }
        let mut file = file;
        file.rewind()?;
        holds_exactly(file, bytes)
    }

    /// Makes the folder's list of names certain on disk.
    pub fn sync_folder(&self) -> io::Result<()> {
        Ok(rustix::fs::fsync(&self.folder)?)
    }
}
