//! The year of the examples, all its files, typed from nothing: in pieces, with a piece taken back now and then and another
//! pasted. After each step the editor shows what a fresh check of the same texts says.

use super::session::{Session, stored, today, uri, usual_client};
use crate::journals::repository_path;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use tegoed::language::message_text::{message_text, use_decimal_mark};
use tegoed::load::Roots;
use tegoed::pipeline::check_journal;

const FOLDER: &str = "06-small-firm-one-year";

/// How the year is typed.
struct TypingPlan {
    /// So many characters at once.
    piece: usize,
    /// Of so many pieces one is taken back and typed again, and another is five times as long: it was pasted.
    unusual: usize,
}

/// A finding: file, line, code, message.
type ShownFinding = (String, u64, String, String);

/// The journal as it is typed so far, in an editor and beside it.
struct TypedYear {
    session: Session,
    texts: BTreeMap<String, String>,
    root: String,
    steps: usize,
}

impl TypedYear {
    /// Begins with a root file that says `format`, and with the other files empty.
    fn start(root: &str, head: &str, parts: &[String]) -> Self {
        let mut texts: BTreeMap<String, String> = parts
            .iter()
            .map(|path| (path.clone(), String::new()))
            .collect();
        texts.insert(root.to_owned(), head.to_owned());
        let files: Vec<(&str, &str)> = texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let session = Session::start(&files, usual_client());
        for (path, text) in &files {
            session.open(path, text);
        }
        Self {
            session,
            texts,
            root: root.to_owned(),
            steps: 0,
        }
    }

    /// Types words at the end of a file.
    fn type_words(&mut self, path: &str, words: &str) {
        let text = self.texts.get_mut(path).expect("a file");
        let end = end_of(text);
        text.push_str(words);
        self.change(path, &end, &end, words);
    }

    /// Takes words back that were typed last.
    fn undo(&mut self, path: &str, words: &str) {
        let text = self.texts.get_mut(path).expect("a file");
        let end = end_of(text);
        text.truncate(text.len() - words.len());
        let start = end_of(text);
        self.change(path, &start, &end, "");
    }

    fn change(&mut self, path: &str, start: &Value, end: &Value, words: &str) {
        let range = json!({"start": start, "end": end});
        self.session
            .change(path, json!([{"range": range, "text": words}]));
        self.assert_same();
    }

    fn assert_same(&mut self) {
        self.steps += 1;
        let (shown, checked) = (self.shown(), self.checked());
        let what = || format!("after {} steps\n{}", self.steps, self.texts[&self.root]);
        assert_eq!(shown.len(), checked.len(), "{}", what());
        for (shown, checked) in shown.iter().zip(&checked) {
            let (path, line, code, words) = shown;
            assert_eq!((path, line, code), (&checked.0, &checked.1, &checked.2));
            assert!(words.starts_with(&checked.3), "{words}\n{}", checked.3);
        }
    }

    fn shown(&mut self) -> Vec<ShownFinding> {
        self.session.settle();
        let mut all = Vec::new();
        for path in self.texts.keys() {
            let told = self.session.findings.get(&uri(path));
            for finding in told.into_iter().flatten() {
                let message = finding["message"].as_str().expect("words");
                let line = finding["range"]["start"]["line"].as_u64();
                let code = finding["code"].as_str().expect("a code");
                let words = message.split("\nhelp: ").next().expect("words");
                all.push((
                    path.clone(),
                    line.expect("a line"),
                    code.to_owned(),
                    words.to_owned(),
                ));
            }
        }
        all.sort();
        all
    }

    fn checked(&self) -> Vec<ShownFinding> {
        let files: Vec<(&str, &str)> = self
            .texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let roots = Roots::from_file(Path::new(&self.root));
        let checked = check_journal(&roots, &stored(&files), today(), &[]);
        let mut checked = checked.expect("the texts are there");
        use_decimal_mark(&mut checked.findings);
        let findings = checked.findings.diagnostics.iter();
        let told = findings.filter_map(|finding| {
            let (source, place) = checked.sources.locate(finding.primary.span.origin())?;
            Some((
                source.path.display().to_string(),
                u64::from(place.line) - 1,
                finding.kind.code.to_owned(),
                message_text(&finding.message).into_owned(),
            ))
        });
        let mut told: Vec<ShownFinding> = told.collect();
        told.sort();
        told
    }
}

fn end_of(text: &str) -> Value {
    let last = text.rsplit('\n').next().expect("a line");
    json!({"line": text.matches('\n').count(), "character": last.encode_utf16().count()})
}

/// Types the year. How many steps it took.
fn type_the_year(plan: &TypingPlan) -> usize {
    let read = |path: &str| {
        let path = repository_path(&format!("examples/{path}"));
        std::fs::read_to_string(path).expect("an example")
    };
    let root_text = read(&format!("{FOLDER}.tegoed"));
    let parts = ["2025-q1", "2025-q2", "2025-q3", "2025-q4"];
    let parts = parts.map(|name| format!("{FOLDER}/{name}.tegoed"));
    let root = format!("/j/{FOLDER}.tegoed");
    // Until it says `format`, the file is a part of a journal that nobody knows.
    let (head, _) = root_text.split_once("format 1\n").expect("a journal");
    let head = format!("{head}format 1\n");
    let paths: Vec<String> = parts.iter().map(|part| format!("/j/{part}")).collect();
    let mut year = TypedYear::start(&root, &head, &paths);
    type_file(&mut year, plan, &root, &root_text[head.len()..]);
    for (part, path) in parts.iter().zip(&paths) {
        type_file(&mut year, plan, path, &read(part));
    }
    assert_eq!(year.texts[&root], root_text);
    let steps = year.steps;
    year.session.end();
    steps
}

fn type_file(year: &mut TypedYear, plan: &TypingPlan, path: &str, text: &str) {
    let letters: Vec<char> = text.chars().collect();
    let (mut from, mut number) = (0, 0);
    while from < letters.len() {
        number += 1;
        let is_pasted = number % plan.unusual == 0;
        let length = if is_pasted {
            plan.piece * 5
        } else {
            plan.piece
        };
        let to = letters.len().min(from + length);
        let words: String = letters[from..to].iter().collect();
        year.type_words(path, &words);
        if number % plan.unusual == plan.unusual / 2 {
            year.undo(path, &words);
            year.type_words(path, &words);
        }
        from = to;
    }
}

#[test]
fn while_a_year_is_typed_in_pieces_the_findings_are_those_of_check() {
    let steps = type_the_year(&TypingPlan {
        piece: 211,
        unusual: 5,
    });
    assert!(steps > 80, "only {steps} steps");
}

/// `cargo test --release --test main -- --ignored while_a_year_is_typed_letter_by_letter`
#[test]
#[ignore = "some thirty thousand checks of a year take long"]
fn while_a_year_is_typed_letter_by_letter_the_findings_are_those_of_check() {
    let steps = type_the_year(&TypingPlan {
        piece: 1,
        unusual: 101,
    });
    assert!(steps > 20_000, "only {steps} steps");
}
