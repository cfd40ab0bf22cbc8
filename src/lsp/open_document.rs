//! The documents that an editor has open: their texts go before those on disk.

use super::protocol::Uri;
use std::path::{Path, PathBuf};

/// A document that an editor has open.
#[derive(Debug)]
pub struct OpenDocument {
    /// Its address, as the editor wrote it.
    pub uri: Uri,
    /// The path it stands for.
    pub path: PathBuf,
    /// The same with links followed, where it is on disk.
    pub real_path: PathBuf,
    /// The number of its text.
    pub version: i32,
    /// Its text.
    pub text: String,
}

/// All of them.
#[derive(Debug, Default)]
pub struct OpenDocuments {
    all: Vec<OpenDocument>,
}

impl OpenDocuments {
    /// Adds one; one with the same address is replaced.
    pub fn open(&mut self, document: OpenDocument) {
        self.close(&document.uri);
        self.all.push(document);
    }

    /// Takes one out.
    pub fn close(&mut self, uri: &Uri) {
        self.all.retain(|document| document.uri != *uri);
    }

    /// The one with an address.
    pub fn find(&self, uri: &Uri) -> Option<&OpenDocument> {
        self.all.iter().find(|document| document.uri == *uri)
    }

    /// The same, to change it.
    pub fn find_mut(&mut self, uri: &Uri) -> Option<&mut OpenDocument> {
        self.all.iter_mut().find(|document| document.uri == *uri)
    }

    /// The one that stands for a file.
    pub fn of_path(&self, path: &Path) -> Option<&OpenDocument> {
        let mut all = self.all.iter();
        all.find(|document| document.path == path || document.real_path == path)
    }

    /// All of them, in the order in which they were opened.
    pub fn iter(&self) -> impl Iterator<Item = &OpenDocument> {
        self.all.iter()
    }
}
