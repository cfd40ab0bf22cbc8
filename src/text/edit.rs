//! Replacements in source text, and how several of them are applied at once.

use super::span::Span;

/// One replacement in source text. An empty span inserts, an empty text deletes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The text to be replaced; empty for an insertion.
    pub span: Span,
    /// The new text; empty for a deletion.
    pub text: String,
}

impl Edit {
    /// An insertion before everything in the root file.
    pub fn insert_at_start(text: impl Into<String>) -> Self {
        Self::replace(Span::new(0, 0), text)
    }

    /// A replacement of `span` by `text`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self {
            span,
            text: text.into(),
        }
    }
}

/// Applies every edit that does not overlap an earlier one. Returns the new text and the number of edits applied.
///
/// `base` is the place of the first byte of `text`; edits outside the text are skipped. Nothing is inserted before a
/// byte order mark.
///
/// ```
/// use tegoed::text::{edit::{apply_edits, Edit}, span::Span};
/// let edits = [Edit::replace(Span::new(14, 15), "X"), Edit::replace(Span::new(10, 11), "")];
/// assert_eq!(apply_edits("abcdef", 10, &edits), ("bcdXf".to_owned(), 2));
/// ```
pub fn apply_edits(text: &str, base: u32, edits: &[Edit]) -> (String, usize) {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort();
    let mut output = String::with_capacity(text.len());
    let (mut done, mut applied) = (0_usize, 0_usize);
    for edit in sorted {
        let (Some(start), Some(end)) = (
            edit.span.start.checked_sub(base),
            edit.span.end.checked_sub(base),
        ) else {
            continue;
        };
        let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let (start, end) = ((start as usize).max(mark), (end as usize).max(mark));
        let Some(kept) = text.get(done..start) else {
            continue;
        };
        if text.get(start..end).is_none() {
            continue;
        }
        output.push_str(kept);
        output.push_str(&edit.text);
        done = end;
        applied = applied.saturating_add(1);
    }
    output.push_str(text.get(done..).unwrap_or_default());
    (output, applied)
}
