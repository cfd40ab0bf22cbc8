//! The files of a journal as an editor has them: open documents, and under them what is stored.

use super::open_document::{OpenDocument, OpenDocuments};
use crate::text::source::Files;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

/// Open documents over stored files.
pub struct DocumentFiles<'a> {
    /// The documents.
    pub documents: &'a OpenDocuments,
    /// The files under them.
    pub stored: &'a dyn Files,
    /// The folders outside which nothing is read; `None` where the user trusts what is in them.
    pub only_below: Option<&'a [PathBuf]>,
}

impl DocumentFiles<'_> {
    fn document(&self, path: &Path) -> Option<&OpenDocument> {
        self.documents.of_path(path).or_else(|| {
            let real = self.stored.canonicalize(path).ok()?;
            self.documents.of_path(&real)
        })
    }

    fn check_allowed(&self, path: &Path) -> io::Result<()> {
        let Some(folders) = self.only_below else {
            return Ok(());
        };
        let real = self.stored.canonicalize(path)?;
        if folders.iter().any(|folder| real.starts_with(folder)) {
            return Ok(());
        }
        Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "outside the folder that is open, which is not trusted",
        ))
    }
}

impl Files for DocumentFiles<'_> {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        self.open_at(path, 0)
    }

    fn open_at(&self, path: &Path, start: u64) -> io::Result<Box<dyn Read + '_>> {
        if let Some(document) = self.document(path) {
            let mut text = Cursor::new(&document.text);
            text.set_position(start);
            return Ok(Box::new(text));
        }
        self.check_allowed(path)?;
        if start == 0 {
            self.stored.open(path)
        } else {
            self.stored.open_at(path, start)
        }
    }

    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        self.stored.find_matching(directory, pattern)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        match self.stored.canonicalize(path) {
            // A document that is not stored yet.
            Err(_) if self.documents.of_path(path).is_some() => Ok(path.to_owned()),
            answer => answer,
        }
    }

    fn link_target(&self, path: &Path) -> Option<PathBuf> {
        self.stored.link_target(path)
    }
}
