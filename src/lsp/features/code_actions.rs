//! `textDocument/codeAction`.

use super::feature::{Feature, answer_as};
use crate::ide::code_actions::code_actions;
use crate::ide::editor_action::{ActionKind, EditorAction};
use crate::lsp::diagnostics::to_diagnostic;
use crate::lsp::protocol::{
    CodeAction, CodeActionKind, CodeActionOptions, CodeActionRequest, CodeActionResponse, Request,
};
use crate::lsp::request_context::{DocumentInJournal, RequestContext};
use crate::text::span::Span;

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
                let actions = code_actions(&document.journal.view, document.source, span);
                let actions = actions.into_iter();
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
    CodeAction {
        title: action.title,
        kind: Some(protocol_kind(action.kind)),
        diagnostics: finding.map(|finding| vec![finding]),
        is_preferred: action.is_certain.then_some(action.kind == ActionKind::Mend),
        edit: Some(context.workspace_edit(document.journal, &action.edits)),
        ..CodeAction::default()
    }
}
