//! The entries of a file in the order of their dates.

use crate::syntax::entry::SourceText;
use crate::syntax::entry_lines::line_end;
use crate::syntax::lines::{SourceLineKind, lines};
use chrono::NaiveDate;

/// Lines that move together: an entry, the comments right above it, and the lines behind it up to the next one.
struct EntryBlock<'t> {
    /// Its day; `None` for what stays where it is: declarations, headings.
    date: Option<NaiveDate>,
    text: &'t str,
}

/// The text with its dated entries in the order of their days; those of one day keep their order. Headings and
/// declarations stay: entries are sorted between them. Comments right above an entry go with it.
///
/// ```
/// use tegoed::ide::sort_entries::sort_entries;
/// let text = "format 1\n\n2026-02-01 note @a | b\n; about c\n2026-01-05 note @a | c\n";
/// let sorted = "format 1\n\n; about c\n2026-01-05 note @a | c\n2026-02-01 note @a | b\n";
/// assert_eq!(sort_entries(text), sorted);
/// ```
pub fn sort_entries(text: &str) -> String {
    let mut blocks = cut_blocks(text);
    let is_fixed = |block: &EntryBlock<'_>| block.date.is_none();
    for run in blocks.split_mut(is_fixed) {
        run.sort_by_key(|block| block.date);
    }
    let mut sorted = String::with_capacity(text.len().saturating_add(1));
    for block in &blocks {
        // The last line of a file may lack its end.
        if !sorted.is_empty() && !sorted.ends_with('\n') {
            sorted.push('\n');
        }
        sorted.push_str(block.text);
    }
    let is_ended = text.ends_with('\n') || !sorted.ends_with('\n');
    if is_ended {
        sorted
    } else {
        sorted.trim_end_matches('\n').to_owned()
    }
}

fn cut_blocks(text: &str) -> Vec<EntryBlock<'_>> {
    let mut blocks = Vec::new();
    let (mut start, mut comments, mut date) = (0_usize, None, None);
    let mut at = 0_usize;
    for line in lines(SourceText { str: text, base: 0 }) {
        match line.kind {
            SourceLineKind::Comment => {
                comments.get_or_insert(at);
            }
            SourceLineKind::Blank | SourceLineKind::Detail => comments = None,
            SourceLineKind::Header | SourceLineKind::Heading | SourceLineKind::Conflict => {
                let own = comments.take().unwrap_or(at);
                blocks.extend(block(text, start, own, date));
                start = own;
                let word = line.text.split([' ', '\t']).next().unwrap_or_default();
                date = word.parse::<NaiveDate>().ok();
            }
        }
        at = line_end(text, at);
    }
    blocks.extend(block(text, start, text.len(), date));
    blocks
}

fn block(text: &str, start: usize, end: usize, date: Option<NaiveDate>) -> Option<EntryBlock<'_>> {
    let text = text.get(start..end)?;
    (!text.is_empty()).then_some(EntryBlock { date, text })
}
