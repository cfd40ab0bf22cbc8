//! `textDocument/references`.

use super::feature::{Feature, answer_as};
use crate::ide::navigation::find_references;
use crate::lsp::protocol::{ReferencesRequest, Request};

/// Where what stands at a place is named, in all files.
pub static REFERENCES: Feature = Feature {
    method: ReferencesRequest::METHOD,
    declare: |server| server.references_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<ReferencesRequest>(params, |asked| {
            let place = context.place(&asked.text_document_position_params);
            let with_declaration = asked.context.include_declaration;
            Ok(place.map(|(document, place)| {
                let names = find_references(&document.journal.view, place).into_iter();
                let names = names.filter(|name| with_declaration || !name.is_declaration);
                let places =
                    names.filter_map(|name| context.location(document.journal, name.mention.span));
                places.collect()
            }))
        })
    },
};
