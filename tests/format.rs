//! The one layout moves blanks and changes no word.

use crate::journals::{self, MemoryFiles, RecordedEntry};
use proptest::prelude::{
    ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, proptest,
};
use tegoed::format::{format_journal, has_same_words, layout_errors};
use tegoed::syntax::dialect::Dialect;
use tegoed::syntax::entry::SourceText;
use tegoed::syntax::lines::{SourceLineKind, lines};

/// Every journal of the repository that can be laid out.
fn journals_to_lay_out() -> Vec<(String, String)> {
    let mut found = journals::all_text_journals();
    found.retain(|(_, text)| layout_errors(text).is_empty());
    assert!(found.len() > 100, "the journals are gone");
    found
}

#[test]
fn formatting_moves_blanks_only() {
    for (name, text) in journals_to_lay_out() {
        assert!(has_same_words(&text, &format_journal(&text)), "{name}");
    }
}

#[test]
fn formatting_twice_is_formatting_once() {
    for (name, text) in journals_to_lay_out() {
        let once = format_journal(&text);
        assert_eq!(format_journal(&once), once, "{name}");
        assert!(layout_errors(&once).is_empty(), "{name}");
    }
}

#[test]
fn formatting_keeps_what_is_meant() {
    for (name, text) in journals_to_lay_out() {
        let before = without_blanks(journals::record_entries(&text, Dialect::default()).0);
        let after =
            without_blanks(journals::record_entries(&format_journal(&text), Dialect::default()).0);
        assert_eq!(before, after, "{name}");
    }
}

/// Arguments stay themselves; the blanks between them, and in front of a text, are layout.
fn without_blanks(mut said: Vec<RecordedEntry>) -> Vec<RecordedEntry> {
    for detail in said.iter_mut().flat_map(|said| &mut said.details) {
        if !detail.words.is_empty() {
            let words: Vec<&str> = detail.value.split_whitespace().collect();
            detail.value = words.join(" ");
        }
        for (_, _, letters) in &mut detail.words {
            letters.retain(|c| c != ' ');
        }
    }
    for (_, _, letters) in said.iter_mut().flat_map(|said| &mut said.header) {
        letters.retain(|c| c != ' ');
    }
    said
}

#[test]
fn formatting_keeps_every_line_and_its_end() {
    for (name, text) in journals_to_lay_out() {
        let laid_out = format_journal(&text);
        assert_eq!(
            text.starts_with('\u{feff}'),
            laid_out.starts_with('\u{feff}'),
            "{name}"
        );
        let ends = |text: &str| -> Vec<bool> {
            let lines = text.split_inclusive('\n');
            lines.map(|line| line.ends_with("\r\n")).collect()
        };
        let (mut before, after) = (ends(&text), ends(&laid_out));
        if !text.ends_with('\n') {
            // Only the last line gets an end that it had not, like the others.
            before.pop();
            before.extend(after.last());
        }
        assert_eq!(before, after, "{name}");
        assert!(text.is_empty() || laid_out.ends_with('\n'), "{name}");
    }
}

#[test]
fn the_examples_are_laid_out() {
    for (name, text) in journals::journals_below("examples") {
        let text = String::from_utf8(text).unwrap();
        assert!(
            format_journal(&text) == text,
            "{name}: `tegoed fmt` would change it"
        );
    }
}

#[test]
fn line_ends_and_the_mark_at_the_start_stay() {
    let text = "format  1\r\n\r\ncustomer  @x\r\n name:X";
    assert_eq!(
        format_journal(text),
        "format 1\r\n\r\ncustomer @x\r\n  name: X\r\n"
    );
    let marked = format!("\u{feff}{text}");
    assert!(format_journal(&marked).starts_with("\u{feff}format 1\r\n"));
    assert_eq!(format_journal(""), "");
}

#[test]
fn what_cannot_be_read_is_refused() {
    for text in [
        "garbage ##\n",
        "  orphan: 1\n",
        "<<<<<<< ours\n",
        "2026-01-05 invoice #1 ; hm\n",
    ] {
        assert!(!layout_errors(text).is_empty(), "{text:?}");
    }
}

/// What each line of a text is.
fn line_kinds(text: &str) -> Vec<SourceLineKind> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    lines(SourceText { str: text, base: 0 })
        .map(|line| line.kind)
        .collect()
}

