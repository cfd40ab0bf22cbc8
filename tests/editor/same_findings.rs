//! What an editor shows is what `check` says: of the same texts, after every edit.

use super::session::{Session, stored, today, uri};
use serde_json::json;
use std::path::Path;
use tegoed::language::message_text::{message_text, use_decimal_mark};
use tegoed::load::Roots;
use tegoed::pipeline::check_journal;

const ROOT: &str = "/j/year.tegoed";

/// The findings of a fresh check: line, code and message of each.
fn checked(text: &str) -> Vec<(u64, String, String)> {
    let files = stored(&[(ROOT, text)]);
    let checked = check_journal(&Roots::from_file(Path::new(ROOT)), &files, today(), &[]);
    let mut checked = checked.expect("the text is there");
    use_decimal_mark(&mut checked.findings);
    let findings = checked.findings.diagnostics.iter();
    let told = findings.map(|finding| {
        let place = checked.sources.locate(finding.primary.span.origin());
        let line = place.map_or(0, |(_, position)| position.line.saturating_sub(1));
        let code = finding.kind.code.to_owned();
        (
            line.into(),
            code,
            message_text(&finding.message).into_owned(),
        )
    });
    told.collect()
}

/// The findings that the editor shows.
fn shown(session: &mut Session) -> Vec<(u64, String, String)> {
    session.settle();
    let told = session
        .findings
        .get(&uri(ROOT))
        .cloned()
        .unwrap_or_default();
    let each = told.iter().map(|finding| {
        let message = finding["message"].as_str().expect("words");
        let first = message.split("\nhelp: ").next().expect("words");
        (
            finding["range"]["start"]["line"].as_u64().expect("a line"),
            finding["code"].as_str().expect("a code").to_owned(),
            first.to_owned(),
        )
    });
    each.collect()
}

fn assert_same(session: &mut Session, text: &str) {
    let (shown, checked) = (shown(session), checked(text));
    assert_eq!(shown.len(), checked.len(), "{text}");
    for ((line, code, words), (its_line, its_code, message)) in shown.iter().zip(&checked) {
        assert_eq!((line, code), (its_line, its_code));
        assert!(words.starts_with(message.as_str()), "{words}\n{message}");
    }
}

/// A journal is typed a few letters at a time, with a letter too many now and then that is taken out again.
#[test]
fn while_a_journal_is_typed_the_findings_are_those_of_check() {
    let whole = include_str!("../../examples/03-reminders.tegoed");
    let mut session = Session::start(&[(ROOT, "")], super::session::usual_client());
    session.open(ROOT, "");
    // Until it says `format`, the file is a part of a journal that nobody knows.
    let (_, behind) = whole.split_once("format 1\n").expect("a journal");
    let mut typed = whole[..whole.len() - behind.len()].to_owned();
    session.replace(ROOT, &typed);
    let letters: Vec<char> = behind.chars().collect();
    for (step, part) in letters.chunks(7).enumerate() {
        let line = typed.matches('\n').count();
        let column = typed
            .rsplit('\n')
            .next()
            .expect("a line")
            .encode_utf16()
            .count();
        let end = json!({"line": line, "character": column});
        let part: String = part.iter().collect();
        session.change(
            ROOT,
            json!([{"range": {"start": end, "end": end}, "text": part}]),
        );
        typed.push_str(&part);
        if step % 5 == 0 {
            assert_same(&mut session, &typed);
        }
    }
    assert_same(&mut session, whole);
    session.end();
}

/// Part of a journal is pasted, the rest undone.
#[test]
fn after_paste_and_undo_the_findings_are_those_of_check() {
    let whole = include_str!("../../examples/04-dispute-and-promise.tegoed");
    let mut session = Session::with_open(&[(ROOT, whole)]);
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    for first in (0..lines.len()).step_by(3) {
        let cut: String = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != first)
            .map(|(_, line)| *line)
            .collect();
        let range = json!({"start": {"line": first, "character": 0}, "end": {"line": first + 1, "character": 0}});
        session.change(ROOT, json!([{"range": range, "text": ""}]));
        assert_same(&mut session, &cut);
        let back = json!({"line": first, "character": 0});
        session.change(
            ROOT,
            json!([{"range": {"start": back, "end": back}, "text": lines[first]}]),
        );
        assert_same(&mut session, whole);
    }
    session.end();
}
