//! The fingerprint of a file, by which what was sent differs from what was changed later.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::{self, Read};

/// SHA-256 in hexadecimal digits.
///
/// ```
/// use tegoed::text::sha256::sha256_hex;
/// let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/// assert_eq!(sha256_hex(b""), empty);
/// ```
pub fn sha256_hex(bytes: &[u8]) -> String {
    in_hex(Sha256::new_with_prefix(bytes))
}

/// The same of what is read, a piece at a time.
///
/// # Errors
/// It cannot be read.
pub fn sha256_of_reader(mut text: impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let length = text.read(&mut piece)?;
        match piece.get(..length) {
            Some(read) if !read.is_empty() => hasher.update(read),
            _ => return Ok(in_hex(hasher)),
        }
    }
}

fn in_hex(hasher: Sha256) -> String {
    let mut digits = String::with_capacity(64);
    for byte in hasher.finalize() {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
