//! `textDocument/hover`.

use super::feature::{Feature, answer_as};
use crate::ide::hover::hover;
use crate::lsp::protocol::{Contents, Hover, HoverRequest, MarkupContent, MarkupKind, Request};

/// What is known of what stands at a place.
pub static HOVER: Feature = Feature {
    method: HoverRequest::METHOD,
    declare: |server| server.hover_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<HoverRequest>(params, |asked| {
            let place = context.place(&asked.text_document_position_params);
            Ok(place.and_then(|(document, place)| {
                let page = hover(&document.journal.view, place)?;
                let content = MarkupContent {
                    kind: MarkupKind::Markdown,
                    value: page.markdown,
                };
                Some(Hover {
                    contents: Contents::from(content),
                    range: context.range(document.journal, page.span),
                })
            }))
        })
    },
};
