//! What goes on around the texts: files that change on disk, folders, what takes long, what is taken back.

use super::session::{Session, uri, usual_client};
use serde_json::{Value, json};

const ROOT: &str = "/j/main.tegoed";
const ROOT_TEXT: &str = "format 1\ncustomer @a\n  name: A\ninclude 2026/*.tegoed\n";
const PART: &str = "/j/2026/q1.tegoed";
const PART_TEXT: &str = "2026-01-05 note @a | een\n";

fn has_findings(session: &mut Session, path: &str) -> bool {
    session.settle();
    let found = session.findings.get(&uri(path));
    found.is_some_and(|found| found.iter().any(|finding| finding["severity"] == 1))
}

fn methods(session: &Session) -> Vec<&str> {
    let told = session.told.iter();
    told.filter_map(|message| message["method"].as_str())
        .collect()
}

#[test]
fn an_editor_that_can_watch_files_is_asked_to_and_told_what_they_change() {
    let client = json!({"capabilities": {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}}});
    let mut session = Session::start(&[(ROOT, ROOT_TEXT), (PART, PART_TEXT)], client);
    session.open(ROOT, ROOT_TEXT);
    assert!(!has_findings(&mut session, PART));
    assert_eq!(methods(&session), ["client/registerCapability"]);
    let asked = &session.told[0]["params"]["registrations"][0];
    assert_eq!(asked["method"], "workspace/didChangeWatchedFiles");
    let watched = &asked["registerOptions"]["watchers"];
    assert_eq!(watched[0]["globPattern"], "**/*.tegoed");
    assert_eq!(watched[1]["globPattern"], "**/tegoed.toml");
    // Another branch is checked out: one file has other words, one is new.
    session.store(PART, "2026-01-05 note @b | een\n");
    assert!(has_findings(&mut session, PART));
    session.store("/j/2026/q2.tegoed", "2026-04-05 nota @a | twee\n");
    assert!(has_findings(&mut session, "/j/2026/q2.tegoed"));
    session.store(PART, PART_TEXT);
    assert!(!has_findings(&mut session, PART));
    // What is open goes before what is stored.
    session.store(ROOT, "");
    assert!(has_findings(&mut session, "/j/2026/q2.tegoed"));
    session.end();
}

#[test]
fn an_editor_that_can_watch_no_files_is_asked_nothing() {
    let mut session = Session::start(&[], usual_client());
    session.settle();
    assert!(session.told.is_empty(), "{:?}", session.told);
    session.end();
}

#[test]
fn a_journal_that_takes_long_to_read_is_told_of() {
    let long = "; a comment of some length, so that the file is a big one\n".repeat(40_000);
    let long = format!("{ROOT_TEXT}{long}");
    let files = [(ROOT, ROOT_TEXT), (PART, PART_TEXT)];
    let long_files = [(ROOT, long.as_str()), (PART, PART_TEXT)];
    let client = json!({"capabilities": {"window": {"workDoneProgress": true}}});
    let told = |files: &[(&str, &str)], client: Value| {
        let mut session = Session::start(files, client);
        session.open(files[0].0, files[0].1);
        session.settle();
        let kinds = session.told.iter().map(|message| {
            let params = &message["params"];
            assert_eq!(params["token"], "tegoed/loading");
            let kind = params["value"]["kind"].as_str();
            kind.or(message["method"].as_str())
                .expect("a word")
                .to_owned()
        });
        let kinds: Vec<String> = kinds.collect();
        session.end();
        kinds
    };
    let shown = told(&long_files, client.clone());
    assert_eq!(shown, ["window/workDoneProgress/create", "begin", "end"]);
    assert!(told(&long_files, usual_client()).is_empty());
    assert!(told(&files, client).is_empty());
}

#[test]
fn folders_that_are_opened_and_closed_change_what_may_be_read() {
    let files = [(ROOT, ROOT_TEXT), (PART, "2026-01-05 note @b | een\n")];
    let client = json!({
        "capabilities": {},
        "workspaceFolders": [{"uri": "file:///j/2026", "name": "2026"}],
        "initializationOptions": {"trusted": false},
    });
    let mut session = Session::start(&files, client);
    let can = &session.introduction["capabilities"]["workspace"]["workspaceFolders"];
    assert_eq!(can["changeNotifications"], true);
    session.open(PART, files[1].1);
    assert!(!has_findings(&mut session, PART), "alone, @b may be known");
    let all = json!([{"uri": "file:///j", "name": "j"}]);
    let change =
        |added: &Value, removed: &Value| json!({"event": {"added": added, "removed": removed}});
    let method = "workspace/didChangeWorkspaceFolders";
    session.tell(method, change(&all, &json!([])));
    assert!(
        has_findings(&mut session, PART),
        "its journal declares no @b"
    );
    session.tell(method, change(&json!([]), &all));
    assert!(!has_findings(&mut session, PART));
    session.end();
}
