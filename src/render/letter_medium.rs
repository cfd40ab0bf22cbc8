//! What a medium of letters is: plain text, a page for a browser, a mail.

use super::envelope_size::EnvelopeSize;
use crate::document::letter::Letter;

/// A way to write one letter: its name, the extension of its files, and the function that writes.
#[derive(Debug)]
pub struct LetterMedium {
    /// What `--format` calls it.
    pub name: &'static str,
    /// The extension of its files, without the point.
    pub extension: &'static str,
    /// Whether it is plain text, so that several letters may stand below each other in one file.
    pub is_read_as_text: bool,
    /// Whether the enclosures go inside its file; else they are only named.
    pub embeds_enclosures: bool,
    /// Whether a square to scan stands beside how to pay.
    pub shows_payment_code: bool,
    /// Writes one letter.
    pub write: LetterFn,
    /// Writes the envelope of a letter; `None` where the medium is no paper.
    pub write_envelope: Option<EnvelopeFn>,
}

/// Writes the envelope of a letter. The error is a sentence about what does not fit on it.
pub type EnvelopeFn = fn(&Letter, EnvelopeSize) -> Result<Vec<u8>, String>;

/// Writes one letter. Attachments stand in the order of [`Letter::enclosures`]; there are none for a medium that does
/// not attach. The error is a sentence about what the medium cannot carry.
pub type LetterFn = fn(&Letter, &[Attachment]) -> Result<Vec<u8>, String>;

/// A file that goes inside another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, without folders.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}
