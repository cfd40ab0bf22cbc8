//! `textDocument/prepareRename`.

use super::feature::{Feature, answer_as};
use crate::ide::rename::renamable_name;
use crate::lsp::protocol::{
    PrepareRenamePlaceholder, PrepareRenameRequest, PrepareRenameResult, RenameOptions, Request,
};

/// What can be renamed at a place.
pub static PREPARE_RENAME: Feature = Feature {
    method: PrepareRenameRequest::METHOD,
    declare: |server| {
        let options = RenameOptions {
            prepare_provider: Some(true),
            ..RenameOptions::default()
        };
        server.rename_provider = Some(options.into());
    },
    answer: |context, params| {
        answer_as::<PrepareRenameRequest>(params, |asked| {
            let place = context.place(&asked.text_document_position_params);
            Ok(place.and_then(|(document, place)| {
                let (span, placeholder) = renamable_name(&document.journal.view, place)?;
                let range = context.range(document.journal, span)?;
                let name = PrepareRenamePlaceholder { range, placeholder };
                Some(PrepareRenameResult::from(name))
            }))
        })
    },
};
