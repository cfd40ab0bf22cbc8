//! What no assistant should send: the server answers with an error, goes on, and writes nothing.

use super::dialogue::Assistant;
use serde_json::{Value, json};

fn codes(answers: &[Value]) -> Vec<(&Value, i64)> {
    let codes = answers.iter().map(|answer| {
        let code = answer["error"]["code"].as_i64();
        (&answer["id"], code.expect("an error"))
    });
    codes.collect()
}

#[test]
fn lines_that_are_no_request_are_refused_and_the_next_one_is_answered() {
    let assistant = Assistant::new();
    let mut lines = b"nonsense\n\
        [{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]\n\
        {\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}\n\
        {\"jsonrpc\":\"2.0\",\"id\":2}\n\
        {\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\",\"params\":[1]}\n\
        {\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"resources/list\"}\n\
        {\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}\n\
        {\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}\n\
        \n"
    .to_vec();
    lines.extend(b"{\"id\":6,\"method\":\"p\xffng\"}\n");
    lines.extend(b"{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"ping\"}");
    let mut answers = assistant.send_lines(&lines);
    let last = answers.pop().expect("an answer");
    assert_eq!(last, json!({"jsonrpc": "2.0", "id": "last", "result": {}}));
    let none = Value::Null;
    assert_eq!(
        codes(&answers),
        [
            (&none, -32700),
            (&none, -32600),
            (&none, -32600),
            (&json!(2), -32600),
            (&json!(3), -32602),
            (&json!(4), -32601),
            (&none, -32700),
        ]
    );
}

#[test]
fn a_line_without_end_fills_no_memory() {
    let mut lines = vec![b'x'; 17 * 1024 * 1024];
    lines.extend(b"\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n");
    let answers = Assistant::new().send_lines(&lines);
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["error"]["code"], -32700);
    assert_eq!(answers[1]["result"], json!({}));
}

#[test]
fn nothing_that_would_write_can_be_said() {
    let assistant = Assistant::new();
    let before = assistant.files();
    for (tool, arguments) in [
        ("check", json!({"fix": true})),
        ("check", json!({"at": "1"})),
        ("letters", json!({"out": "letters"})),
        ("letters", json!({"record": true})),
        ("letters", json!({"stage": "statement", "customer": "bos"})),
        ("aging", json!({"output": "x.csv"})),
        ("aging", json!({"file": "/etc/passwd"})),
        ("init", json!({})),
        ("fmt", json!({})),
        ("", json!({})),
        ("explain", json!({})),
        ("show", json!({"id": 1.5, "explain": "yes"})),
        ("show", json!({"id": "a\u{0}b"})),
        ("next", json!([])),
    ] {
        let answer = assistant.call(tool, arguments.clone());
        assert_eq!(answer["code"], -32602, "{tool} {arguments}: {answer}");
    }
    assert_eq!(assistant.files(), before);
}

/// A value is a value, whatever it looks like.
#[test]
fn words_that_look_like_flags_stay_values() {
    let assistant = Assistant::new();
    let before = assistant.files();
    for (tool, arguments) in [
        ("show", json!({"id": "--output=x.txt"})),
        ("show", json!({"id": "-ox.txt"})),
        (
            "statement",
            json!({"customer": "bos", "from": "2026-01-01 --output=x"}),
        ),
        ("check", json!({"code": ["--fix"]})),
        ("claim", json!({"invoice": ["-f", "/etc/passwd"]})),
        ("next", json!({"owner": "--help"})),
    ] {
        let answer = assistant.call(tool, arguments.clone());
        let is_refused = answer["isError"] == true;
        let has_nothing = answer["structuredContent"]["rows"] == json!([]);
        assert!(is_refused || has_nothing, "{tool} {arguments}: {answer}");
    }
    assert_eq!(assistant.files(), before);
}

#[test]
fn a_journal_on_standard_input_is_refused() {
    let output = Assistant::new().command_line(&["mcp", "-f", "-"]);
    assert_eq!(output.status.code(), Some(2));
}
