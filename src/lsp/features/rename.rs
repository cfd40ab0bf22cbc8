//! `textDocument/rename`.

use super::feature::{Feature, answer_as};
use crate::ide::rename::rename;
use crate::lsp::protocol::{ErrorCode, RenameRequest, Request};
use crate::lsp::request_context::RequestError;

/// Gives an invoice, a customer or a policy another name, in all files.
pub static RENAME: Feature = Feature {
    method: RenameRequest::METHOD,
    // `prepareRename` says it.
    declare: |_| {},
    answer: |context, params| {
        answer_as::<RenameRequest>(params, |asked| {
            let place = context.place(&asked.text_document_position_params);
            let Some((document, place)) = place else {
                return Ok(None);
            };
            let edits = rename(&document.journal.view, place, &asked.new_name);
            let edits = edits.map_err(|message| RequestError {
                code: ErrorCode::RequestFailed,
                message,
            })?;
            Ok(Some(context.workspace_edit(document.journal, &edits)))
        })
    },
};
