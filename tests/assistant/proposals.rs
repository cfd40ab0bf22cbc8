//! Lines that an assistant proposes: checked with the journal, laid out, never written.

use super::dialogue::Assistant;
use serde_json::{Value, json};

fn propose(assistant: &Assistant, lines: &str) -> Value {
    assistant.call("propose", json!({"lines": lines}))
}

fn codes(answer: &Value) -> Vec<&str> {
    let findings = answer["structuredContent"]["findings"].as_array();
    let findings = findings.expect("a list").iter();
    findings
        .map(|it| it["code"].as_str().expect("a code"))
        .collect()
}

#[test]
fn lines_that_pass_come_back_laid_out() {
    let assistant = Assistant::new();
    let before = assistant.files();
    let answer = propose(
        &assistant,
        "2026-06-29   payment  #2026-002   100,00\n     id:  NL1\n",
    );
    assert_eq!(answer["isError"], false, "{answer}");
    assert_eq!(
        answer["structuredContent"]["lines"],
        "2026-06-29 payment #2026-002 100,00\n  id: NL1\n"
    );
    assert_eq!(codes(&answer), [""; 0]);
    assert_eq!(assistant.files(), before);
}

#[test]
fn what_an_error_is_with_the_journal_is_refused() {
    let assistant = Assistant::new();
    let before = assistant.files();
    for (lines, code) in [
        ("2026-06-29 payment #2026-902 100,00\n", "R001"),
        ("2026-06-29 paymnt #2026-002 100,00\n", "S001"),
        ("2026-06-29 invoice #2026-002 @bos 100,00 vat 21%\n", "R003"),
    ] {
        let answer = propose(&assistant, lines);
        assert_eq!(answer["isError"], true, "{answer}");
        assert!(codes(&answer).contains(&code), "{lines}: {answer}");
        assert!(answer["structuredContent"]["lines"].is_null());
    }
    assert_eq!(assistant.files(), before);
}

#[test]
fn a_warning_is_told_and_the_lines_come_back() {
    let answer = propose(
        &Assistant::new(),
        "2026-06-29 payment #2026-002 @bos 900,00\n",
    );
    assert_eq!(answer["isError"], false, "{answer}");
    assert!(!codes(&answer).is_empty(), "{answer}");
}

#[test]
fn a_part_of_the_journal_cannot_be_proposed() {
    let answer = propose(&Assistant::new(), "include /etc/passwd\n");
    assert_eq!(answer["isError"], true, "{answer}");
}

#[test]
fn no_lines_are_no_proposal() {
    for lines in [json!(""), json!(" \n"), Value::Null, json!(7)] {
        let answer = Assistant::new().call("propose", json!({"lines": lines}));
        assert_eq!(answer["code"], -32602, "{answer}");
    }
}
