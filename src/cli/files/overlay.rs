//! The disk with some texts replaced in memory: what a journal would say after a mend.

use super::disk::Disk;
use crate::text::source::Files;
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

/// The disk under a few texts that are not written yet.
pub struct Overlay<'a> {
    disk: &'a Disk,
    /// The new texts, by the path under which the file was read.
    pub texts: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'a> Overlay<'a> {
    /// The disk as it is.
    pub fn new(disk: &'a Disk) -> Self {
        Self {
            disk,
            texts: BTreeMap::new(),
        }
    }
}

impl Files for Overlay<'_> {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        match self.texts.get(path) {
            Some(text) => Ok(Box::new(Cursor::new(text))),
            None => self.disk.open(path),
        }
    }

    fn open_at(&self, path: &Path, start: u64) -> io::Result<Box<dyn Read + '_>> {
        match self.texts.get(path) {
            Some(text) => {
                let mut text = Cursor::new(text);
                text.set_position(start);
                Ok(Box::new(text))
            }
            None => self.disk.open_at(path, start),
        }
    }

    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        self.disk.find_matching(directory, pattern)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        match self.disk.canonicalize(path) {
            // A text of a file that is still to be written.
            Err(_) if self.texts.contains_key(path) => Ok(path.to_owned()),
            answer => answer,
        }
    }

    fn link_target(&self, path: &Path) -> Option<PathBuf> {
        self.disk.link_target(path)
    }
}
