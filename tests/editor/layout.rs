//! The layout that an editor gives to a document, to some lines, and to a line that is ended: that of `fmt`.

use super::asked::edited;
use super::session::{Session, uri};
use crate::journals;
use serde_json::{Value, json};
use tegoed::format::{format_journal, layout_errors};

const ROOT: &str = "/j/main.tegoed";
const MESSY: &str = "\
format   1
customer @a
    name:Anna
  terms:  14   days

2026-01-05   invoice #1 @a 10.00   |  een
\torder:PO-1
  item:  1 x 8.00   | kort
  item:  1 x 2.00 | een veel langer woord
; een  opmerking\u{20}
2026-01-06    note @a  | é😀  x
2026-01-07 nota @a |  kan niet worden gelezen
2026-01-08   note @a |   y
";

fn options() -> Value {
    json!({"tabSize": 4, "insertSpaces": false})
}

/// The text after some edits of the document.
fn after(edits: &Value, text: &str) -> String {
    edited(&json!({"changes": {uri(ROOT): edits}}), ROOT, text)
}

fn range_of_lines(first: usize, behind: usize) -> Value {
    json!({"start": {"line": first, "character": 0}, "end": {"line": behind, "character": 0}})
}

fn format_lines(session: &mut Session, first: usize, behind: usize) -> Result<Value, String> {
    let asked = json!({
        "textDocument": {"uri": uri(ROOT)},
        "range": range_of_lines(first, behind),
        "options": options(),
    });
    session.ask("textDocument/rangeFormatting", asked)
}

#[test]
fn each_line_alone_is_laid_out_as_fmt_lays_it_out_and_moves_no_other() {
    let text = MESSY.replace("nota", "note");
    let whole = format_journal(&text);
    let mut session = Session::with_open(&[(ROOT, &text)]);
    let (lines, neat): (Vec<&str>, Vec<&str>) = (text.lines().collect(), whole.lines().collect());
    assert_eq!(lines.len(), neat.len());
    for line in 0..lines.len() {
        let edits = format_lines(&mut session, line, line + 1).expect("edits");
        let mut wanted = lines.clone();
        wanted[line] = neat[line];
        let laid_out = after(&edits, &text);
        assert_eq!(laid_out.lines().collect::<Vec<_>>(), wanted);
        let changed = usize::from(lines[line] != neat[line]);
        assert_eq!(edits.as_array().expect("a list").len(), changed);
    }
    let all = format_lines(&mut session, 0, lines.len()).expect("edits");
    assert_eq!(after(&all, &text), whole);
    session.end();
}

#[test]
fn lines_that_cannot_be_read_hinder_only_their_own_entry() {
    let mut session = Session::with_open(&[(ROOT, MESSY)]);
    let asked = json!({"textDocument": {"uri": uri(ROOT)}, "options": options()});
    let refused = session.ask("textDocument/formatting", asked);
    let words = "some lines cannot be read; the document was left as it is";
    assert_eq!(refused, Err(words.to_owned()));
    let refused = format_lines(&mut session, 10, 12);
    let words = "some of these lines cannot be read; all were left as they are";
    assert_eq!(refused, Err(words.to_owned()));
    let edits = format_lines(&mut session, 12, 13).expect("edits");
    let laid_out = after(&edits, MESSY);
    assert_eq!(laid_out.lines().nth(12), Some("2026-01-08 note @a | y"));
    session.end();
}

#[test]
fn every_sound_journal_is_laid_out_as_fmt_lays_it_out() {
    let mut session = Session::with_open(&[(ROOT, "")]);
    let mut counted = 0;
    for (path, text) in journals::all_text_journals() {
        if !layout_errors(&text).is_empty() {
            continue;
        }
        session.replace(ROOT, &text);
        let asked = json!({"textDocument": {"uri": uri(ROOT)}, "options": options()});
        let edits = session.ask("textDocument/formatting", asked);
        let laid_out = after(&edits.expect("edits"), &text);
        assert_eq!(laid_out, format_journal(&text), "{path}");
        counted += 1;
    }
    assert!(counted > 20, "only {counted} journals");
    session.end();
}

/// What becomes of a text when Enter was pressed where `⏎` stands: `¶` is the new line.
fn enter(session: &mut Session, words: &str) -> String {
    let text = words.replace('⏎', "\n");
    session.replace(ROOT, &text);
    let line = words
        .split('⏎')
        .next()
        .expect("a line")
        .matches('\n')
        .count()
        + 1;
    let asked = json!({
        "textDocument": {"uri": uri(ROOT)},
        "position": {"line": line, "character": 0},
        "ch": "\n",
        "options": options(),
    });
    let edits = session.ask("textDocument/onTypeFormatting", asked);
    let laid_out = after(&edits.expect("edits"), &text);
    laid_out.replace('\n', "¶")
}

#[test]
fn a_line_that_is_ended_is_laid_out_and_a_detail_is_indented() {
    let mut session = Session::with_open(&[(ROOT, "")]);
    let cases = [
        // A declaration has details; most dated entries are one line.
        ("customer   @a⏎", "customer @a¶  "),
        ("customer @a\n  name:A⏎", "customer @a¶  name: A¶  "),
        ("customer @a\n  name: A⏎    ", "customer @a¶  name: A¶  "),
        ("2026-01-05  note @a |  x⏎", "2026-01-05 note @a | x¶"),
        (
            "2026-01-05 phone @a | x\n   reason:admin⏎",
            "2026-01-05 phone @a | x¶  reason: admin¶  ",
        ),
        // An empty line ends the details.
        ("customer @a\n  name: A\n  ⏎", "customer @a¶  name: A¶¶"),
        // A word that goes to the new line stays as it is, and so do the other lines.
        (
            "format  1\n2026-01-05 note @a |  x⏎y",
            "format  1¶2026-01-05 note @a | x¶y",
        ),
        // What cannot be read is left.
        ("2026-01-05  nota @a⏎", "2026-01-05  nota @a¶"),
        ("format  1⏎", "format 1¶"),
        ("⏎", "¶"),
    ];
    for (typed, wanted) in cases {
        assert_eq!(enter(&mut session, typed), wanted, "{typed}");
    }
    session.end();
}
