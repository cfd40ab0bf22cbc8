//! The text of a document after changes that an editor tells.

use super::positions::{ColumnUnit, LineIndex};
use super::protocol::TextDocumentContentChangeEvent;

/// Makes the changes, one after another. A change whose end lies before its start changes nothing.
pub fn apply_changes(
    text: &mut String,
    changes: Vec<TextDocumentContentChangeEvent>,
    unit: ColumnUnit,
) {
    for change in changes {
        match change {
            TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                let lines = LineIndex::new(text.as_bytes(), unit);
                let start = lines.offset(text.as_bytes(), part.range.start);
                let end = lines.offset(text.as_bytes(), part.range.end);
                if start <= end {
                    text.replace_range(start..end, &part.text);
                }
            }
            TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                *text = whole.text;
            }
        }
    }
}
