//! `textDocument/semanticTokens/full`: colours.

use super::feature::{Feature, answer_as};
use crate::ide::tokens::{HIGHLIGHT_KINDS, HighlightKind, tokens};
use crate::lsp::protocol::{
    Position, Request, SemanticToken, SemanticTokens, SemanticTokensLegend, SemanticTokensOptions,
    SemanticTokensRequest,
};

/// What the words of a document are.
pub static SEMANTIC_TOKENS: Feature = Feature {
    method: SemanticTokensRequest::METHOD,
    declare: |server| {
        let names = HIGHLIGHT_KINDS.map(|kind| protocol_name(kind).to_owned());
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
    kind: HighlightKind,
) -> Option<SemanticToken> {
    let delta_line = start.line.checked_sub(last.line)?;
    let from = if delta_line == 0 { last.character } else { 0 };
    let number = HIGHLIGHT_KINDS.iter().position(|known| *known == kind)?;
    Some(SemanticToken {
        delta_line,
        delta_start: start.character.checked_sub(from)?,
        length,
        token_type: u32::try_from(number).ok()?,
        token_modifiers_bitset: 0,
    })
}

const fn protocol_name(kind: HighlightKind) -> &'static str {
    match kind {
        HighlightKind::Keyword => "keyword",
        HighlightKind::Key => "property",
        HighlightKind::Day | HighlightKind::Number => "number",
        HighlightKind::Invoice => "variable",
        HighlightKind::Customer => "class",
        HighlightKind::Word => "enumMember",
        HighlightKind::Text => "string",
        HighlightKind::Comment => "comment",
        HighlightKind::Heading => "namespace",
    }
}
