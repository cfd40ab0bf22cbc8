//! Where a journal starts.

use std::io;
use std::path::{Path, PathBuf};

/// The files a journal starts with, and the directory it stays in.
#[derive(Clone, Debug)]
pub struct Roots {
    /// The files named by the user, read as one journal; the first is the root file.
    pub files: Vec<PathBuf>,
    /// The directory that includes may not leave; `None`: that of the root file.
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

/// An error that names the file.
pub fn read_error(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("cannot read {}: {error}", path.display()),
    )
}
