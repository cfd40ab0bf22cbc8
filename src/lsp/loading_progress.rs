//! What an editor shows while a journal is read that takes long.

use super::message_queue::MessageQueue;
use super::protocol::NotificationMessage;
use crate::text::source::Files;
use serde_json::{Value, json};
use std::cell::Cell;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// So many bytes are read before the editor is told that it takes long. What is read faster than a person sees is not
/// worth a word.
const SHORT_BYTES: usize = 2_000_000;
const TOKEN: &str = "tegoed/loading";

/// Files, of which the editor is told where much of them is read.
pub struct FilesInProgress<'a> {
    files: &'a dyn Files,
    queue: &'a MessageQueue<'a>,
    bytes: Cell<usize>,
    is_told: Cell<bool>,
}

impl<'a> FilesInProgress<'a> {
    /// Files of which nothing is read yet.
    pub const fn new(files: &'a dyn Files, queue: &'a MessageQueue<'a>) -> Self {
        Self {
            files,
            queue,
            bytes: Cell::new(0),
            is_told: Cell::new(false),
        }
    }

    /// Tells the end, where the beginning was told.
    pub fn end(self) {
        if self.is_told.get() {
            self.tell(&json!({"kind": "end"}));
        }
    }

    fn count(&self, bytes: usize) {
        self.bytes.set(self.bytes.get().saturating_add(bytes));
        if self.bytes.get() > SHORT_BYTES && !self.is_told.replace(true) {
            self.queue
                .ask("window/workDoneProgress/create", json!({"token": TOKEN}));
            self.tell(&json!({"kind": "begin", "title": "Reading the journal"}));
        }
    }

    fn tell(&self, value: &Value) {
        let params = json!({"token": TOKEN, "value": value});
        self.queue
            .send(NotificationMessage::new("$/progress".to_owned(), params));
    }

    fn counted<'f>(&'f self, file: Box<dyn Read + 'f>) -> Box<dyn Read + 'f> {
        Box::new(CountedFile {
            file,
            loading: self,
        })
    }
}

impl Files for FilesInProgress<'_> {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        Ok(self.counted(self.files.open(path)?))
    }

    fn open_at(&self, path: &Path, start: u64) -> io::Result<Box<dyn Read + '_>> {
        Ok(self.counted(self.files.open_at(path, start)?))
    }

    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        self.files.find_matching(directory, pattern)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.files.canonicalize(path)
    }

    fn link_target(&self, path: &Path) -> Option<PathBuf> {
        self.files.link_target(path)
    }
}

struct CountedFile<'f> {
    file: Box<dyn Read + 'f>,
    loading: &'f FilesInProgress<'f>,
}

impl Read for CountedFile<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.file.read(buffer)?;
        self.loading.count(bytes);
        Ok(bytes)
    }
}
