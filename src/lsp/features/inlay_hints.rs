//! `textDocument/inlayHint`: only where the user asked for it (`"inlayHints": true` when the server is started).

use super::feature::{Feature, answer_as};
use crate::ide::inlay_hints::inlay_hints;
use crate::lsp::protocol::{InlayHint, InlayHintLabel, InlayHintRequest, Request};
use crate::text::span::Span;

/// Words behind the lines of invoices.
pub static INLAY_HINTS: Feature = Feature {
    method: InlayHintRequest::METHOD,
    declare: |server| server.inlay_hint_provider = Some(true.into()),
    answer: |context, params| {
        answer_as::<InlayHintRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            let document = document.filter(|_| context.client.wants_inlay_hints);
            Ok(document.map(|document| {
                let start = context.origin(document, asked.range.start);
                let end = context.origin(document, asked.range.end);
                let shown = Span::new(start.0, end.0);
                let hints = inlay_hints(&document.journal.view, document.source, shown);
                let told = hints.into_iter().filter_map(|hint| {
                    let place = Span::new(hint.place, hint.place);
                    let position = context.range(document.journal, place)?.start;
                    let label = InlayHintLabel::from(hint.words);
                    let padded = Some(true);
                    Some(InlayHint::new(
                        position, label, None, None, None, padded, None, None,
                    ))
                });
                told.collect()
            }))
        })
    },
};
