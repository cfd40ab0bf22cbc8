//! What was written at a place: file, line, and the words a report quotes.

use super::quote_line::QuoteLine;
use crate::syntax::dialect::Dialect;
use crate::syntax::directive::invoice::InvoiceLine;
use crate::syntax::entry::{Detail, DetailKey, Entry, SourceText};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::header::{Header, LastDateCache};
use crate::syntax::lines::{is_entry_boundary, lines};
use crate::syntax::reader::{EntryVisitor, JournalReader};
use crate::text::diagnostic::Sink;
use crate::text::source::{Files, Source, Sources};
use crate::text::span::{Origin, Span};
use crate::value::key_name::KeyName;
use memchr::memmem;
use std::borrow::Cow;
use std::io::Read;
use std::sync::Arc;

/// What an entry says in the user's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryQuote {
    /// Where it begins.
    pub origin: Origin,
    /// The file, as reached from the root file.
    pub file: Arc<str>,
    /// The line of the header, from 1.
    pub line: u32,
    /// The keyword as written.
    pub keyword: &'static str,
    /// The free text behind `|`; empty when there is none.
    pub text: String,
    /// Every detail: key (empty for `> words`) and value, in order.
    pub details: Vec<(String, String)>,
}

impl EntryQuote {
    /// The values of a key, as written, in order.
    pub fn values(&self, key: KeyName) -> impl Iterator<Item = &str> {
        let details = self.details.iter();
        let named = details.filter(move |(word, _)| word == key.word());
        named.map(|(_, value)| value.as_str())
    }
}

/// One file of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The file, as reached from the root file.
    pub file: String,
    /// The place of its first byte.
    pub start: Origin,
    /// The place behind its last byte.
    pub end: Origin,
}

/// Looks up what was written. Reports get it as a trait so that they need no disk and no parser.
pub trait SourceLookup {
    /// The entry that starts at a place. Its words are empty where the text is out of reach.
    fn quote_entry(&self, origin: Origin) -> EntryQuote;

    /// The same without its details, which are not read: a third of the work of a quote, for lists of many entries.
    fn quote_header(&self, origin: Origin) -> EntryQuote;

    /// The free text of the entry that starts at a place and its `>` lines, one below the other. A fraction of the work
    /// of a quote, for lists of many entries.
    fn free_text(&self, origin: Origin) -> String;

    /// The lines of the invoice or the credit note that starts at a place; empty where it has none.
    fn quote_lines(&self, origin: Origin) -> Vec<QuoteLine>;

    /// Where the entry stands that starts at a place: its file, and the line of its header. A fraction of the work
    /// of a quote, for lists of many entries.
    fn file_and_line(&self, origin: Origin) -> Option<(Arc<str>, u32)>;

    /// The files of the journal, in the order read.
    fn source_files(&self) -> Vec<SourceFile>;
}

/// The texts of a journal, read again entry by entry where somebody asks.
#[derive(Clone, Copy)]
pub struct JournalText<'a> {
    /// The files of the journal.
    pub sources: &'a Sources,
    /// Where they can be read again.
    pub files: &'a dyn Files,
    /// The decimal mark and the currency that the root file declares.
    pub dialect: Dialect,
}

/// An entry read again, and the text its words stand in.
#[derive(Clone, Debug)]
pub struct EntryWithText<'a> {
    /// The entry.
    pub entry: Entry,
    text: Cow<'a, str>,
    base: u32,
}

impl EntryWithText<'_> {
    /// The letters of a span of the entry.
    pub fn slice(&self, span: Span) -> &str {
        let text = SourceText {
            str: &self.text,
            base: self.base,
        };
        text.slice(span)
    }
}

impl<'a> JournalText<'a> {
    /// The entry that starts at a place, read again; `None` where its file cannot be read any more.
    pub fn read_entry(&self, origin: Origin) -> Option<EntryWithText<'a>> {
        let text = match self.entry_bytes(origin)? {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        };
        let mut only = FirstEntry(None);
        JournalReader::new(self.dialect).read(
            SourceText {
                str: &text,
                base: origin.0,
            },
            &[],
            &mut only,
            &mut Sink::default(),
        );
        Some(EntryWithText {
            entry: only.0?,
            text,
            base: origin.0,
        })
    }
}

impl<'a> JournalText<'a> {
    /// The bytes of the entry at a place. The text of a big file is not in memory, and one entry is no reason to
    /// read all of it.
    fn entry_bytes(&self, origin: Origin) -> Option<Cow<'a, [u8]>> {
        let source = self.sources.source(origin)?;
        let start = origin.0.saturating_sub(source.base);
        if let Some(rest) = source.bytes().get(start as usize..) {
            return rest.get(..entry_length(rest)).map(Cow::Borrowed);
        }
        let mut file = self.files.open_at(&source.path, start.into()).ok()?;
        let mut bytes = Vec::new();
        loop {
            let more = bytes.len().max(READ_LENGTH);
            bytes.reserve(more);
            let mut stretch = file.by_ref().take(u64::try_from(more).ok()?);
            let read = stretch.read_to_end(&mut bytes).ok()?;
            let length = entry_length(&bytes);
            if length < bytes.len() || read == 0 {
                bytes.truncate(length);
                return Some(Cow::Owned(bytes));
            }
        }
    }
}

