//! A journal as an editor has it at one moment: what follows from its texts, and the texts to point into.

use super::mention::{Mention, MentionKind, mentions_in};
use crate::day::Day;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::language::phrases::Language;
use crate::letter::library::template_set::TemplateSet;
use crate::pipeline::Outcome;
use crate::report::shared::report_input::{ReportInput, ReportOptions};
use crate::syntax::entry::Entry;
use crate::syntax::entry_lines::entry_lines_around;
use crate::syntax::journal_file::JournalFile;
use crate::text::diagnostic::Findings;
use crate::text::source::{Files, Source};
use crate::text::span::{Origin, Span};
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::ops::Deref;

/// What a view of a journal rests on.
#[derive(Clone, Copy)]
pub struct ViewBasis<'a> {
    /// What was read.
    pub outcome: &'a Outcome,
    /// What was found.
    pub findings: &'a Findings,
    /// What is known on the day of the editor.
    pub day: &'a Day<'a>,
    /// The language of pages: that of the business.
    pub language: &'static Language,
    /// The words of letters.
    pub templates: &'a TemplateSet,
    /// What is asked of reports.
    pub options: &'a ReportOptions,
    /// The day it is.
    pub today: NaiveDate,
    /// Where files can be looked for.
    pub files_on_disk: &'a dyn Files,
}

/// A journal at one moment. All places count through all its files, as in [`crate::text::source::Sources`].
pub struct JournalView<'a> {
    /// What it rests on.
    basis: ViewBasis<'a>,
    /// The entries of each file, read when first asked for.
    files: Vec<OnceCell<JournalFile>>,
}

impl<'a> Deref for JournalView<'a> {
    type Target = ViewBasis<'a>;

    fn deref(&self) -> &ViewBasis<'a> {
        &self.basis
    }
}

/// What a name stands for. Capitals and leading zeros may differ where the journal lets them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionTarget {
    /// An invoice, a credit note or another number.
    Invoice(InvoiceIx),
    /// A customer.
    Customer(CustomerIx),
    /// Every version of a policy of this name.
    Policy(String),
}

/// Whether a place is in a span, or right behind it.
pub const fn touches(span: Span, place: u32) -> bool {
    span.start <= place && place <= span.end
}

impl<'a> JournalView<'a> {
    /// A view of these, with no entry read yet.
    pub fn new(basis: ViewBasis<'a>) -> Self {
        let sources = basis.outcome.sources.as_slice().iter();
        Self {
            files: sources.map(|_| OnceCell::new()).collect(),
            basis,
        }
    }

    /// The text of a file; empty where it is no UTF-8.
    pub fn text(source: &Source) -> &str {
        std::str::from_utf8(source.bytes()).unwrap_or_default()
    }

    /// The characters at a span.
    pub fn slice(&self, span: Span) -> &'a str {
        std::str::from_utf8(self.outcome.sources.bytes(span)).unwrap_or_default()
    }

    /// The entries of a file, with places that count through all files.
    pub fn entries_of(&self, source: &Source) -> Vec<Entry> {
        let sources = self.outcome.sources.as_slice().iter();
        let index = sources.take_while(|it| it.base < source.base).count();
        let read = || JournalFile::read(Self::text(source).to_owned(), &[], self.outcome.dialect);
        let file = self.files.get(index).map(|file| file.get_or_init(read));
        let entries = file.map_or(&[][..], JournalFile::entries).iter();
        entries.map(|entry| entry.shifted(source.base)).collect()
    }

    /// The entries of all files, in the order in which the files were read.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        let sources = self.outcome.sources.as_slice().iter();
        sources.flat_map(|source| self.entries_of(source))
    }

    /// The entry that a place is in, read alone; `None` where no keyword can be read.
    pub fn entry_at(&self, place: Origin) -> Option<Entry> {
        let source = self.outcome.sources.source(place)?;
        let whole = Self::text(source);
        let offset = place.0.saturating_sub(source.base) as usize;
        let around = entry_lines_around(whole, offset);
        let base = source
            .base
            .saturating_add(u32::try_from(around.start).unwrap_or(u32::MAX));
        let lines = whole.get(around).unwrap_or_default();
        let read = JournalFile::read(lines.to_owned(), &[], self.outcome.dialect);
        read.entries().first().map(|entry| entry.shifted(base))
    }

    /// What reports are given, on this day and in this language.
    pub fn report_input(&self) -> ReportInput<'a> {
        ReportInput {
            day: self.day,
            root_file: "",
            language: self.language,
            options: self.options,
        }
    }

    /// What a name stands for; `None` where the journal could not make out what it means.
    pub fn target_of(&self, kind: MentionKind, name: &str) -> Option<MentionTarget> {
        let journal = &self.outcome.journal;
        match kind {
            MentionKind::Invoice => {
                let invoice = journal.invoice_numbers.index_of(name);
                invoice.map(MentionTarget::Invoice)
            }
            MentionKind::Customer => {
                let customer = journal.customer_ids.index_of(name);
                customer.map(MentionTarget::Customer)
            }
            MentionKind::Policy => Some(MentionTarget::Policy(name.to_owned())),
        }
    }

    /// What the name at a place stands for, and the name.
    pub fn target_at(&self, place: Origin) -> Option<(MentionTarget, Mention)> {
        self.target_in(&self.entry_at(place)?, place)
    }

    /// The same, in the entry that is known to be there.
    pub fn target_in(&self, entry: &Entry, place: Origin) -> Option<(MentionTarget, Mention)> {
        let mut names = mentions_in(entry).into_iter();
        let mention = names.find(|mention| touches(mention.span, place.0))?;
        let name = self.slice(mention.name_span());
        Some((self.target_of(mention.kind, name)?, mention))
    }
}
