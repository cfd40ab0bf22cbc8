//! What an editor shows beside the text: findings with their tags, ageing above customers.

use super::asked::assert_page;
use super::session::{Session, uri, usual_client};
use serde_json::{Value, json};
use std::fmt::Write;

const ROOT: &str = "/j/main.tegoed";
const TEXT: &str = "\
format 1
business
  name: Vector
  language: nl

customer @jansen
  name: Café Jansen 😀

customer @berg
  name: Van den Berg

customer @niemand
  name: Niemand

2026-01-05 invoice #1 @jansen 1210.00 due 2026-01-19 | Trap
2026-02-20 invoice #2 @jansen 300.00 due 2026-03-20 | Deur
2026-02-25 payment @jansen 10.00 on-account
2026-03-01 fee #1 25.00
2026-03-02 invoice #3 @jansen 100.00 USD due 2026-03-09 | Raam
2026-03-03 note @berg | x
  allow: E007 niets te doen
";

fn client_with(options: &Value) -> Value {
    let tags = json!({"publishDiagnostics": {"tagSupport": {"valueSet": [1, 2]}}});
    json!({"capabilities": {"textDocument": tags}, "initializationOptions": options})
}

#[test]
fn what_does_nothing_is_drawn_faint_where_the_editor_can() {
    for (client, can) in [(client_with(&json!({})), true), (usual_client(), false)] {
        let mut session = Session::start(&[(ROOT, TEXT)], client);
        session.open(ROOT, TEXT);
        session.settle();
        let mut tagged = String::new();
        for finding in &session.findings[&uri(ROOT)] {
            if finding["tags"].is_array() {
                let line = finding["range"]["start"]["line"].as_u64().expect("a line");
                let code = finding["code"].as_str().expect("a code");
                writeln!(tagged, "{line} {code} {}", finding["tags"]).expect("memory");
            }
        }
        let wanted = if can {
            "11 R007 [1]\n20 X001 [1]\n"
        } else {
            ""
        };
        assert_eq!(tagged, wanted);
        session.end();
    }
}

#[test]
fn ageing_stands_above_customers_where_it_is_asked_for() {
    let asked = json!({"textDocument": {"uri": uri(ROOT)}});
    let mut page = String::new();
    for options in [json!({}), json!({"codeLens": true})] {
        let mut session = Session::start(&[(ROOT, TEXT)], client_with(&options));
        session.open(ROOT, TEXT);
        let answer = session.ask("textDocument/codeLens", asked.clone());
        let lenses = answer.expect("an answer");
        writeln!(page, "== {options}").expect("memory");
        for lens in lenses.as_array().into_iter().flatten() {
            let line = lens["range"]["start"]["line"].as_u64().expect("a line");
            let line = usize::try_from(line).expect("small");
            let above = TEXT.lines().nth(line).expect("a line");
            let words = lens["command"]["title"].as_str().expect("words");
            writeln!(page, "{above}: {words}").expect("memory");
        }
        session.end();
    }
    assert_page("code-lens", &page);
}
