//! One file of a journal, read and kept in memory, for an editor, a merge or a comparison, which ask for entries
//! repeatedly.
//!
//! Reports do not keep entries; they stream through [`super::reader`], which reads here too. All places count from the
//! first byte of the file, so that an edit in one file moves nothing in another.

use super::dialect::Dialect;
use super::directive::TypedEntry;
use super::entry::{Entry, SourceText};
use super::entry_fields::EntryFields;
use super::reader::{EntryVisitor, JournalReader};
use super::unreadable_lines::NotUtf8;
use crate::text::diagnostic::{Findings, Sink};
use crate::text::span::Span;

/// The entries of one file, and what is wrong with their lines.
#[derive(Debug)]
pub struct JournalFile {
    text: String,
    entries: Vec<Entry>,
    findings: Findings,
}

impl JournalFile {
    /// Reads a file of a journal with this dialect. `not_utf8` lists the bytes that the text holds stand-ins for.
    ///
    /// ```
    /// use tegoed::syntax::{dialect::Dialect, directive::TypedEntry, journal_file::JournalFile};
    /// let text = "2026-02-01 payment #1 10.00\n2026-02-02 pament #1 5.00\n";
    /// let file = JournalFile::read(text.into(), &[], Dialect::default());
    /// let entries = file.entries();
    /// assert!(matches!(file.typed_entry(&entries[0]), Some(TypedEntry::Payment(_))));
    /// assert_eq!((entries.len(), file.findings().diagnostics.len()), (1, 1));
    /// ```
    pub fn read(text: String, not_utf8: &[NotUtf8], dialect: Dialect) -> Self {
        let mut collector = EntryCollector(Vec::new());
        let mut sink = Sink::default();
        let whole = SourceText {
            str: &text,
            base: 0,
        };
        JournalReader::new(dialect).read(whole, not_utf8, &mut collector, &mut sink);
        Self {
            entries: collector.0,
            findings: sink.into_findings(),
            text,
        }
    }

    /// The text, byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text with its places counted as if it stood `base` bytes into all texts.
    fn text_at(&self, base: u32) -> SourceText<'_> {
        SourceText {
            str: &self.text,
            base,
        }
    }

    /// Its entries, in the order written.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The findings about its lines.
    pub const fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The typed node of an entry of this file. Returns `None` where its header could not be read completely.
    pub fn typed_entry(&self, entry: &Entry) -> Option<TypedEntry<'_>> {
        let text = self.text_at(0);
        TypedEntry::read(EntryFields { entry, text })
    }

    /// The entry that contains a place, from the first byte of its header to the end of its last detail.
    pub fn entry_at(&self, place: u32) -> Option<&Entry> {
        let behind = self
            .entries
            .partition_point(|entry| entry.span.start <= place);
        let last = self.entries.get(behind.checked_sub(1)?)?;
        (place <= last.span.end).then_some(last)
    }

    /// The characters at a span of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text_at(0).slice(span)
    }

    /// Passes all entries to a visitor, as if the file stood `base` bytes into all texts.
    pub fn visit(&self, base: u32, visitor: &mut impl EntryVisitor, sink: &mut Sink) {
        let text = self.text_at(base);
        for entry in &self.entries {
            visitor.visit_entry(&entry.shifted(base), text, sink);
        }
    }
}

struct EntryCollector(Vec<Entry>);

impl EntryVisitor for EntryCollector {
    fn visit_entry(&mut self, entry: &Entry, _: SourceText<'_>, _: &mut Sink) {
        self.0.push(entry.clone());
    }
}
