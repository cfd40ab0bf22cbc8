//! `textDocument/rangeFormatting`: what `fmt` makes of some lines.

use super::feature::{Feature, answer_as};
use crate::ide::journal_view::JournalView;
use crate::ide::line_layout::layout_edits;
use crate::lsp::protocol::{DocumentRangeFormattingRequest, ErrorCode, Request};
use crate::lsp::request_context::RequestError;

/// Lays out some lines.
pub static RANGE_FORMATTING: Feature = Feature {
    method: DocumentRangeFormattingRequest::METHOD,
    declare: |server| server.document_range_formatting_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<DocumentRangeFormattingRequest>(params, |asked| {
            let Some(document) = context.document(&asked.text_document) else {
                return Ok(None);
            };
            let start = context.offset(document, asked.range.start);
            let end = context.offset(document, asked.range.end);
            let text = JournalView::text(document.source);
            let edits = layout_edits(text, start..end).map_err(|_| RequestError {
                code: ErrorCode::RequestFailed,
                message: "some of these lines cannot be read; all were left as they are".to_owned(),
            })?;
            Ok(Some(context.text_edits(document, edits)))
        })
    },
};
