//! The beginning of a file, which tells a root file from a part of a journal.

use std::io::{self, Read};

/// The extension of journals.
pub const JOURNAL_EXTENSION: &str = "tegoed";
/// The `format` line of a root file stands within this many bytes, or the file is not found by itself.
const MAX_HEAD_BYTES: u64 = 64 * 1024;
/// So much of a line is quoted.
const MAX_QUOTED: usize = 40;

/// What the beginning of a journal says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalFileKind {
    /// It says `format` at the start of a line: the mark of a root file.
    Root,
    /// It has entries and does not say `format`.
    Part,
    /// It has comments only.
    Comments,
    /// It says nothing at all.
    Empty,
    /// It is no text, or means to say `format` and misspells it: why, as a clause.
    Broken(String),
}

/// The bytes of a file that are looked at.
///
/// # Errors
/// The file cannot be read.
pub fn read_head(file: impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    file.take(MAX_HEAD_BYTES).read_to_end(&mut head)?;
    Ok(head)
}

/// What the first bytes of a file say of it (SPEC.md 2.1).
///
/// ```
/// # use tegoed::load::journal_file_kind::{JournalFileKind, journal_file_kind};
/// assert_eq!(journal_file_kind(b"; my firm\nformat 1\n"), JournalFileKind::Root);
/// assert_eq!(journal_file_kind(b"2026-01-05 note @a\n"), JournalFileKind::Part);
/// ```
pub fn journal_file_kind(bytes: &[u8]) -> JournalFileKind {
    let says_format = |line: &[u8]| line.starts_with(b"format ");
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.split(|byte| *byte == b'\n').any(says_format) {
        return JournalFileKind::Root;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // The last character may be cut off where the head ends.
        Err(fault) if fault.error_len().is_none() => {
            let valid = bytes.get(..fault.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(_) => return JournalFileKind::Broken("it is not text in UTF-8".to_owned()),
    };
    if text.contains('\0') {
        return JournalFileKind::Broken("it is not text in UTF-8".to_owned());
    }
    let said = text.lines().map(str::trim);
    let mut said = said.filter(|line| !line.is_empty() && !line.starts_with([';', '#']));
    match said.next() {
        None if text.trim().is_empty() => JournalFileKind::Empty,
        None => JournalFileKind::Comments,
        Some(first) if means_format(first) => {
            let first: String = first.chars().take(MAX_QUOTED).collect();
            JournalFileKind::Broken(format!("expected its line `format 1`, found `{first}`"))
        }
        Some(_) => JournalFileKind::Part,
    }
}

/// Whether the first line of a file is one that says the version of the language, or was meant to: `fromat 1`,
/// `Format: 1`, `format`.
fn means_format(line: &str) -> bool {
    let letters = line.find(|sign: char| !sign.is_alphabetic());
    let (word, rest) = line
        .split_at_checked(letters.unwrap_or(line.len()))
        .unwrap_or((line, ""));
    let rest = rest.trim_matches([' ', '\t', ':', '=']);
    let is_version = rest.is_empty()
        || rest
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_version && strsim::osa_distance(&word.to_lowercase(), "format") <= 2
}
