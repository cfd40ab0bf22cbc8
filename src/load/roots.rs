//! The files that a journal starts with.

use std::io;
use std::path::{Path, PathBuf};

/// The files that a journal starts with, and the directory it may not leave.
#[derive(Clone, Debug)]
pub struct Roots {
    /// The files that the user named, read as one journal. The first one is the root file.
    pub files: Vec<PathBuf>,
    /// The directory that includes may not leave; `None` means the directory of the root file.
    pub directory: Option<PathBuf>,
}

impl Roots {
    /// A journal that starts with one file.
    pub fn from_file(file: impl Into<PathBuf>) -> Self {
        Self {
            files: vec![file.into()],
            directory: None,
        }
    }
}

/// Adds the path of the file to an error of the operating system.
pub fn read_error(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("cannot read {}: {error}", path.display()),
    )
}
