//! `textDocument/documentHighlight`.

use super::feature::{Feature, answer_as};
use crate::ide::navigation::find_references;
use crate::lsp::protocol::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightRequest, Request,
};

/// Where what stands at a place is named, in its file.
pub static HIGHLIGHT: Feature = Feature {
    method: DocumentHighlightRequest::METHOD,
    declare: |server| server.document_highlight_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<DocumentHighlightRequest>(params, |asked| {
            let place = context.place(&asked.text_document_position_params);
            Ok(place.map(|(document, place)| {
                let file = document.source.base..document.source.end();
                let names = find_references(&document.journal.view, place).into_iter();
                let here = names.filter(|name| file.contains(&name.mention.span.start));
                let marks = here.filter_map(|name| {
                    let kind = if name.is_declaration {
                        DocumentHighlightKind::Write
                    } else {
                        DocumentHighlightKind::Read
                    };
                    Some(DocumentHighlight {
                        range: context.range(document.journal, name.mention.span)?,
                        kind: Some(kind),
                    })
                });
                marks.collect()
            }))
        })
    },
};