#[test]
fn a_heading_of_blanks_stays_a_heading() {
    let text = "format 1\n# \n##   \t\n###\n#  Februari  \n\n2026-02-05 note | x\n";
    assert!(layout_errors(text).is_empty());
    let laid_out = format_journal(text);
    assert!(laid_out.starts_with("format 1\n#\n##\n###\n#  Februari\n"));
    assert_eq!(line_kinds(text), line_kinds(&laid_out));
    assert!(layout_errors(&laid_out).is_empty());
}

/// Lines put together from what lines begin with, hold and end in.
fn odd_text_strategy() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "#",
        "##",
        " ",
        "  ",
        "\t",
        ";",
        "|",
        ">",
        ":",
        "x-a:",
        "name:",
        "address:",
        "due:",
        "for:",
        "@x",
        "#1",
        "10.00",
        "note",
        "customer",
        "2026-01-05",
        "2026-01-05 note",
        "invoice",
        "payment",
        "format 1",
        "policy",
        "stage: reminder",
        "\n",
        "\n",
        "\n  ",
        "\r\n",
        "\u{a0}",
        "\u{feff}",
        "\u{2028}",
        "\u{c}",
        "\r",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

/// Puts blanks where a person may put them: between words, at the ends of lines, in the indentation.
fn scatter_blanks(text: &str, blanks: &[u8]) -> String {
    let mut blanks = blanks.iter().cycle();
    let mut more = || " ".repeat(usize::from(blanks.next().unwrap() % 4));
    let mut scattered = String::new();
    for line in text.split_inclusive('\n') {
        let letters = line.trim_end_matches(['\r', '\n']);
        let end = &line[letters.len()..];
        let words = letters.trim_start_matches([' ', '\t']);
        if letters.starts_with('\u{feff}') {
            scattered.push('\u{feff}');
        }
        let indent = if words.len() < letters.len() {
            format!(" {}", more())
        } else {
            String::new()
        };
        scattered.push_str(&indent);
        scattered.push_str(&widen_gaps(words, &mut more));
        scattered.push_str(&more());
        scattered.push_str(end);
    }
    scattered
}

/// Free text keeps its blanks; before it, each gap may be wider.
fn widen_gaps(words: &str, more: &mut impl FnMut() -> String) -> String {
    let words = words.trim_start_matches('\u{feff}');
    let free = words.starts_with([';', '#', '>'])
        || words.starts_with("include")
        || tegoed::syntax::lines::find_bar(words).is_some();
    let has_free_value = words.split_once(':').is_some_and(|(key, _)| {
        let closed = [
            "item",
            "less",
            "due",
            "for",
            "stage",
            "terms",
            "discount",
            "vat",
            "delivered",
        ];
        !key.contains(' ') && !closed.contains(&key)
    });
    if free || has_free_value {
        return words.to_owned();
    }
    let gaps = words.split(' ').filter(|word| !word.is_empty());
    let mut spread = String::new();
    for (place, word) in gaps.enumerate() {
        if place > 0 {
            spread.push(' ');
            spread.push_str(&more());
        }
        spread.push_str(word);
    }
    spread
}

fn example_strategy() -> impl Strategy<Value = (String, String)> {
    prop::sample::select(journals_to_lay_out())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blanks_make_no_difference((name, text) in example_strategy(), blanks in prop::collection::vec(any::<u8>(), 7..30)) {
        let scattered = scatter_blanks(&text, &blanks);
        prop_assert_eq!(format_journal(&scattered), format_journal(&text), "{}", name);
    }

    #[test]
    fn what_can_be_read_can_be_read_once_laid_out(text in odd_text_strategy()) {
        if layout_errors(&text).is_empty() {
            let once = format_journal(&text);
            prop_assert_eq!(line_kinds(&text), line_kinds(&once), "{:?} {:?}", &text, &once);
            prop_assert!(layout_errors(&once).is_empty(), "{:?} {:?}", &text, &once);
            prop_assert!(has_same_words(&text, &once));
            prop_assert_eq!(&format_journal(&once), &once);
        }
    }

    #[test]
    fn any_text_is_laid_out_without_a_stop(text in "\\PC{0,200}") {
        let laid_out = format_journal(&text);
        let _findings = journals::run_checks("main.tegoed", &MemoryFiles::single(&laid_out));
    }
}
