//! Follows a journal through its files. Learns which files there are; forgets where their bytes came from.

mod chunks;
mod declarations;
pub mod kinds;
mod queue;
mod roots;

use crate::syntax::dialect::Dialect;
use crate::syntax::entry::{Entry, Text};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::reader::{Reader, Visitor};
use crate::text::diagnostic::Sink;
use crate::text::source::{Files, Sources};
use declarations::Declarations;
use queue::Queue;
pub use roots::Roots;
use roots::cannot_read;
use std::io;

/// A journal, read to its last line.
#[derive(Debug)]
pub struct Loaded<V> {
    /// The files, in the order read.
    pub sources: Sources,
    /// What took the entries.
    pub visitor: V,
    /// What was found.
    pub sink: Sink,
    /// How amounts are written.
    pub dialect: Dialect,
}

/// Reads the root files and all they include; every entry but those that steer the reading goes to a visitor.
///
/// `decimal-mark` and `currency` hold for the whole journal wherever in the root file they stand. When one comes
/// after something was read without it, the reading starts afresh, so `visitor` may be asked for more than once.
///
/// # Errors
/// A root file cannot be read. What is wrong with an included file is a finding at its `include` line.
pub fn load<V: Visitor>(
    roots: &Roots,
    files: &dyn Files,
    mut visitor: impl FnMut(Dialect) -> V,
) -> io::Result<Loaded<V>> {
    let mut dialect = Dialect::default();
    loop {
        match attempt(roots, files, dialect, visitor(dialect))? {
            Outcome::Done(loaded) => return Ok(*loaded),
            Outcome::Declared(declared) => dialect = declared,
        }
    }
}

enum Outcome<V> {
    Done(Box<Loaded<V>>),
    Declared(Dialect),
}

/// Keeps back the entries that steer the reading.
struct Steering<'a, V> {
    inner: V,
    declarations: Declarations,
    queue: Queue<'a>,
}

impl<V: Visitor> Visitor for Steering<'_, V> {
    fn entry(&mut self, entry: &Entry, text: Text<'_>, sink: &mut Sink) {
        if self.declarations.restart.is_some() {
            return;
        }
        let fields = EntryFields { entry, text };
        if entry.directive.place.is_dated() {
            self.inner.entry(entry, text, sink);
        } else if entry.directive.keyword == Keyword::Include {
            self.queue.include(fields, sink);
        } else if !self.declarations.take(fields, self.queue.in_root(), sink) {
            self.inner.entry(entry, text, sink);
        }
    }
}

fn attempt<V: Visitor>(
    roots: &Roots,
    files: &dyn Files,
    dialect: Dialect,
    visitor: V,
) -> io::Result<Outcome<V>> {
    let mut sources = Sources::default();
    let mut sink = Sink::default();
    let mut reader = Reader::new(dialect);
    let mut steering = Steering {
        inner: visitor,
        declarations: Declarations::new(dialect),
        queue: Queue::new(roots, files)?,
    };
    while let Some(next) = steering.queue.next() {
        reader.next_file();
        let result = chunks::read_file(&next.path, files, &mut sources, |text, not_utf8| {
            reader.read(text, not_utf8, &mut steering, &mut sink);
            steering.declarations.restart.is_none()
        });
        if let Some(declared) = steering.declarations.restart {
            return Ok(Outcome::Declared(declared));
        }
        if let Err(error) = result {
            match next.named_at {
                None => return Err(cannot_read(&next.path, &error)),
                Some(span) => sink.push(kinds::unreadable(span, &next.path, &error)),
            }
        }
    }
    let root_end = sources.all().first().map_or(0, |root| root.length);
    steering.declarations.finish(root_end, &mut sink);
    Ok(Outcome::Done(Box::new(Loaded {
        sources,
        visitor: steering.inner,
        sink,
        dialect,
    })))
}