/// How much of a file is read for one entry: most are shorter.
const READ_LENGTH: usize = 2_048;

/// A value in its own words. The blanks that line arguments up below each other are layout, no words.
fn normalize_value(written: &EntryWithText<'_>, detail: &Detail) -> String {
    let whole = written.slice(detail.value);
    if detail.arguments.is_empty() {
        return whole.to_owned();
    }
    let free = detail.text.map_or("", |text| written.slice(text));
    let head = whole.strip_suffix(free).unwrap_or(whole);
    let words: Vec<&str> = head.split_ascii_whitespace().collect();
    let gap = if free.is_empty() { "" } else { " " };
    format!("{}{gap}{free}", words.join(" "))
}

/// Keeps the one entry it is given.
struct FirstEntry(Option<Entry>);

impl EntryVisitor for FirstEntry {
    fn visit_entry(&mut self, entry: &Entry, _text: SourceText<'_>, _sink: &mut Sink) {
        self.0.get_or_insert_with(|| entry.clone());
    }
}

/// How far an entry reaches: to the next line that begins in column 1 and is no comment.
fn entry_length(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes)
        .map(|end| end.saturating_add(1))
        .find(|start| {
            bytes
                .get(*start)
                .is_some_and(|first| is_entry_boundary(*first))
        })
        .unwrap_or(bytes.len())
}

impl SourceLookup for JournalText<'_> {
    fn source_files(&self) -> Vec<SourceFile> {
        let volume = |source: &Source| SourceFile {
            file: source.path.display().to_string(),
            start: Origin(source.base),
            end: Origin(source.end()),
        };
        self.sources.as_slice().iter().map(volume).collect()
    }

    fn file_and_line(&self, origin: Origin) -> Option<(Arc<str>, u32)> {
        // To count lines takes the whole text.
        self.sources.reload_texts(self.files).ok()?;
        let (source, position) = self.sources.locate(origin)?;
        Some((Arc::clone(&source.name), position.line))
    }

    fn quote_lines(&self, origin: Origin) -> Vec<QuoteLine> {
        // Few entries have lines: most need not be read again.
        let bytes = self.entry_bytes(origin).unwrap_or_default();
        let has_key = |key: KeyName| memmem::find(&bytes, key.word().as_bytes()).is_some();
        if !has_key(KeyName::Item) && !has_key(KeyName::Less) {
            return Vec::new();
        }
        let Some(written) = self.read_entry(origin) else {
            return Vec::new();
        };
        let fields = EntryFields {
            entry: &written.entry,
            text: SourceText {
                str: &written.text,
                base: written.base,
            },
        };
        let lines = InvoiceLine::read_all(fields);
        lines.iter().map(QuoteLine::from_line).collect()
    }

    fn free_text(&self, origin: Origin) -> String {
        let Some(written) = self.read_entry(origin) else {
            return String::new();
        };
        let noted = |detail: &&Detail| matches!(detail.key, DetailKey::Words);
        let notes = written.entry.details.iter().filter(noted);
        let spans = written.entry.text.into_iter();
        let spans = spans.chain(notes.map(|detail| detail.value));
        let lines = spans.map(|span| written.slice(span));
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }

    fn quote_header(&self, origin: Origin) -> EntryQuote {
        let place = self.file_and_line(origin);
        let bytes = self.entry_bytes(origin).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let text = SourceText {
            str: &text,
            base: origin.0,
        };
        let line = lines(text).next();
        let read = |line| Header::read(&line, &LastDateCache::empty(), &Sink::default()).ok();
        let Some(((file, line), header)) = place.zip(line.and_then(read)) else {
            return EntryQuote {
                origin,
                ..EntryQuote::default()
            };
        };
        let free = header.text.map(|span| text.slice(span).to_owned());
        EntryQuote {
            origin,
            file,
            line,
            keyword: header.directive.word(),
            text: free.unwrap_or_default(),
            details: Vec::new(),
        }
    }

    fn quote_entry(&self, origin: Origin) -> EntryQuote {
        let place = self.file_and_line(origin);
        let Some(((file, line), written)) = place.zip(self.read_entry(origin)) else {
            return EntryQuote {
                origin,
                ..EntryQuote::default()
            };
        };
        let words = |span| written.slice(span).to_owned();
        let entry = &written.entry;
        EntryQuote {
            origin,
            file,
            line,
            keyword: entry.directive.word(),
            text: entry.text.map(words).unwrap_or_default(),
            details: entry
                .details
                .iter()
                .map(|detail| (words(detail.key_span), normalize_value(&written, detail)))
                .collect(),
        }
    }
}
