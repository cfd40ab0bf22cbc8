//! `textDocument/formatting`: what `fmt` makes of the document.

use super::feature::{Feature, answer_as};
use crate::ide::journal_view::JournalView;
use crate::ide::line_layout::layout_edits;
use crate::lsp::protocol::{DocumentFormattingRequest, ErrorCode, Request};
use crate::lsp::request_context::RequestError;

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
            let edits = layout_edits(text, 0..text.len()).map_err(|_| RequestError {
                code: ErrorCode::RequestFailed,
                message: "some lines cannot be read; the document was left as it is".to_owned(),
            })?;
            Ok(Some(context.text_edits(document, edits)))
        })
    },
};
