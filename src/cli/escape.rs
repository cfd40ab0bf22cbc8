//! Keeps what stands in the data from steering the terminal: hidden characters are shown, not sent.

use crate::render::escape_controls::{is_hidden, push_escaped};
use std::borrow::Cow;
use std::path::Path;

/// Words from the data on one line: hidden characters, line ends and tabs too, stand as `\u{1b}`.
pub fn escape_line(words: &str) -> Cow<'_, str> {
    escape_except(words, |_| false)
}

/// The name of a file, safe to show.
pub fn escape_path(path: &Path) -> String {
    escape_line(&path.to_string_lossy()).into_owned()
}

/// A message on one line, cut where it grows out of hand: it may quote a word of a million letters.
pub fn escape_message(words: &str) -> Cow<'_, str> {
    const LONGEST: usize = 500;
    match words.char_indices().nth(LONGEST) {
        None => escape_line(words),
        Some((end, _)) => {
            let start = words.get(..end).unwrap_or_default();
            Cow::Owned(format!("{}…", escape_line(start)))
        }
    }
}

/// A line of a file: tabs stay, every other hidden character stands as `\u{1b}`.
pub fn escape_tabbed_line(words: &str) -> Cow<'_, str> {
    escape_except(words, |character| character == '\t')
}

/// Text of several lines: line ends stay, every other hidden character stands as `\u{1b}`.
pub fn escape_lines(text: &str) -> Cow<'_, str> {
    escape_except(text, |character| character == '\n')
}

fn escape_except(text: &str, stays: fn(char) -> bool) -> Cow<'_, str> {
    let hidden = |character: char| is_hidden(character) && !stays(character);
    if !text.chars().any(hidden) {
        return Cow::Borrowed(text);
    }
    let mut output = String::with_capacity(text.len().saturating_add(16));
    for character in text.chars() {
        if hidden(character) {
            push_escaped(character, &mut output);
        } else {
            output.push(character);
        }
    }
    Cow::Owned(output)
}
