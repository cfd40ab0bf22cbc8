//! What a change would do to a file, line by line, as `git diff` shows it.

use super::escape;
use crate::render::medium::TerminalStyle;
use similar::{ChangeTag, TextDiff};
use std::fmt::Write;
use std::path::Path;

/// Lines around a change that are shown unchanged.
const CONTEXT_LINES: usize = 3;

/// The difference between two texts of one file; empty when there is none.
pub fn unified_diff(path: &Path, before: &[u8], after: &[u8], colours: TerminalStyle) -> String {
    let (before, after) = (
        String::from_utf8_lossy(before),
        String::from_utf8_lossy(after),
    );
    let lines = TextDiff::from_lines(before.as_ref(), after.as_ref());
    let mut unified = lines.unified_diff();
    let path = path.to_string_lossy();
    let path = escape::escape_line(&path);
    let mut output = String::new();
    for (place, hunk) in unified
        .context_radius(CONTEXT_LINES)
        .iter_hunks()
        .enumerate()
    {
        if place == 0 {
            // Writing to a string cannot fail.
            let _done = write!(output, "--- {path}\n+++ {path}\n");
        }
        output.push_str(&colour_text("36", &hunk.header().to_string(), colours));
        output.push('\n');
        for change in hunk.iter_changes() {
            let (sign, colour) = match change.tag() {
                ChangeTag::Equal => (' ', ""),
                ChangeTag::Delete => ('-', "31"),
                ChangeTag::Insert => ('+', "32"),
            };
            let line = escape::escape_tabbed_line(change.value().trim_end_matches('\n'));
            output.push_str(&colour_text(colour, &format!("{sign}{line}"), colours));
            output.push('\n');
            if change.missing_newline() {
                output.push_str("\\ no newline at the end\n");
            }
        }
    }
    output
}

fn colour_text(colour: &str, words: &str, colours: TerminalStyle) -> String {
    match colours {
        TerminalStyle::Ansi if !colour.is_empty() => {
            format!("\u{1b}[{colour}m{words}\u{1b}[0m")
        }
        _ => words.to_owned(),
    }
}
