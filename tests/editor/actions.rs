//! What an editor offers to do about a place: mends, entries that come next, letters that are due.

use super::asked::{assert_page, edited};
use super::session::{Session, place};
use serde_json::{Value, json};
use std::fmt::Write;

const ROOT: &str = "/j/main.tegoed";
const TEXT: &str = "\
format 1
decimal-mark ,
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

2026-01-05 agreed @jansen
2026-01-05 agreed @berg
2026-02-10 invoice #2026-001 @jansen 1210,00 vat 21% | Trap
2026-02-20 invoice #2026-002 @berg 605,00 vat 21% | Deur
2026-02-21 invoice #2026-003 @berg 121,00 vat 21% | Slot
2026-02-23 invoice #2026-004 @berg 242,00 vat 21% | Raam
2026-03-01 payment @berg 363,00 | Slot en raam
2026-03-02 payment @berg 50,00
  ref: factuur 2026-004
2026-03-03 phone @jansen | Betaalt 500,00 op 20-03-2026, \"de rest\" later.
2026-03-04 phone @jansen #2026-001 | Wil € 600 op 2026-03-20 en 610,00 op 2026-04-20 betalen
  > De trap kraakt; nummer 12 ook.
2026-03-05 phone @berg | Belt terug
2026-03-06 phone @nieuw | Wil een offerte
2026-03-09 bank-through
2026-03-12 note @berg | afspraak op de bouw
";

fn client() -> Value {
    json!({"capabilities": {
        "workspace": {"applyEdit": true},
        "window": {"showDocument": {"support": true}},
    }})
}

fn asked_actions(session: &mut Session, text: &str, words: &str) -> Vec<Value> {
    let at = place(ROOT, text, words);
    let range = json!({"start": at["position"], "end": at["position"]});
    let asked = json!({
        "textDocument": at["textDocument"],
        "range": range,
        "context": {"diagnostics": []},
    });
    let answer = session.ask("textDocument/codeAction", asked);
    answer
        .expect("an answer")
        .as_array()
        .expect("a list")
        .clone()
}

/// Each action, with the lines that it adds or changes, behind the line above them.
fn page_of(session: &mut Session, text: &str, words: &str) -> String {
    let mut page = format!("== {words}\n");
    for action in asked_actions(session, text, words) {
        let title = action["title"].as_str().expect("a title");
        writeln!(page, "{title}").expect("memory");
        if action["edit"].is_null() {
            continue;
        }
        let after = edited(&action["edit"], ROOT, text);
        let before: Vec<&str> = text.lines().collect();
        let mut above = "";
        for line in after.lines() {
            if !before.contains(&line) {
                if before.contains(&above) {
                    writeln!(page, "      {above}").expect("memory");
                }
                writeln!(page, "    + {line}").expect("memory");
            }
            above = line;
        }
    }
    page
}

#[test]
fn actions_mend_and_write_what_comes_next() {
    let broken = "2026-03-01 payment #2026-020 10,00\n2026-02-28 note @berg | x\n";
    let text = format!("{TEXT}{broken}");
    let mut session = Session::start(&[(ROOT, &text)], client());
    session.open(ROOT, &text);
    let places = ["invoice #2026-|002", "payment #2026-|020"];
    let pages = places.map(|words| page_of(&mut session, &text, words));
    assert_page("actions", &pages.join("\n"));
    session.end();
}

#[test]
fn a_payment_is_placed_by_the_best_reason_first() {
    let mut session = Session::start(&[(ROOT, TEXT)], client());
    session.open(ROOT, TEXT);
    let places = [
        "payment @berg |363",
        "pay|ment @berg 50",
        "payment| @berg 363",
    ];
    let pages = places.map(|words| page_of(&mut session, TEXT, words));
    assert_page("placed-payments", &pages.join("\n"));
    session.end();
}

#[test]
fn a_note_leads_to_what_it_says_and_no_more() {
    let mut session = Session::start(&[(ROOT, TEXT)], client());
    session.open(ROOT, TEXT);
    let places = ["Be|taalt 500", "Wil € 6|00", "Be|lt terug", "phone @ni|euw"];
    let pages = places.map(|words| page_of(&mut session, TEXT, words));
    assert_page("entries-from-notes", &pages.join("\n"));
    session.end();
}

#[test]
fn a_letter_that_is_due_is_shown_and_recorded() {
    let mut session = Session::start(&[(ROOT, TEXT)], client());
    session.open(ROOT, TEXT);
    let words = "invoice #2026-|001";
    let mut page = page_of(&mut session, TEXT, words);
    let actions = asked_actions(&mut session, TEXT, words);
    let mut commands = actions.iter().map(|action| &action["command"]);
    let command = commands.find(|command| command.is_object());
    let command = command.expect("a letter to look at").clone();
    let asked = json!({"command": command["command"], "arguments": command["arguments"]});
    session.told.clear();
    let done = session.ask("workspace/executeCommand", asked.clone());
    assert_eq!(done, Ok(Value::Null));
    for message in &session.told {
        let params = &message["params"];
        let method = message["method"].as_str().expect("a name");
        writeln!(page, "\n== {method} {}", params["uri"]).expect("memory");
        for (uri, edits) in params["edit"]["changes"].as_object().into_iter().flatten() {
            let letter = edits[0]["newText"].as_str().expect("a text");
            writeln!(page, "{uri}\n{letter}").expect("memory");
        }
    }
    assert_page("due-letter", &page);
    // It was paid meanwhile.
    session.replace(
        ROOT,
        &format!("{TEXT}2026-03-10 payment #2026-001 1210,00\n"),
    );
    let late = session.ask("workspace/executeCommand", asked);
    assert_eq!(late, Err("this letter is due no longer".to_owned()));
    let unknown = json!({"command": "tegoed.burn"});
    let refused = session.ask("workspace/executeCommand", unknown);
    assert_eq!(refused, Err("no such command: tegoed.burn".to_owned()));
    session.end();
}

#[test]
fn an_editor_that_makes_no_edits_of_the_server_is_offered_no_letter_to_look_at() {
    let mut session = Session::with_open(&[(ROOT, TEXT)]);
    let actions = asked_actions(&mut session, TEXT, "invoice #2026-|001");
    assert!(actions.iter().all(|action| action["command"].is_null()));
    assert!(!actions.is_empty(), "it can be recorded as sent");
    session.end();
}
