//! Where new entries go in a file.

use super::journal_view::JournalView;
use crate::syntax::entry::Entry;
use crate::syntax::entry_lines::line_end;
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::Span;

/// The edit that adds entries of today to a file: before the first entry that is dated later, else at its end.
pub fn insert_by_date(view: &JournalView<'_>, source: &Source, entries: &str) -> Edit {
    let dated = view.outcome.journal.dated_entries();
    let later = dated.filter(|(day, origin)| {
        *day > view.today && (source.base..source.end()).contains(&origin.0)
    });
    let place = later.map(|(_, origin)| origin.0).min();
    insert_at(source, place.unwrap_or(source.end()), entries)
}

/// The edit that adds entries right below another one.
pub fn insert_below(source: &Source, entry: &Entry, entries: &str) -> Edit {
    let text = JournalView::text(source);
    let end = entry.span.end.saturating_sub(source.base) as usize;
    let end = u32::try_from(line_end(text, end)).unwrap_or(u32::MAX);
    insert_at(source, source.base.saturating_add(end), entries)
}

/// Text at a place that a line starts at. The last line of the file may lack its end.
fn insert_at(source: &Source, place: u32, entries: &str) -> Edit {
    let text = JournalView::text(source);
    let ended = text.is_empty() || text.ends_with('\n');
    let lead = if place == source.end() && !ended {
        "\n"
    } else {
        ""
    };
    Edit::replace(Span::new(place, place), format!("{lead}{entries}"))
}
