//! Functions for blanks (spaces and tabs), which separate words. They work on plain text, for callers that need only an
//! offset.

/// Whether a byte is a space or a tab.
pub const fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

/// The number of bytes of a kind at the start.
pub fn length_of_run(bytes: &[u8], kind: impl Fn(u8) -> bool) -> usize {
    let end = bytes.iter().position(|byte| !kind(*byte));
    end.unwrap_or(bytes.len())
}

/// The number of blanks at the start of a text.
pub fn count_blanks(text: &str) -> usize {
    length_of_run(text.as_bytes(), is_blank)
}

/// The text without its leading blanks.
pub fn behind_blanks(text: &str) -> &str {
    text.get(count_blanks(text)..).unwrap_or_default()
}

/// The text without its trailing blanks.
pub fn without_blanks_behind(text: &str) -> &str {
    let last = text.as_bytes().iter().rposition(|byte| !is_blank(*byte));
    let length = last.map_or(0, |last| last.saturating_add(1));
    text.get(..length).unwrap_or_default()
}

/// The number of bytes before the first blank.
pub fn letters_to_blank(text: &str) -> usize {
    length_of_run(text.as_bytes(), |byte| !is_blank(byte))
}
