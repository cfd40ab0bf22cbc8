//! Reads a file in pieces that end where an entry ends, so that a big file need not fit in memory.

use crate::syntax::entry::SourceText;
use crate::syntax::lines::is_entry_boundary;
use crate::syntax::unreadable_lines::NotUtf8;
use crate::text::source::{Files, Sources};
use std::io::{self, Read};
use std::path::Path;

/// The size of a piece in bytes: large enough for full reading speed, small enough for the cache of the processor. The
/// text of a file that fits in one piece is kept.
const CHUNK_SIZE: usize = 128 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads one file, passes its pieces on, and adds the file to the sources. `take` returns whether to read on.
///
/// # Errors
/// The file cannot be read, or all files together are longer than four gigabytes.
pub fn read_file(
    path: &Path,
    files: &dyn Files,
    sources: &mut Sources,
    mut take: impl FnMut(SourceText<'_>, &[NotUtf8]) -> bool,
) -> io::Result<()> {
    let mut file = files.open(path)?;
    let base = sources.next_base();
    let mut piece = Chunk {
        bytes: Vec::new(),
        start: 0,
    };
    let mut length = 0_usize;
    loop {
        let read = fill_buffer(&mut *file, &mut piece.bytes)?;
        length = length.saturating_add(read);
        let at_end = piece.bytes.len() < piece.bytes.capacity() || read == 0;
        if u32::try_from(length)
            .ok()
            .and_then(|all| all.checked_add(base))
            .is_none_or(|end| end == u32::MAX)
        {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                "the journal is longer than four gigabytes",
            ));
        }
        let whole = at_end && piece.start == 0;
        let cut = if at_end {
            Some(piece.bytes.len())
        } else {
            last_header_start(&piece.bytes)
        };
        if let Some(cut) = cut {
            let place = base.saturating_add(u32::try_from(piece.start).unwrap_or(u32::MAX));
            let bytes = piece.bytes.get(..cut).unwrap_or_default();
            let go_on = decode_and_pass(bytes, place, piece.start == 0, &mut take);
            if !go_on {
                return Ok(());
            }
            if at_end {
                let text = whole.then(|| std::mem::take(&mut piece.bytes));
                sources.add(
                    path.to_owned(),
                    u32::try_from(length).unwrap_or(u32::MAX),
                    text,
                );
                return Ok(());
            }
            piece.bytes.drain(..cut);
            piece.start = piece.start.saturating_add(cut);
        } else {
            // One entry is longer than the piece: make room for more of it.
            let more = piece.bytes.capacity();
            piece.bytes.reserve_exact(more);
        }
    }
}

struct Chunk {
    bytes: Vec<u8>,
    start: usize,
}

/// Reads into the spare capacity of `bytes` without growing it. Returns the number of bytes read.
fn fill_buffer(file: &mut (dyn Read + '_), bytes: &mut Vec<u8>) -> io::Result<usize> {
    if bytes.capacity() == 0 {
        bytes.reserve_exact(CHUNK_SIZE);
    }
    let free = bytes.capacity().saturating_sub(bytes.len());
    file.take(u64::try_from(free).unwrap_or(u64::MAX))
        .read_to_end(bytes)
}

/// The offset of the last header in a piece; everything before it consists of whole entries. `None` where there is no
/// header.
fn last_header_start(bytes: &[u8]) -> Option<usize> {
    memchr::memrchr_iter(b'\n', bytes)
        .map(|end| end.saturating_add(1))
        .find(|start| {
            bytes
                .get(*start)
                .is_some_and(|first| is_entry_boundary(*first))
        })
}

fn decode_and_pass(
    bytes: &[u8],
    place: u32,
    first: bool,
    take: &mut impl FnMut(SourceText<'_>, &[NotUtf8]) -> bool,
) -> bool {
    let (bytes, place) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(behind) if first => (behind, place.saturating_add(3)),
        _ => (bytes, place),
    };
    if let Ok(str) = std::str::from_utf8(bytes) {
        return take(SourceText { str, base: place }, &[]);
    }
    let (mended, not_utf8) = replace_invalid_utf8(bytes, place);
    let text = SourceText {
        str: &mended,
        base: place,
    };
    take(text, &not_utf8)
}

/// The text with a stand-in of one byte for every byte that is not UTF-8, and the list of those bytes.
fn replace_invalid_utf8(bytes: &[u8], place: u32) -> (String, Vec<NotUtf8>) {
    let mut mended = String::with_capacity(bytes.len());
    let mut not_utf8 = Vec::new();
    for chunk in bytes.utf8_chunks() {
        mended.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let at = u32::try_from(mended.len()).unwrap_or(u32::MAX);
            not_utf8.push(NotUtf8 {
                place: place.saturating_add(at),
                byte: *byte,
            });
            mended.push(NotUtf8::STAND_IN);
        }
    }
    (mended, not_utf8)
}
