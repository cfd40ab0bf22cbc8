//! `textDocument/onTypeFormatting`: the line that was ended, and the indent of the next one.

use super::feature::{Feature, answer_as};
use crate::ide::journal_view::JournalView;
use crate::ide::line_layout::new_line_edits;
use crate::lsp::protocol::{
    DocumentOnTypeFormattingOptions, DocumentOnTypeFormattingRequest, Request,
};

/// Lays out while a person types.
pub static ON_TYPE_FORMATTING: Feature = Feature {
    method: DocumentOnTypeFormattingRequest::METHOD,
    declare: |server| {
        server.document_on_type_formatting_provider = Some(DocumentOnTypeFormattingOptions {
            first_trigger_character: "\n".to_owned(),
            more_trigger_character: None,
        });
    },
    answer: |context, params| {
        answer_as::<DocumentOnTypeFormattingRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            Ok(document.map(|document| {
                let place = context.offset(document, asked.position);
                let edits = new_line_edits(JournalView::text(document.source), place);
                context.text_edits(document, edits)
            }))
        })
    },
};
