//! `textDocument/definition`.

use super::feature::{Feature, answer_as};
use crate::ide::navigation::find_declarations;
use crate::lsp::protocol::{Definition, DefinitionRequest, DefinitionResponse, Location, Request};

/// Where what stands at a place is declared.
pub static DEFINITION: Feature = Feature {
    method: DefinitionRequest::METHOD,
    declare: |server| server.definition_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<DefinitionRequest>(params, |asked| {
            let place = context.place(&asked.text_document_position_params);
            let found: Option<Vec<Location>> = place.map(|(document, place)| {
                let spans = find_declarations(&document.journal.view, place).into_iter();
                let places = spans.filter_map(|span| context.location(document.journal, span));
                places.collect()
            });
            let found = found.filter(|places| !places.is_empty());
            Ok(found.map(|places| DefinitionResponse::from(Definition::from(places))))
        })
    },
};
