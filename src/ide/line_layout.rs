//! The layout of some lines of a file: what `fmt` makes of them, as one edit for each line that it changes, so that an
//! editor keeps its marks and its cursor.

use crate::format::{format_journal, has_same_words, layout_errors};
use crate::syntax::detail::known_keys;
use crate::syntax::entry::SourceText;
use crate::syntax::entry_lines::{entry_lines_around, line_end, line_start};
use crate::syntax::header::header_words;
use crate::syntax::lines::{SourceLine, SourceLineKind, lines};
use std::ops::Range;

/// How far a detail is indented.
const INDENT: &str = "  ";

/// Some of the lines cannot be read, or are in an entry that cannot be: nothing is known of their layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadableLines;

/// Bytes of a text, and what stands there instead.
pub type LineEdit = (Range<usize>, String);

/// The edits that give the lines of a stretch of text the layout that `fmt` gives them. Other lines stay, also those whose
/// amounts stand in one column with these.
///
/// # Errors
/// An entry that these lines are in cannot be read.
///
/// ```
/// use tegoed::ide::line_layout::layout_edits;
/// let text = "2026-01-05  note #1 | x\n2026-01-06   note  #1 | y\n";
/// let second = text.find("y").unwrap();
/// let edits = layout_edits(text, second..second);
/// assert_eq!(edits, Ok(vec![(24..50, "2026-01-06 note #1 | y\n".to_owned())]));
/// ```
pub fn layout_edits(text: &str, wanted: Range<usize>) -> Result<Vec<LineEdit>, UnreadableLines> {
    let last = wanted.end.saturating_sub(1).max(wanted.start);
    let start = entry_lines_around(text, wanted.start).start;
    let end = entry_lines_around(text, last).end;
    let entries = text.get(start..end).unwrap_or_default();
    if !layout_errors(entries).is_empty() {
        return Err(UnreadableLines);
    }
    let formatted = format_journal(entries);
    if !has_same_words(entries, &formatted) {
        return Err(UnreadableLines);
    }
    let mut at = start;
    let each = entries
        .split_inclusive('\n')
        .zip(formatted.split_inclusive('\n'));
    let edits = each.filter_map(|(before, after)| {
        let line = at..at.saturating_add(before.len());
        at = line.end;
        let reaches_start = wanted.start < line.end || !before.ends_with('\n');
        let is_wanted = reaches_start && line.start <= last;
        (is_wanted && before != after).then(|| (line, after.to_owned()))
    });
    Ok(edits.collect())
}

/// The edits that follow when a line was ended, and the next one begun, at a place: the layout of the line that was ended,
/// and the indent of the new one where a detail comes next.
pub fn new_line_edits(text: &str, place: usize) -> Vec<LineEdit> {
    let start = line_start(text, place);
    let Some(ended) = start.checked_sub(1) else {
        return Vec::new();
    };
    let mut edits = layout_edits(text, ended..ended).unwrap_or_default();
    let typed = start..line_end(text, start);
    let typed = text.get(typed).unwrap_or_default();
    let blanks = typed.trim_end_matches(['\r', '\n']);
    let is_empty = blanks.trim_matches([' ', '\t']).is_empty();
    if is_empty && blanks != INDENT && has_detail_next(text, ended) {
        let blanks = start..start.saturating_add(blanks.len());
        edits.push((blanks, INDENT.to_owned()));
    }
    edits
}

/// Whether a detail is expected below the line that a place is on: below another detail, and below a declaration. Most
/// dated entries are one line.
fn has_detail_next(text: &str, place: usize) -> bool {
    let line = line_start(text, place)..line_end(text, place);
    let line = text.get(line).unwrap_or_default();
    let line = lines(SourceText { str: line, base: 0 }).next();
    line.is_some_and(|line| match line.kind {
        SourceLineKind::Detail => true,
        SourceLineKind::Header => declares_with_details(&line),
        _ => false,
    })
}

fn declares_with_details(line: &SourceLine<'_>) -> bool {
    let directive = header_words(line.input()).directive;
    directive.is_some_and(|it| !it.kind.is_dated() && known_keys(it).next().is_some())
}
