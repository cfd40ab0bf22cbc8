//! What an assistant is told is what the command line prints.

use super::dialogue::Assistant;
use serde_json::{Value, json};
use std::fmt::Write;

#[test]
fn each_tool_answers_as_its_command() {
    let assistant = Assistant::new();
    for (tool, arguments, words) in [
        ("next", json!({}), &["next"][..]),
        (
            "next",
            json!({"for": "2026-07-20"}),
            &["next", "--for", "2026-07-20"],
        ),
        ("aging", json!({}), &["aging"]),
        (
            "aging",
            json!({"by": "invoice", "buckets": [14, "60"], "late_since": "2026-01-01"}),
            &[
                "aging",
                "--by",
                "invoice",
                "--buckets",
                "14,60",
                "--late-since",
                "2026-01-01",
            ],
        ),
        (
            "statement",
            json!({"customer": "bos"}),
            &["statement", "bos"],
        ),
        (
            "show",
            json!({"id": "2026-002", "explain": true}),
            &["show", "2026-002", "--explain"],
        ),
        (
            "claim",
            json!({"invoice": ["2026-002"]}),
            &["claim", "2026-002"],
        ),
        ("call", json!({"customer": "bos"}), &["call", "bos"]),
        ("letters", json!({}), &["letters"]),
        (
            "letters",
            json!({"only": "bos"}),
            &["letters", "--only", "bos"],
        ),
        ("check", json!({}), &["check"]),
        (
            "check",
            json!({"code": ["C", "E029"]}),
            &["check", "C", "E029"],
        ),
        ("explain", json!({"code": "R001"}), &["explain", "R001"]),
        (
            "explain",
            json!({"code": "betaling"}),
            &["explain", "betaling"],
        ),
        ("explain", json!({"code": "tone"}), &["explain", "tone"]),
    ] {
        let typed = [words, &["-O", "json", "--as-of", "2026-06-30"]].concat();
        let printed = assistant.command_line(&typed).stdout;
        let printed = String::from_utf8(printed).expect("text");
        let answer = assistant.call(tool, arguments);
        assert_eq!(answer["isError"], false, "{tool}: {answer}");
        assert_eq!(answer["content"][0]["text"], printed.trim_end(), "{tool}");
        let page: Value = serde_json::from_str(&printed).expect("JSON");
        assert!(!page["rows"].as_array().expect("rows").is_empty(), "{tool}");
        assert_eq!(answer["structuredContent"], page, "{tool}");
    }
}

#[test]
fn the_day_of_a_question_goes_before_that_of_the_server() {
    let assistant = Assistant::new();
    let answer = assistant.call("aging", json!({"as_of": "2026-02-10"}));
    assert_eq!(answer["structuredContent"]["as_of"], "2026-02-10");
}

#[test]
fn a_journal_with_errors_gives_no_figures_but_its_errors() {
    let assistant = Assistant::new();
    let main = assistant.files().into_keys().next().expect("a file");
    let journal = std::fs::read_to_string(&main).expect("text");
    std::fs::write(
        &main,
        format!("{journal}\n2026-06-01 payment #nope 10,00\n"),
    )
    .expect("a file");
    let answer = assistant.call("aging", json!({}));
    assert_eq!(answer["isError"], true);
    assert_eq!(answer["structuredContent"]["error"]["exit"], 1);
    let found = &answer["structuredContent"]["findings"]["rows"][0];
    assert_eq!(found["code"], "R001", "{answer}");
    let answer = assistant.call("check", json!({}));
    assert_eq!(answer["isError"], false, "the check itself went well");
}

/// What an assistant reads before it asks.
#[test]
fn the_tools_say_what_they_are_for() {
    let nothing = json!({});
    let hello = json!({"protocolVersion": "2025-06-18", "capabilities": {}});
    let answers = Assistant::new().ask(&[
        ("initialize", hello),
        ("ping", nothing.clone()),
        ("tools/list", nothing),
    ]);
    let [introduction, pong, tools] = &answers[..] else {
        panic!("three answers")
    };
    assert_eq!(*pong, json!({}));
    let mut page = String::new();
    let instructions = introduction["instructions"].as_str().expect("words");
    let _ = writeln!(page, "{}\n{instructions}", introduction["protocolVersion"]);
    for tool in tools["tools"].as_array().expect("a list") {
        let _ = writeln!(page, "\n== {}", tool["name"].as_str().expect("a name"));
        let about = tool["description"].as_str().expect("words");
        let _ = writeln!(page, "{}", about.lines().next().expect("a line"));
        assert_eq!(tool["annotations"]["readOnlyHint"], true);
        let schema = &tool["inputSchema"];
        for (name, property) in schema["properties"].as_object().expect("names") {
            let required = schema["required"].as_array().expect("a list");
            let mark = if required.contains(&json!(name)) {
                "*"
            } else {
                ""
            };
            let about = property["description"].as_str().expect("words");
            let form = match property.get("enum") {
                Some(words) => words.to_string(),
                None => property["type"].to_string(),
            };
            let _ = writeln!(page, "  {name}{mark} {form}: {about}");
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/assistant");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!("tools", page));
}

#[test]
fn a_version_that_is_not_known_is_answered_with_the_newest_that_is() {
    let assistant = Assistant::new();
    for (asked, spoken) in [
        ("2024-11-05", "2024-11-05"),
        ("2025-11-25", "2025-11-25"),
        ("2031-01-01", "2025-11-25"),
    ] {
        let hello = json!({"protocolVersion": asked, "capabilities": {}});
        let answer = assistant.ask(&[("initialize", hello)]).remove(0);
        assert_eq!(answer["protocolVersion"], spoken);
    }
}

/// The client that the protocol's makers publish, where it is installed.
#[test]
fn the_published_client_understands_the_answers() {
    use std::process::Command;
    let has_client = Command::new("python3").args(["-c", "import mcp"]).output();
    if !has_client.is_ok_and(|answer| answer.status.success()) {
        eprintln!("python3 has no module mcp: the published client asked nothing");
        return;
    }
    let assistant = Assistant::new();
    let main = assistant.files().into_keys().next().expect("a file");
    let output = Command::new("python3")
        .args(["-c", include_str!("published_client.py")])
        .args([env!("CARGO_BIN_EXE_tegoed").as_ref(), main.as_os_str()])
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&output.stdout);
    let why = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        told, "tools: 10\naging: 484.00\npropose: passed\nshow nobody: error\n",
        "{why}"
    );
}
