//! Whether a file holds certain bytes, looked at a piece at a time: what is written and what it replaces may be big, and
//! neither needs to be in memory twice.

use std::io::{self, ErrorKind, Read};

/// How much is looked at at once.
const PIECE_LENGTH: usize = 1 << 16;

/// Whether what is left to read are these bytes and no more.
///
/// ```
/// use tegoed::cli::files::writer::file_content::holds_exactly;
/// assert!(holds_exactly(&b"abc"[..], b"abc")?);
/// assert!(!holds_exactly(&b"abcd"[..], b"abc")?);
/// assert!(!holds_exactly(&b"ab"[..], b"abc")?);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// It cannot be read.
pub fn holds_exactly(mut file: impl Read, bytes: &[u8]) -> io::Result<bool> {
    let mut piece = vec![0; PIECE_LENGTH];
    let mut rest = bytes;
    loop {
        let found = match file.read(&mut piece) {
            Ok(length) => piece.get(..length).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        match rest.strip_prefix(found) {
            Some(behind) if !found.is_empty() => rest = behind,
            Some(_) => return Ok(rest.is_empty()),
            None => return Ok(false),
        }
    }
}
