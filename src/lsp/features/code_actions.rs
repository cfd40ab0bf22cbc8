//! `textDocument/codeAction`.

use super::execute_command::show_letter_command;
use super::feature::{Feature, answer_as};
use crate::ide::code_actions::code_actions;
use crate::ide::editor_action::{ActionEffect, ActionKind, EditorAction};
use crate::lsp::diagnostics::to_diagnostic;
use crate::lsp::protocol::{
    CodeAction, CodeActionKind, CodeActionOptions, CodeActionRequest, CodeActionResponse, Request,
};
use crate::lsp::request_context::{DocumentInJournal, RequestContext};
use crate::text::span::Span;

/// Of a longer file, what is done to the whole of it is offered only where it is asked for: an editor asks what can be done
/// wherever the cursor goes.
const MAX_UNASKED_LENGTH: u32 = 1_000_000;

/// What can be done at a place.
pub static CODE_ACTIONS: Feature = Feature {
    method: CodeActionRequest::METHOD,
    declare: |server| {
        let kinds = [ActionKind::Mend, ActionKind::Entry, ActionKind::File];
        let options = CodeActionOptions {
            code_action_kinds: Some(kinds.map(protocol_kind).to_vec()),
            ..CodeActionOptions::default()
        };
        server.code_action_provider = Some(options.into());
    },
    answer: |context, params| {
        answer_as::<CodeActionRequest>(params, |asked| {
            let document = context.document(&asked.text_document);
            Ok(document.map(|document| {
                let start = context.origin(document, asked.range.start);
                let end = context.origin(document, asked.range.end);
                let span = Span::new(start.0, end.0);
                let with_file = match &asked.context.only {
                    Some(kinds) => kinds.contains(&CodeActionKind::Source),
                    None => document.source.length <= MAX_UNASKED_LENGTH,
                };
                let view = &document.journal.view;
                let actions = code_actions(view, document.source, span, with_file);
                let actions = actions.into_iter().filter(|action| {
                    let shows = matches!(action.effect, ActionEffect::ShowLetter(_));
                    context.client.applies_edits || !shows
                });
                let told = actions.map(|action| {
                    CodeActionResponse::from(to_code_action(context, document, action))
                });
                told.collect()
            }))
        })
    },
};

const fn protocol_kind(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::Mend => CodeActionKind::QuickFix,
        ActionKind::Entry => CodeActionKind::Refactor,
        ActionKind::File => CodeActionKind::Source,
    }
}

fn to_code_action(
    context: &RequestContext<'_, '_>,
    document: DocumentInJournal<'_, '_>,
    action: EditorAction<'_>,
) -> CodeAction {
    let finding = action.finding;
    let finding = finding.and_then(|it| to_diagnostic(context, document.journal, it));
    let (edit, command) = match &action.effect {
        ActionEffect::Change(edits) => {
            (Some(context.workspace_edit(document.journal, edits)), None)
        }
        ActionEffect::ShowLetter(letter) => {
            let command = show_letter_command(&action.title, document, context, letter);
            (None, Some(command))
        }
    };
    CodeAction {
        title: action.title,
        kind: Some(protocol_kind(action.kind)),
        diagnostics: finding.map(|finding| vec![finding]),
        is_preferred: action.is_certain.then_some(action.kind == ActionKind::Mend),
        edit,
        command,
        ..CodeAction::default()
    }
}
