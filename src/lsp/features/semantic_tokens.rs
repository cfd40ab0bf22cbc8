//! `textDocument/semanticTokens/full`: colours.

use super::feature::{Feature, answer_as};
use crate::ide::tokens::{COLOUR_KINDS, ColourKind, tokens};
use crate::lsp::protocol::{
    Position, Request, SemanticToken, SemanticTokens, SemanticTokensLegend, SemanticTokensOptions,
    SemanticTokensRequest,
};

/// What the words of a document are.
pub static SEMANTIC_TOKENS: Feature = Feature {
    method: SemanticTokensRequest::METHOD,
    declare: |server| {
        let names = COLOUR_KINDS.map(|kind| protocol_name(kind).to_owned());
        let options = SemanticTokensOptions {
            legend: SemanticTokensLegend::new(names.to_vec(), Vec::new()),
            full: Some(true.into()),
            ..SemanticTokensOptions::default()
        };
        server.semantic_tokens_provider = Some(options.into());
    },
    answer: |context, params| {
        answer_as::<SemanticTokensRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            Ok(document.map(|document| {
                let mut last = Position::default();
                let found = tokens(&document.journal.view, document.source).into_iter();
                let data = found.filter_map(|(span, kind)| {
                    let range = context.range(document.journal, span)?;
                    // A token is on one line.
                    let length = range.end.character.checked_sub(range.start.character)?;
                    let token = relative_token(last, range.start, length, kind)?;
                    last = range.start;
                    Some(token)
                });
                SemanticTokens {
                    result_id: None,
                    data: data.collect(),
                }
            }))
        })
    },
};

/// A token as the protocol has it: from the one before.
fn relative_token(
    last: Position,
    start: Position,
    length: u32,
    kind: ColourKind,
) -> Option<SemanticToken> {
    let delta_line = start.line.checked_sub(last.line)?;
    let from = if delta_line == 0 { last.character } else { 0 };
    let number = COLOUR_KINDS.iter().position(|known| *known == kind)?;
    Some(SemanticToken {
        delta_line,
        delta_start: start.character.checked_sub(from)?,
        length,
        token_type: u32::try_from(number).ok()?,
        token_modifiers_bitset: 0,
    })
}

const fn protocol_name(kind: ColourKind) -> &'static str {
    match kind {
        ColourKind::Keyword => "keyword",
        ColourKind::Key => "property",
        ColourKind::Day => "regexp",
        ColourKind::Number => "number",
        ColourKind::Invoice => "variable",
        ColourKind::Customer => "class",
        ColourKind::Word => "enumMember",
        ColourKind::Text => "string",
        ColourKind::Comment => "comment",
        ColourKind::Heading => "namespace",
    }
}
