//! The texts of all files, with a single numbering of their bytes, and the trait [`Files`], the only way to read one.

use super::span::{Origin, Span};
use std::cell::OnceCell;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads files: from the disk, from the buffers of an editor, or from a map in a test.
pub trait Files {
    /// Opens a file for reading from its start.
    ///
    /// # Errors
    /// The file does not exist, may not be read, or is a directory.
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + '_>>;

    /// Opens a file for reading from byte `start` on. Implementations that can seek do so instead of reading the bytes
    /// before it.
    ///
    /// # Errors
    /// As for [`Files::open`].
    fn open_at(&self, path: &Path, start: u64) -> io::Result<Box<dyn io::Read + '_>> {
        let mut file = self.open(path)?;
        io::copy(&mut (&mut *file).take(start), &mut io::sink())?;
        Ok(file)
    }

    /// The files that match a glob pattern relative to `directory`, sorted. A pattern without wildcards names one file,
    /// whether or not it exists.
    ///
    /// # Errors
    /// The pattern is malformed, or a directory cannot be read.
    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>>;

    /// One path for a file however it is spelled, so that a file included twice is noticed.
    ///
    /// # Errors
    /// The file does not exist or cannot be reached.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;

    /// Where a symbolic link leads; `None` where the path is none.
    fn link_target(&self, _path: &Path) -> Option<PathBuf> {
        None
    }
}

/// One file that was read.
#[derive(Debug)]
pub struct Source {
    /// The path shown to people, as reached from the root file.
    pub path: PathBuf,
    /// The same as a text, which every row of a table may share.
    pub name: Arc<str>,
    /// The place of its first byte, counted through all sources.
    pub base: u32,
    /// Its length in bytes.
    pub length: u32,
    text: OnceCell<Vec<u8>>,
    line_breaks: OnceCell<Vec<u32>>,
}

/// How many bytes are searched at most for the line of a place: few enough to be searched at once, and so many that the
/// table of a big file stays small.
const LINE_BLOCK: usize = 1024;

impl Source {
    /// The place right behind its last byte.
    pub const fn end(&self) -> u32 {
        self.base.saturating_add(self.length)
    }

    /// Its bytes; empty where they were neither kept nor fetched again.
    pub fn bytes(&self) -> &[u8] {
        self.text.get().map_or(&[], Vec::as_slice)
    }

    /// The number, from 1, and the text up to a place of the line that the place is on.
    fn line_before(&self, offset: u32) -> (u32, &[u8]) {
        let before = self.bytes().get(..offset as usize).unwrap_or_default();
        let block = before.len() / LINE_BLOCK;
        let counted = self.line_breaks().get(block).copied().unwrap_or(0);
        let searched = before.get(block.saturating_mul(LINE_BLOCK)..);
        let breaks = count_line_breaks(searched.unwrap_or_default());
        let start = memchr::memrchr(b'\n', before).map_or(0, |at| at.saturating_add(1));
        let line = counted.saturating_add(breaks).saturating_add(1);
        (line, before.get(start..).unwrap_or_default())
    }

    /// How many line breaks stand before each block of the text.
    fn line_breaks(&self) -> &[u32] {
        self.line_breaks.get_or_init(|| {
            let blocks = self.bytes().chunks(LINE_BLOCK);
            let counts = blocks.scan(0_u32, |sum, block| {
                *sum = sum.saturating_add(count_line_breaks(block));
                Some(*sum)
            });
            std::iter::once(0).chain(counts).collect()
        })
    }
}

fn count_line_breaks(text: &[u8]) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text).count()).unwrap_or(u32::MAX)
}

/// A place as people name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, counted in characters from 1.
    pub column: u32,
    /// The byte offset in the file, from 0.
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
    /// Adds a file that was read, whose first byte lies at [`Sources::next_base`]. `text` is `None` where it is not to
    /// be kept.
    pub fn add(&mut self, path: PathBuf, length: u32, text: Option<Vec<u8>>) {
        let source = Source {
            name: path.display().to_string().into(),
            path,
            base: self.next_base(),
            length,
            text: OnceCell::new(),
            line_breaks: OnceCell::new(),
        };
        if let Some(text) = text {
            let _first = source.text.set(text);
        }
        self.all.push(source);
    }

    /// The place of the first byte of the next file. One place stays unused behind every file, so that the end of a
    /// file has a place of its own.
    pub fn next_base(&self) -> u32 {
        self.all
            .last()
            .map_or(0, |source| source.end().saturating_add(1))
    }

    /// The files, in the order read.
    pub fn as_slice(&self) -> &[Source] {
        &self.all
    }

    /// Reads every text that was not kept once more.
    ///
    /// # Errors
    /// A file can no longer be read, or its length changed since ([`io::ErrorKind::InvalidData`]).
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

    /// The file that a place belongs to; `None` for a place outside all files.
    pub fn source(&self, origin: Origin) -> Option<&Source> {
        let after = self.all.partition_point(|source| source.base <= origin.0);
        self.all.get(after.checked_sub(1)?)
    }

    /// The file, line and column of a place; `None` where the text was neither kept nor fetched again.
    pub fn locate(&self, origin: Origin) -> Option<(&Source, Position)> {
        let source = self.source(origin)?;
        let offset = origin.0.saturating_sub(source.base);
        let (line, before) = source.line_before(offset);
        let before = before.strip_prefix("\u{feff}".as_bytes()).unwrap_or(before);
        let column = String::from_utf8_lossy(before).chars().count();
        let position = Position {
            line,
            column: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1),
            offset,
        };
        Some((source, position))
    }

    /// The bytes of a span; empty where they are not in memory.
    pub fn bytes(&self, span: Span) -> &[u8] {
        self.source(span.origin()).map_or(&[], |source| {
            let start = span.start.saturating_sub(source.base) as usize;
            let end = span.end.saturating_sub(source.base) as usize;
            source.bytes().get(start..end).unwrap_or_default()
        })
    }
}
