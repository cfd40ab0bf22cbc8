//! The texts we read, one behind the other on one line of numbers, and the only way in: [`Files`].

use super::span::{Origin, Span};
use std::cell::OnceCell;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where text comes from: the disk, an editor's buffers, a map in a test.
pub trait Files {
    /// Opens a file for reading from its start.
    ///
    /// # Errors
    /// Whatever the world answers: not found, no permission, a directory.
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + '_>>;

    /// Opens a file for reading from a byte on. Who can reach that byte without reading what stands before it does so.
    ///
    /// # Errors
    /// As for [`Files::open`].
    fn open_at(&self, path: &Path, start: u64) -> io::Result<Box<dyn io::Read + '_>> {
        let mut file = self.open(path)?;
        io::copy(&mut (&mut *file).take(start), &mut io::sink())?;
        Ok(file)
    }

    /// The files that match a glob pattern relative to `directory`, sorted. A pattern without wildcards names
    /// one file, whether it exists or not.
    ///
    /// # Errors
    /// The pattern cannot be understood, or a directory cannot be read.
    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>>;

    /// One name for a file however it is spelled, so that a file included twice is noticed.
    ///
    /// # Errors
    /// The file does not exist or cannot be reached.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;
}

/// One file that was read.
#[derive(Debug)]
pub struct Source {
    /// The name shown to people, as reached from the root file.
    pub path: PathBuf,
    /// Place of its first byte.
    pub base: u32,
    /// Its length in bytes.
    pub length: u32,
    text: OnceCell<Vec<u8>>,
    lines: OnceCell<Vec<u32>>,
}

impl Source {
    /// The place just behind the last byte.
    pub const fn end(&self) -> u32 {
        self.base.saturating_add(self.length)
    }

    /// Its bytes, if they were kept or have been fetched.
    pub fn bytes(&self) -> &[u8] {
        self.text.get().map_or(&[], Vec::as_slice)
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = memchr::memchr_iter(b'\n', self.bytes());
            std::iter::once(0)
                .chain(breaks.filter_map(|at| u32::try_from(at.saturating_add(1)).ok()))
                .collect()
        })
    }
}

/// A place as people name it. Line and column count from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Byte offset in the file, from 0.
    pub offset: u32,
}

/// All files of a journal in the order in which they were read.
///
/// A file's text need not be in memory: a big journal is streamed, and its text is fetched again
/// ([`Sources::reload_texts`]) only when a line of it must be shown.
#[derive(Debug, Default)]
pub struct Sources {
    all: Vec<Source>,
}

impl Sources {
    /// Enters a file that has been read; `text` if it is worth keeping. Its first byte is at [`Sources::next_base`].
    pub fn add(&mut self, path: PathBuf, length: u32, text: Option<Vec<u8>>) {
        let source = Source {
            path,
            base: self.next_base(),
            length,
            text: OnceCell::new(),
            lines: OnceCell::new(),
        };
        if let Some(text) = text {
            let _first = source.text.set(text);
        }
        self.all.push(source);
    }

    /// The place that the next file's first byte gets. One place stays free behind every file, for its end.
    pub fn next_base(&self) -> u32 {
        self.all
            .last()
            .map_or(0, |source| source.end().saturating_add(1))
    }

    /// The files, in the order read.
    pub fn as_slice(&self) -> &[Source] {
        &self.all
    }

    /// Reads every text again that was not kept.
    ///
    /// # Errors
    /// A file cannot be read any more, or is no longer the file it was ([`io::ErrorKind::InvalidData`]).
    pub fn reload_texts(&self, files: &dyn Files) -> io::Result<()> {
        for source in &self.all {
            if source.text.get().is_none() {
                let mut text = Vec::with_capacity(source.length as usize);
                files.open(&source.path)?.read_to_end(&mut text)?;
                if text.len() != source.length as usize {
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidData,
                        format!("{} changed while it was read", source.path.display()),
                    ));
                }
                let _first = source.text.set(text);
            }
        }
        Ok(())
    }

    /// The file a place belongs to.
    pub fn source(&self, origin: Origin) -> Option<&Source> {
        let after = self.all.partition_point(|source| source.base <= origin.0);
        self.all.get(after.checked_sub(1)?)
    }

    /// Line and column of a place. The text must have been kept or fetched.
    pub fn locate(&self, origin: Origin) -> Option<(&Source, Position)> {
        let source = self.source(origin)?;
        let offset = origin.0.saturating_sub(source.base);
        let lines = source.lines();
        let line = lines.partition_point(|start| *start <= offset).max(1);
        let start = lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = source
            .bytes()
            .get(start as usize..offset as usize)
            .unwrap_or_default();
        let before = before.strip_prefix("\u{feff}".as_bytes()).unwrap_or(before);
        let column = String::from_utf8_lossy(before).chars().count();
        let position = Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1),
            offset,
        };
        Some((source, position))
    }

    /// The bytes of a stretch; empty where it is not in memory.
    pub fn bytes(&self, span: Span) -> &[u8] {
        self.source(span.origin()).map_or(&[], |source| {
            let start = span.start.saturating_sub(source.base) as usize;
            let end = span.end.saturating_sub(source.base) as usize;
            source.bytes().get(start..end).unwrap_or_default()
        })
    }
}
