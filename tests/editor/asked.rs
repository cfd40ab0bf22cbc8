//! What an editor is told: hover, completion, names, edits.

use super::session::{Session, place, uri};
use insta::Settings;
use serde_json::{Value, json};
use std::fmt::Write;

/// A page of what was answered.
pub fn assert_page(name: &str, page: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots/editor");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, page));
}

const ROOT: &str = "/j/main.tegoed";
const QUARTER: &str = "/j/2026/q1.tegoed";

const ROOT_TEXT: &str = "\
format 1
business
  name: Vector
  address: Kade 1
  kvk: 12345678
  vat-id: NL123456782B01
  iban: NL91ABNA0417164300
  language: nl
  policy: std

policy std
  terms: 14 days
  stage: reminder 3 days after due via email
  stage: final 14 days after due via post

customer @jansen
  name: Café Jansen 😀
  kind: business
  address: Dijk 2
  email: j@j.example

customer @berg
  name: Van den Berg
  kind: business
  address: Dijk 4
  email: b@b.example

include 2026/*.tegoed
";

const QUARTER_TEXT: &str = "\
# Eerste kwartaal

2026-01-05 agreed @jansen
2026-01-05 agreed @berg
2026-01-05 invoice #2026-001 @jansen 1210.00 vat 21% | Trap
2026-01-20 payment #2026-001 200.00
2026-02-03 phone @jansen | \"é\" 😀 hij betaalt
  follow-up: 2026-03-12
2026-02-04 invoice #2026-002 @berg 605.00 vat 21% | Deur
2026-02-25 plan #2026-002 | In twee delen
  due: 305.00 on 2026-03-05
  due: 300.00 on 2026-04-05
";

fn files() -> [(&'static str, &'static str); 2] {
    [(ROOT, ROOT_TEXT), (QUARTER, QUARTER_TEXT)]
}

fn hover(session: &mut Session, path: &str, text: &str, words: &str) -> String {
    let asked = place(path, text, words);
    let answer = session.ask("textDocument/hover", asked).expect("an answer");
    let page = answer["contents"]["value"].as_str().unwrap_or("nothing");
    format!("== {words}\n{page}\n\n")
}

#[test]
fn hover_says_how_things_stand() {
    let mut session = Session::with_open(&files());
    let places = [
        "#2026-|001 @jansen",
        "#2026-|002 @berg",
        "@jan|sen 1210",
        "pay|ment",
        "2026-|01-20",
        "200|.00",
        "follow|-up",
        "2026-03-1|2",
    ];
    let pages: String = places
        .iter()
        .map(|words| hover(&mut session, QUARTER, QUARTER_TEXT, words))
        .collect();
    assert_page("hover", &pages);
    session.end();
}

/// What is offered behind some lines that are added to the quarter.
fn offers(session: &mut Session, added: &str) -> String {
    let text = format!("{QUARTER_TEXT}{added}");
    session.replace(QUARTER, &text);
    let line = text.matches('\n').count();
    let column = text
        .rsplit('\n')
        .next()
        .expect("a line")
        .encode_utf16()
        .count();
    let asked = json!({
        "textDocument": {"uri": uri(QUARTER)},
        "position": {"line": line, "character": column},
    });
    let answer = session.ask("textDocument/completion", asked);
    let answer = answer.expect("an answer");
    let mut page = format!("== {added}|\n");
    for item in answer["items"].as_array().expect("a list").iter().take(6) {
        let detail = item["detail"].as_str().unwrap_or_default();
        let label = item["label"].as_str().expect("a label");
        let written = item["textEdit"]["newText"].as_str().expect("a text");
        writeln!(page, "{label:<14} {written:<40} {detail}").expect("memory");
    }
    page
}

#[test]
fn completion_knows_days_names_and_what_is_open() {
    let mut session = Session::with_open(&files());
    let typed = [
        "",
        "2026-03-10 ",
        "2026-03-10 fact",
        "2026-03-10 invoice ",
        "2026-03-10 invoice #2026-003 @ca",
        "2026-03-10 invoice #2026-003 @jansen 100.00 ",
        "2026-03-10 payment #",
        "2026-03-10 promise @jansen #",
        "2026-03-10 sent ",
        "2026-03-10 sent rem",
        "2026-03-10 phone @jansen | gebeld\n  ",
        "2026-03-10 phone @jansen | gebeld\n  fol",
        "2026-03-10 phone @jansen | gebeld\n  follow-up: ",
        "2026-03-10 resolve #2026-001 ",
        "2026-03-10 phone @jansen | gebeld\n  outcome: callback\n2026-03-10 phone @jansen | x\n  outcome: ",
        "2026-03-10 phone @jansen | gebeld\n  reason: ",
        "2026-03-10 invoice #2026-003 @jansen 100.00 vat ",
        "2026-03-10 payment #2026-009 100.00\n  allow: ",
        "decimal-mark ",
        "klant",
        "customer @nieuw\n  policy: ",
    ];
    let pages: Vec<String> = typed
        .iter()
        .map(|added| offers(&mut session, added))
        .collect();
    assert_page("completion", &pages.join("\n"));
    session.end();
}

/// Edits by file, each with the line that it makes.
pub fn edited(answer: &Value, path: &str, text: &str) -> String {
    let edits = answer["changes"][uri(path)].as_array();
    let mut edits = edits.cloned().unwrap_or_default();
    edits.sort_by_key(|edit| {
        let start = &edit["range"]["start"];
        (start["line"].as_u64(), start["character"].as_u64())
    });
    let mut lines: Vec<Vec<u16>> = text
        .split('\n')
        .map(|line| line.encode_utf16().collect())
        .collect();
    for edit in edits.iter().rev() {
        let at = |end: &str, part: &str| {
            usize::try_from(edit["range"][end][part].as_u64().expect("a number")).expect("small")
        };
        let (first, last) = (at("start", "line"), at("end", "line"));
        let mut made = lines[first][..at("start", "character")].to_vec();
        made.extend(edit["newText"].as_str().expect("a text").encode_utf16());
        made.extend(&lines[last][at("end", "character")..]);
        lines.splice(first..=last, [made]);
    }
    let lines = lines
        .iter()
        .map(|line| String::from_utf16(line).expect("text"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_customer_is_renamed_in_all_files() {
    let mut session = Session::with_open(&files());
    let mut asked = place(QUARTER, QUARTER_TEXT, "phone @jan|sen");
    asked["newName"] = json!("@cafe");
    let answer = session
        .ask("textDocument/rename", asked.clone())
        .expect("edits");
    let after = [
        edited(&answer, ROOT, ROOT_TEXT),
        edited(&answer, QUARTER, QUARTER_TEXT),
    ];
    assert_eq!(after[0], ROOT_TEXT.replace("@jansen", "@cafe"));
    assert_eq!(after[1], QUARTER_TEXT.replace("@jansen", "@cafe"));
    asked["newName"] = json!("@berg");
    let taken = session.ask("textDocument/rename", asked.clone());
    assert_eq!(taken, Err("`@berg` is in the journal already".to_owned()));
    asked["newName"] = json!("twee woorden");
    let none = session.ask("textDocument/rename", asked);
    let told = "expected a customer such as @jansen, found `twee woorden`";
    assert_eq!(none, Err(told.to_owned()));
    session.end();
}

#[test]
fn names_lead_to_their_declarations_and_back() {
    let mut session = Session::with_open(&files());
    let asked = place(QUARTER, QUARTER_TEXT, "phone @jan|sen");
    let declared = session.ask("textDocument/definition", asked.clone());
    let declared = declared.expect("a place");
    assert_eq!(declared[0]["uri"], uri(ROOT));
    let line = ROOT_TEXT
        .lines()
        .position(|line| line == "customer @jansen");
    assert_eq!(declared[0]["range"]["start"]["line"], json!(line));
    let mut counted = |with_declaration: bool| {
        let mut asked = asked.clone();
        asked["context"] = json!({"includeDeclaration": with_declaration});
        let places = session
            .ask("textDocument/references", asked)
            .expect("places");
        places.as_array().expect("a list").len()
    };
    assert_eq!((counted(true), counted(false)), (4, 3));
    session.end();
}

#[test]
fn formatting_is_that_of_fmt() {
    let messy = QUARTER_TEXT.replace("2026-01-20 payment", "2026-01-20    payment");
    let mut session = Session::with_open(&[(ROOT, ROOT_TEXT), (QUARTER, &messy)]);
    let asked = json!({
        "textDocument": {"uri": uri(QUARTER)},
        "options": {"tabSize": 2, "insertSpaces": true},
    });
    let answer = session
        .ask("textDocument/formatting", asked)
        .expect("edits");
    let edits = json!({"changes": {uri(QUARTER): answer}});
    let after = edited(&edits, QUARTER, &messy);
    assert_eq!(after, tegoed::format::format_journal(&messy));
    session.end();
}

#[test]
fn the_outline_has_headings_with_their_entries() {
    let mut session = Session::with_open(&files());
    let mut page = String::new();
    for path in [ROOT, QUARTER] {
        let asked = json!({"textDocument": {"uri": uri(path)}});
        let answer = session
            .ask("textDocument/documentSymbol", asked)
            .expect("a list");
        write_symbols(&answer, 0, &mut page);
    }
    assert_page("outline", &page);
    session.end();
}

fn write_symbols(symbols: &Value, depth: usize, page: &mut String) {
    for symbol in symbols.as_array().into_iter().flatten() {
        let name = symbol["name"].as_str().expect("a name");
        let detail = symbol["detail"].as_str().unwrap_or_default();
        writeln!(page, "{:depth$}{name} | {detail}", "").expect("memory");
        write_symbols(&symbol["children"], depth + 2, page);
    }
}

#[test]
fn a_client_that_counts_bytes_is_told_bytes() {
    let client = json!({"capabilities": {"general": {"positionEncodings": ["utf-8", "utf-16"]}}});
    let text = "format 1\n2026-01-05 note @a | é😀 x\n2026-01-05 nota @a | x\n";
    for (client, column) in [(client, "byte"), (super::session::usual_client(), "utf-16")] {
        let mut session = Session::start(&[(ROOT, text)], client);
        session.open(ROOT, text);
        // Behind the emoji: 4 bytes, or 2 units.
        let behind = if column == "byte" { 29 } else { 26 };
        let insert = json!([{
            "range": {
                "start": {"line": 1, "character": behind},
                "end": {"line": 1, "character": behind},
            },
            "text": "\nzz ",
        }]);
        session.change(ROOT, insert);
        session.settle();
        let found: Vec<u64> = session.findings[&uri(ROOT)]
            .iter()
            .filter(|finding| finding["code"] == "S001")
            .filter_map(|finding| finding["range"]["start"]["line"].as_u64())
            .collect();
        assert_eq!(found, [2, 3], "{column}");
        session.end();
    }
}
