//! `textDocument/formatting`: what `fmt` makes of the document.

use super::feature::{Feature, answer_as};
use crate::format::{format_journal, has_same_words, layout_errors};
use crate::ide::journal_view::JournalView;
use crate::lsp::protocol::{DocumentFormattingRequest, ErrorCode, Request, TextEdit};
use crate::lsp::request_context::RequestError;
use crate::text::span::Span;

/// Lays out a document.
pub static FORMATTING: Feature = Feature {
    method: DocumentFormattingRequest::METHOD,
    declare: |server| server.document_formatting_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<DocumentFormattingRequest>(params, |asked| {
            let Some(document) = context.document(&asked.text_document) else {
                return Ok(None);
            };
            let text = JournalView::text(document.source);
            if !layout_errors(text).is_empty() {
                return Err(RequestError {
                    code: ErrorCode::RequestFailed,
                    message: "some lines cannot be read; the document was left as it is".to_owned(),
                });
            }
            let new_text = format_journal(text);
            if new_text == text || !has_same_words(text, &new_text) {
                return Ok(Some(Vec::new()));
            }
            let whole = Span::new(document.source.base, document.source.end());
            let range = context.range(document.journal, whole);
            Ok(range.map(|range| vec![TextEdit { range, new_text }]))
        })
    },
};
