//! `textDocument/codeLens`: only where the user asked for it (`"codeLens": true` when the server is started).

use super::feature::{Feature, answer_as};
use crate::ide::code_lenses::ageing_lenses;
use crate::lsp::protocol::{CodeLens, CodeLensOptions, CodeLensRequest, Command, Request};
use crate::text::span::Span;

/// Words above declarations.
pub static CODE_LENSES: Feature = Feature {
    method: CodeLensRequest::METHOD,
    declare: |server| server.code_lens_provider = Some(CodeLensOptions::default()),
    answer: |context, params| {
        answer_as::<CodeLensRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            let document = document.filter(|_| context.client.wants_code_lenses);
            Ok(document.map(|document| {
                let lenses = ageing_lenses(&document.journal.view, document.source);
                let told = lenses.into_iter().filter_map(|lens| {
                    let place = Span::new(lens.place, lens.place);
                    Some(CodeLens {
                        range: context.range(document.journal, place)?,
                        // Words alone: to choose them does nothing.
                        command: Some(Command {
                            title: lens.words,
                            ..Command::default()
                        }),
                        ..CodeLens::default()
                    })
                });
                told.collect()
            }))
        })
    },
};
