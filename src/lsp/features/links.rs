//! `textDocument/documentLink`: included files and documents.

use super::feature::{Feature, answer_as};
use crate::ide::links::file_links;
use crate::lsp::document_uri::to_uri;
use crate::lsp::protocol::{DocumentLink, DocumentLinkOptions, DocumentLinkRequest, Request};

/// Paths that can be opened.
pub static LINKS: Feature = Feature {
    method: DocumentLinkRequest::METHOD,
    declare: |server| server.document_link_provider = Some(DocumentLinkOptions::default()),
    answer: |context, params| {
        answer_as::<DocumentLinkRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            Ok(document.map(|document| {
                let links = file_links(&document.journal.view, document.source).into_iter();
                let shown = links.filter_map(|link| {
                    Some(DocumentLink {
                        range: context.range(document.journal, link.span)?,
                        target: Some(to_uri(&link.target)),
                        ..DocumentLink::default()
                    })
                });
                shown.collect()
            }))
        })
    },
};
