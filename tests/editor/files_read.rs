//! What is read again after a change: the files of the journals that are open, each once.

use super::session::Session;
use super::session::usual_client;
use serde_json::json;

const ROOT: &str = "/j/main.tegoed";
const ROOT_TEXT: &str = "format 1\ncustomer @a\n  name: A\ninclude 2026/*.tegoed\n";
const PART: &str = "/j/2026/q1.tegoed";
const PART_TEXT: &str = "2026-01-05 note @a | een\n";
const OTHER: &str = "/j/2026/q2.tegoed";
const OTHER_TEXT: &str = "2026-04-05 note @a | twee\n";

fn stored_session() -> Session {
    let files = [(ROOT, ROOT_TEXT), (PART, PART_TEXT), (OTHER, OTHER_TEXT)];
    Session::start(&files, usual_client())
}

fn type_a_letter(session: &Session, path: &str) {
    let start = json!({"line": 0, "character": 0});
    let letter = json!([{"range": {"start": start, "end": start}, "text": ";"}]);
    session.change(path, letter);
}

#[test]
fn a_change_in_an_included_file_reads_the_other_files_once() {
    let mut session = stored_session();
    session.open(PART, PART_TEXT);
    let _to_find_the_journal = session.files_opened();
    type_a_letter(&session, PART);
    let each = session.files_opened();
    for _ in 0..5 {
        type_a_letter(&session, PART);
        assert_eq!(session.files_opened(), each);
    }
    session.open(OTHER, OTHER_TEXT);
    let _to_find_it_again = session.files_opened();
    type_a_letter(&session, OTHER);
    assert!(session.files_opened() < each, "one file more is open");
    session.end();
}

#[test]
fn a_file_that_is_included_no_more_is_looked_for_once() {
    let mut session = stored_session();
    session.open(ROOT, ROOT_TEXT);
    session.open(PART, PART_TEXT);
    session.settle();
    session.replace(ROOT, &ROOT_TEXT.replace("2026/*", "2026/q2"));
    let _to_look_for_it = session.files_opened();
    type_a_letter(&session, ROOT);
    let each = session.files_opened();
    for _ in 0..3 {
        type_a_letter(&session, ROOT);
        assert_eq!(session.files_opened(), each);
    }
    session.end();
}
