//! The disk as the reading rooms see it: plain files only, standard input under the name `-`.

use super::wildcard::Wildcard;
use crate::text::source::Files;
use std::cell::{OnceCell, RefCell};
use std::fs::{File, FileType};
use std::io::{self, Cursor, Read};
use std::os::unix::fs::{FileExt, FileTypeExt, OpenOptionsExt};
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

/// The name under which standard input is read.
pub const STANDARD_INPUT: &str = "-";

/// The file system, and standard input for those who ask for `-`.
#[derive(Debug, Default)]
pub struct Disk {
    standard_input: OnceCell<Vec<u8>>,
    /// The file that was read last from some byte on, held open: a page quotes thousands of entries of a big journal.
    /// Whoever reads a file from its start lets it go.
    open_file: RefCell<Option<(PathBuf, Rc<File>)>>,
}

/// A held file from a byte on.
struct OpenFileReader {
    file: Rc<File>,
    offset: u64,
}

impl Read for OpenFileReader {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read_at(room, self.offset)?;
        self.offset = self.offset.saturating_add(u64::try_from(read).unwrap_or(0));
        Ok(read)
    }
}

impl Disk {
    /// Standard input, read once.
    fn standard_input(&self) -> io::Result<&[u8]> {
        if self.standard_input.get().is_none() {
            let mut text = Vec::new();
            io::stdin().lock().read_to_end(&mut text)?;
            let _first = self.standard_input.set(text);
        }
        Ok(self.standard_input.get().map_or(&[], Vec::as_slice))
    }

    /// The whole of a file.
    pub fn read_file(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// The first bytes of a plain file, no more than `most` of them.
///
/// # Errors
/// It cannot be read, or is no plain file.
pub fn read_beginning(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    open_plain_file(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl Files for Disk {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + '_>> {
        if path == Path::new(STANDARD_INPUT) {
            return Ok(Box::new(Cursor::new(self.standard_input()?)));
        }
        self.open_file.take();
        Ok(Box::new(open_plain_file(path)?))
    }

    fn open_at(&self, path: &Path, start: u64) -> io::Result<Box<dyn Read + '_>> {
        if path == Path::new(STANDARD_INPUT) {
            let mut input = Cursor::new(self.standard_input()?);
            input.set_position(start);
            return Ok(Box::new(input));
        }
        let mut held = self.open_file.borrow_mut();
        if held.as_ref().is_none_or(|(known, _)| known != path) {
            *held = Some((path.to_owned(), Rc::new(open_plain_file(path)?)));
        }
        let file = held.as_ref().map(|(_, file)| Rc::clone(file));
        let file = file.ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(OpenFileReader {
            file,
            offset: start,
        }))
    }

    fn find_matching(&self, directory: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> {
        Wildcard::new(directory, pattern)?.find_files()
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        if path == Path::new(STANDARD_INPUT) {
            return Ok(Path::new(".").canonicalize()?.join(STANDARD_INPUT));
        }
        path.canonicalize()
    }

    fn link_target(&self, path: &Path) -> Option<PathBuf> {
        std::fs::read_link(path).ok()
    }
}

/// Opens a plain file. What would block or never end is refused before it is opened.
fn open_plain_file(path: &Path) -> io::Result<File> {
    refuse_other_kinds(std::fs::metadata(path)?.file_type())?;
    // Something else may have taken its place since: opening must not block either.
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    let file = File::options()
        .read(true)
        .custom_flags(i32::from_ne_bytes(flags.bits().to_ne_bytes()))
        .open(path)?;
    refuse_other_kinds(file.metadata()?.file_type())?;
    Ok(file)
}

fn refuse_other_kinds(kind: FileType) -> io::Result<()> {
    if kind.is_file() {
        return Ok(());
    }
    let (error, words) = if kind.is_dir() {
        (io::ErrorKind::IsADirectory, "it is a directory")
    } else if kind.is_fifo() {
        (
            io::ErrorKind::InvalidInput,
            "it is a pipe; a journal is read more than once: use `-f -` and standard input",
        )
    } else if kind.is_socket() {
        (io::ErrorKind::InvalidInput, "it is a socket, not a file")
    } else {
        (io::ErrorKind::InvalidInput, "it is a device, not a file")
    };
    Err(io::Error::new(error, words))
}

/// The same path without `.` steps, so that files are named as people write them.
pub fn normalise_path(path: &Path) -> PathBuf {
    let tidied: PathBuf = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    if tidied.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        tidied
    }
}
