//! What a request is answered from: the journals at this moment, and the ways to their texts.

use super::client::EditorAbilities;
use super::document_uri::to_uri;
use super::open_document::{OpenDocument, OpenDocuments};
use super::open_journal::is_document;
use super::positions::LineIndex;
use super::protocol::{
    ErrorCode, Location, Position, Range, TextDocumentIdentifier, TextDocumentPositionParams,
    TextEdit, Uri, WorkspaceEdit,
};
use crate::ide::journal_view::JournalView;
use crate::ide::line_layout::LineEdit;
use crate::text::edit::Edit;
use crate::text::source::{Files, Source};
use crate::text::span::{Origin, Span};
use serde_json::Value;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

/// Why a request gets no answer.
#[derive(Clone, Debug)]
pub struct RequestError {
    /// The number of the protocol for it.
    pub code: ErrorCode,
    /// One sentence.
    pub message: String,
}

/// Something that the editor is asked, while it is answered.
#[derive(Clone, Debug)]
pub struct EditorRequest {
    /// The name of the request in the protocol.
    pub method: &'static str,
    /// What is sent with it.
    pub params: Value,
}

/// A journal at this moment, and where the lines of its files start.
pub struct ViewedJournal<'a> {
    /// The journal.
    pub view: JournalView<'a>,
    lines: Vec<OnceCell<LineIndex>>,
}

/// What a request is answered from.
pub struct RequestContext<'v, 'a> {
    /// The journals.
    pub journals: &'v [ViewedJournal<'a>],
    /// The documents that are open.
    pub documents: &'v OpenDocuments,
    /// The files under them.
    pub files: &'v dyn Files,
    /// The editor.
    pub client: &'v EditorAbilities,
    /// What it is asked beside the answer, which follows. Nobody waits for what it says.
    pub outbox: &'v RefCell<Vec<EditorRequest>>,
}

/// A file of a journal.
#[derive(Clone, Copy)]
pub struct DocumentInJournal<'v, 'a> {
    /// The journal.
    pub journal: &'v ViewedJournal<'a>,
    /// The file.
    pub source: &'a Source,
}

impl<'a> ViewedJournal<'a> {
    /// A view whose lines are not counted yet.
    pub fn new(view: JournalView<'a>) -> Self {
        let sources = view.outcome.sources.as_slice().iter();
        Self {
            lines: sources.map(|_| OnceCell::new()).collect(),
            view,
        }
    }
}

impl<'v, 'a> RequestContext<'v, 'a> {
    /// The file that a document is, in the first journal that has it.
    pub fn document(&self, id: &TextDocumentIdentifier) -> Option<DocumentInJournal<'v, 'a>> {
        let document = self.documents.find(&id.uri)?;
        self.journals.iter().find_map(|journal| {
            let source = self.source_of(journal, document)?;
            Some(DocumentInJournal { journal, source })
        })
    }

    fn source_of(
        &self,
        journal: &ViewedJournal<'a>,
        document: &OpenDocument,
    ) -> Option<&'a Source> {
        let sources = journal.view.outcome.sources.as_slice();
        let by_path = sources.iter().find(|it| it.path == document.path);
        by_path.or_else(|| {
            let mut all = sources.iter();
            all.find(|it| is_document(&it.path, document, self.files))
        })
    }

    /// A place in a document.
    pub fn place(
        &self,
        at: &TextDocumentPositionParams,
    ) -> Option<(DocumentInJournal<'v, 'a>, Origin)> {
        let document = self.document(&at.text_document)?;
        Some((document, self.origin(document, at.position)))
    }

    /// A place as one that counts through all files.
    pub fn origin(&self, document: DocumentInJournal<'v, 'a>, position: Position) -> Origin {
        let offset = self.offset(document, position);
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        Origin(document.source.base.saturating_add(offset))
    }

    /// A place as a byte of its file.
    pub fn offset(&self, document: DocumentInJournal<'v, 'a>, position: Position) -> usize {
        let lines = self.line_index(document.journal, document.source);
        lines.map_or(0, |lines| lines.offset(document.source.bytes(), position))
    }

    /// Edits of the bytes of a file as those of a document.
    pub fn text_edits(
        &self,
        document: DocumentInJournal<'v, 'a>,
        edits: Vec<LineEdit>,
    ) -> Vec<TextEdit> {
        let text = document.source.bytes();
        let Some(lines) = self.line_index(document.journal, document.source) else {
            return Vec::new();
        };
        let each = edits.into_iter().map(|(bytes, new_text)| TextEdit {
            range: lines.range(text, bytes),
            new_text,
        });
        each.collect()
    }

    /// A stretch of text as places of its file.
    pub fn range(&self, journal: &ViewedJournal<'_>, span: Span) -> Option<Range> {
        let source = journal.view.outcome.sources.source(span.origin())?;
        let lines = self.line_index(journal, source)?;
        let start = span.start.saturating_sub(source.base) as usize;
        let end = span.end.saturating_sub(source.base) as usize;
        Some(lines.range(source.bytes(), start..end))
    }

    /// A stretch of text with the address of its file.
    pub fn location(&self, journal: &ViewedJournal<'_>, span: Span) -> Option<Location> {
        let source = journal.view.outcome.sources.source(span.origin())?;
        let range = self.range(journal, span)?;
        Some(Location {
            uri: self.uri_of(source),
            range,
        })
    }

    /// The address of a file: as the editor wrote it where it has it open.
    pub fn uri_of(&self, source: &Source) -> Uri {
        let mut open = self.documents.iter();
        open.find(|document| is_document(&source.path, document, self.files))
            .map_or_else(|| to_uri(&source.path), |document| document.uri.clone())
    }

    /// Edits by file.
    pub fn workspace_edit(&self, journal: &ViewedJournal<'_>, edits: &[Edit]) -> WorkspaceEdit {
        let mut by_file: BTreeMap<u32, (Uri, Vec<TextEdit>)> = BTreeMap::new();
        for edit in edits {
            let source = journal.view.outcome.sources.source(edit.span.origin());
            let Some((source, range)) = source.zip(self.range(journal, edit.span)) else {
                continue;
            };
            let file = by_file
                .entry(source.base)
                .or_insert_with(|| (self.uri_of(source), Vec::new()));
            let new_text = edit.text.clone();
            file.1.push(TextEdit { range, new_text });
        }
        WorkspaceEdit {
            changes: Some(by_file.into_values().collect()),
            ..WorkspaceEdit::default()
        }
    }

    fn line_index<'j>(
        &self,
        journal: &'j ViewedJournal<'_>,
        source: &Source,
    ) -> Option<&'j LineIndex> {
        let sources = journal.view.outcome.sources.as_slice().iter();
        let index = sources.take_while(|it| it.base < source.base).count();
        let lines = journal.lines.get(index)?;
        Some(lines.get_or_init(|| LineIndex::new(source.bytes(), self.client.unit)))
    }
}
