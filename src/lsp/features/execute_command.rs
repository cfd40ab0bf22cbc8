//! `workspace/executeCommand`: what a code action asks for that no edit of a journal does.

use super::feature::{Feature, answer_as};
use crate::ide::due_letters::letter_page;
use crate::ide::editor_action::LetterName;
use crate::lsp::protocol::{
    Command, ErrorCode, ExecuteCommandOptions, ExecuteCommandRequest, Request,
    TextDocumentIdentifier,
};
use crate::lsp::request_context::{DocumentInJournal, EditorRequest, RequestContext, RequestError};
use serde_json::{Value, json};

/// Shows a letter in a document of its own, which no file holds until the user stores it.
const SHOW_LETTER: &str = "tegoed.showLetter";

/// The commands of code actions.
pub static EXECUTE_COMMAND: Feature = Feature {
    method: ExecuteCommandRequest::METHOD,
    declare: |server| {
        server.execute_command_provider = Some(ExecuteCommandOptions {
            commands: vec![SHOW_LETTER.to_owned()],
            ..ExecuteCommandOptions::default()
        });
    },
    answer: |context, params| {
        answer_as::<ExecuteCommandRequest>(params, |asked| {
            let refuse = |code, message: String| RequestError { code, message };
            if asked.command != SHOW_LETTER {
                let words = format!("no such command: {}", asked.command);
                return Err(refuse(ErrorCode::InvalidParams, words));
            }
            let argument = asked.arguments.unwrap_or_default().into_iter().next();
            let shown = argument.and_then(|it| show_letter(context, &it));
            let words = || "this letter is due no longer".to_owned();
            shown.ok_or_else(|| refuse(ErrorCode::RequestFailed, words()))?;
            Ok(None)
        })
    },
};

/// The command that shows a letter of the journal that a document belongs to.
pub fn show_letter_command(
    title: &str,
    document: DocumentInJournal<'_, '_>,
    context: &RequestContext<'_, '_>,
    letter: &LetterName,
) -> Command {
    let argument = json!({
        "uri": context.uri_of(document.source),
        "customer": letter.customer,
        "stage": letter.stage,
        "invoice": letter.invoice,
    });
    Command {
        title: title.to_owned(),
        command: SHOW_LETTER.to_owned(),
        arguments: Some(vec![argument]),
        ..Command::default()
    }
}

/// Asks the editor to make a document with the words of a letter, and to show it.
fn show_letter(context: &RequestContext<'_, '_>, argument: &Value) -> Option<()> {
    let word = |name: &str| Some(argument.get(name)?.as_str()?.to_owned());
    let document = TextDocumentIdentifier {
        uri: word("uri")?.into(),
    };
    let letter = LetterName {
        customer: word("customer")?,
        stage: word("stage")?,
        invoice: word("invoice")?,
    };
    let journal = context.document(&document)?.journal;
    let page = letter_page(&journal.view, &letter)?;
    let uri = format!("untitled:{}", page.name);
    let start = json!({"line": 0, "character": 0});
    let insertion = json!({"range": {"start": start, "end": start}, "newText": page.text});
    let ask = |method, params| {
        let request = EditorRequest { method, params };
        context.outbox.borrow_mut().push(request);
    };
    let changes = json!({"changes": {uri.as_str(): [insertion]}});
    let label = format!("{} to @{}", letter.stage, letter.customer);
    ask(
        "workspace/applyEdit",
        json!({"label": label, "edit": changes}),
    );
    if context.client.shows_documents {
        ask(
            "window/showDocument",
            json!({"uri": uri, "takeFocus": true}),
        );
    }
    Some(())
}
