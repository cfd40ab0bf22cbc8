//! Reads a journal from all its files, in order. Other rooms no longer see where the bytes came from.

mod chunks;
pub mod declarations;
mod file_queue;
pub mod journal_file_kind;
pub mod kinds;
mod roots;

use crate::syntax::dialect::Dialect;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::reader::{EntryVisitor, JournalReader};
use crate::text::diagnostic::Sink;
use crate::text::include_table::IncludeTable;
use crate::text::source::{Files, Sources};
use crate::text::span::{Origin, Span};
use declarations::Declarations;
use file_queue::{FileQueue, miss_file};
pub use roots::Roots;
use roots::read_error;
use std::io;

/// A journal that was read completely.
#[derive(Debug)]
pub struct LoadedJournal<V> {
    /// The files, in the order in which they were read.
    pub sources: Sources,
    /// Where each of them is included.
    pub includes: IncludeTable,
    /// The visitor that received the entries.
    pub visitor: V,
    /// The findings so far.
    pub sink: Sink,
    /// The decimal mark and the currency that the root file declares.
    pub dialect: Dialect,
}

/// Reads the root files and everything they include. Every entry goes to a visitor, except the declarations that decide
/// how the rest is read.
///
/// `decimal-mark` and `currency` hold for the whole journal, wherever in the root file they stand. When one follows
/// something that was read without it, the reading starts again, so `visitor` may be called more than once.
///
/// # Errors
/// A root file cannot be read. An included file that cannot be read is a finding at its `include` line.
pub fn load_journal<V: EntryVisitor>(
    roots: &Roots,
    files: &dyn Files,
    mut visitor: impl FnMut(Dialect) -> V,
) -> io::Result<LoadedJournal<V>> {
    let mut dialect = Dialect::default();
    loop {
        match try_load(roots, files, dialect, visitor(dialect))? {
            LoadAttempt::Complete(loaded) => return Ok(*loaded),
            LoadAttempt::Restart(declared) => dialect = declared,
        }
    }
}

enum LoadAttempt<V> {
    Complete(Box<LoadedJournal<V>>),
    Restart(Dialect),
}

/// Handles the declarations that decide how the rest is read, and passes the other entries on.
struct LoadVisitor<'a, V> {
    inner: V,
    declarations: Declarations,
    queue: FileQueue<'a>,
}

impl<V: EntryVisitor> EntryVisitor for LoadVisitor<'_, V> {
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, sink: &mut Sink) {
        if self.declarations.changed_dialect.is_some() {
            return;
        }
        let fields = EntryFields { entry, text };
        if entry.directive.kind.is_dated() {
            self.inner.visit_entry(entry, text, sink);
        } else if entry.directive.keyword == Keyword::Include {
            self.queue.enqueue_include(fields, sink);
        } else if !self
            .declarations
            .take_declaration(fields, self.queue.is_in_root(), sink)
        {
            self.inner.visit_entry(entry, text, sink);
        }
    }
}

fn try_load<V: EntryVisitor>(
    roots: &Roots,
    files: &dyn Files,
    dialect: Dialect,
    visitor: V,
) -> io::Result<LoadAttempt<V>> {
    let (mut sources, mut includes) = (Sources::default(), IncludeTable::default());
    let mut sink = Sink::default();
    let mut reader = JournalReader::new(dialect);
    let mut steering = LoadVisitor {
        inner: visitor,
        declarations: Declarations::new(dialect),
        queue: FileQueue::new(roots, files)?,
    };
    while let Some(next) = steering.queue.pop_next() {
        reader.start_file();
        let included_at = next.named_at.map(Span::origin);
        includes.push_file(Origin(sources.next_base()), included_at);
        let result = chunks::read_file(&next.path, files, &mut sources, |text, not_utf8| {
            reader.read(text, not_utf8, &mut steering, &mut sink);
            steering.declarations.changed_dialect.is_none()
        });
        if let Some(declared) = steering.declarations.changed_dialect {
            return Ok(LoadAttempt::Restart(declared));
        }
        if let Err(error) = result {
            match next.named_at {
                None => return Err(read_error(&next.path, &error)),
                Some(span) => {
                    miss_file(&mut sink, kinds::unreadable_file(span, &next.path, &error));
                }
            }
        }
    }
    let root_end = sources.as_slice().first().map_or(0, |root| root.length);
    steering
        .declarations
        .report_missing_format(root_end, &mut sink);
    Ok(LoadAttempt::Complete(Box::new(LoadedJournal {
        sources,
        includes,
        visitor: steering.inner,
        sink,
        dialect,
    })))
}
