//! What no editor should send: the server answers with an error or goes on, and loses nothing.

use super::session::{Session, place, uri, usual_client};
use serde_json::{Value, json};

const ROOT: &str = "/j/main.tegoed";
const TEXT: &str = "format 1\ncustomer @a\n  name: A\n2026-01-05 note @a | één 😀 x\n";

fn still_answers(session: &mut Session, text: &str) {
    let asked = place(ROOT, text, "customer @|a");
    let answer = session.ask("textDocument/hover", asked).expect("an answer");
    assert!(answer["contents"]["value"].is_string(), "{answer}");
}

#[test]
fn parameters_that_cannot_be_read_are_refused() {
    let mut session = Session::with_open(&[(ROOT, TEXT)]);
    for params in [
        Value::Null,
        json!([]),
        json!({"textDocument": 5}),
        json!("x"),
    ] {
        session
            .ask("textDocument/hover", params)
            .expect_err("no such place");
    }
    session
        .ask("textDocument/unheardOf", json!({}))
        .expect_err("no such request");
    session.tell("textDocument/didChange", json!({"textDocument": {}}));
    session.tell("textDocument/didOpen", json!(7));
    still_answers(&mut session, TEXT);
    session.end();
}

#[test]
fn what_is_not_open_has_no_answer() {
    let mut session = Session::with_open(&[(ROOT, TEXT)]);
    let mut asked = place(ROOT, TEXT, "customer @|a");
    asked["textDocument"]["uri"] = json!(uri("/elsewhere.tegoed"));
    assert_eq!(session.ask("textDocument/hover", asked), Ok(Value::Null));
    session.change("/elsewhere.tegoed", json!([{"text": "x"}]));
    let closed = json!({"textDocument": {"uri": uri(ROOT)}});
    session.tell("textDocument/didClose", closed.clone());
    session.tell("textDocument/didClose", closed);
    session.open(ROOT, TEXT);
    still_answers(&mut session, TEXT);
    session.end();
}

#[test]
fn edits_outside_the_text_are_made_at_its_ends() {
    let mut session = Session::with_open(&[(ROOT, TEXT)]);
    let at = |line: u32, character: u32| json!({"line": line, "character": character});
    // In the middle of a character of two units: its start.
    let inside = json!([{"range": {"start": at(3, 26), "end": at(3, 26)}, "text": ""}]);
    session.change(ROOT, inside);
    let behind =
        json!([{"range": {"start": at(900, 0), "end": at(900, 4_000_000)}, "text": "; end\n"}]);
    session.change(ROOT, behind);
    let backwards = json!([{"range": {"start": at(3, 5), "end": at(1, 0)}, "text": "lost"}]);
    session.change(ROOT, backwards);
    let text = format!("{TEXT}; end\n");
    still_answers(&mut session, &text);
    let asked = json!({"textDocument": {"uri": uri(ROOT)}, "options": {"tabSize": 2, "insertSpaces": true}});
    let answer = session
        .ask("textDocument/formatting", asked)
        .expect("no edits");
    assert_eq!(answer, json!([]), "the text is as it was laid out");
    session.end();
}

#[test]
fn much_garbage_at_once_is_read() {
    let garbage = "é\u{0}\"#@ 2026-13-45 invoice\t".repeat(20_000);
    let mut session = Session::with_open(&[(ROOT, TEXT)]);
    session.replace(ROOT, &garbage);
    session.settle();
    assert!(!session.findings[&uri(ROOT)].is_empty());
    session.replace(ROOT, TEXT);
    still_answers(&mut session, TEXT);
    session.end();
}

#[test]
fn requests_before_the_beginning_are_refused() {
    let (editor, server) = tegoed::lsp::Connection::memory();
    let early = json!({"jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": {}});
    let message = serde_json::from_value(early).expect("a message");
    editor.sender.send(message).expect("it is there");
    let exit = json!({"jsonrpc": "2.0", "method": "exit", "params": null});
    editor
        .sender
        .send(serde_json::from_value(exit).expect("a message"))
        .expect("it is there");
    assert!(super::session::serve_nothing(&server).is_err());
    let answer = editor.receiver.recv().expect("an answer");
    let answer = serde_json::to_value(answer).expect("a message");
    assert!(answer["error"]["message"].is_string(), "{answer}");
}

#[test]
fn an_editor_that_is_gone_ends_the_server() {
    let session = Session::with_open(&[(ROOT, TEXT)]);
    session.leave();
}

#[test]
fn files_outside_an_untrusted_folder_are_not_read() {
    let files = [
        (ROOT, "format 1\ninclude 2026/*.tegoed\n"),
        ("/j/2026/q1.tegoed", "customer @a\n  name: A\n"),
    ];
    let client = json!({
        "capabilities": {},
        "workspaceFolders": [{"uri": "file:///j/2026", "name": "2026"}],
        "initializationOptions": {"trusted": false},
    });
    for (client, is_read) in [(client, false), (usual_client(), true)] {
        let mut session = Session::start(&files, client);
        session.open(files[1].0, files[1].1);
        session.settle();
        assert_eq!(session.findings.contains_key(&uri(ROOT)), is_read);
        session.end();
    }
}

#[test]
fn a_request_that_is_taken_back_before_it_is_answered_is_refused() {
    let mut session = Session::with_open(&[(ROOT, TEXT)]);
    session.settle();
    // While so much is read, what comes next waits.
    session.replace(
        ROOT,
        &format!("{TEXT}é#@ 2026-13-45 invoice\t").repeat(5_000),
    );
    let asked = json!({"textDocument": {"uri": uri(ROOT)}});
    let ask = |id: i32| json!({"jsonrpc": "2.0", "id": id, "method": "textDocument/documentSymbol", "params": asked});
    session.send(ask(500));
    session.send(ask(501));
    session.tell("$/cancelRequest", json!({"id": 500}));
    let answer = session.answer_to(500);
    assert_eq!(answer["error"]["code"], -32800, "{answer}");
    let answer = session.answer_to(501);
    assert!(answer["result"].is_array(), "{answer}");
    // What is answered cannot be taken back.
    session.tell("$/cancelRequest", json!({"id": 501}));
    session.settle();
    session.end();
}
