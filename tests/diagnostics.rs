//! What a person sees: one fixture a kind of finding, drawn as `check` draws it. Reviewing wording means reading
//! the snapshots.

use crate::journals::{self, MemoryFiles};
use std::fmt::Write;
use std::path::Path;
use tegoed::cli::emit::finding_printer::FindingPrinter;
use tegoed::language::message_text::message_text;
use tegoed::pipeline::Outcome;
use tegoed::render::medium::TerminalStyle;
use tegoed::text::problem::Wanted;
use tegoed::text::quotation::shorten_middle;

/// The fixtures, each with its name without ending and what was found in it.
pub fn fixtures() -> Vec<(String, Outcome)> {
    let files = MemoryFiles::from_folder(&journals::repository_path("tests/diagnostics"));
    let roots = files.0.keys().filter(|path| {
        let is_journal = path.extension().is_some_and(|end| end == "tegoed");
        is_journal && path.parent() == Some(Path::new(""))
    });
    let read = roots.map(|path| {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        (stem, journals::run_checks(&path.to_string_lossy(), &files))
    });
    read.collect()
}

#[test]
fn every_finding_reads_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/diagnostics");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (stem, outcome) in fixtures() {
            insta::assert_snapshot!(stem.as_str(), draw_findings(&outcome));
        }
    });
}

/// Findings as `check` draws them.
pub fn draw_findings(outcome: &Outcome) -> String {
    let drawing = FindingPrinter::new(&outcome.sources, TerminalStyle::Plain, Some(110));
    let mut words = String::new();
    for found in &outcome.findings.diagnostics {
        drawing.write_finding(found, &mut words);
        words.push('\n');
    }
    if outcome.findings.suppressed > 0 {
        let withheld = outcome.findings.suppressed;
        writeln!(words, "withheld: {withheld}").unwrap();
    }
    words
}

/// Of a long word only the ends are held; the message is the one that the whole word would make.
#[test]
fn a_long_word_is_quoted_as_if_it_were_held_whole() {
    for letter in ["x", "é", "€"] {
        for length in (0..2_000).step_by(7) {
            let word = letter.repeat(length) + "tail";
            let message = Wanted::Keyword.but_found_word(&word).into();
            let whole = format!("expected a keyword, found `{word}`");
            assert_eq!(
                message_text(&message),
                shorten_middle(whole),
                "{length} times {letter}"
            );
        }
    }
}

/// The house style of messages (one line, lower case, no full stop, what was expected first).
#[test]
fn messages_say_what_was_expected_and_what_was_found() {
    for (stem, outcome) in fixtures() {
        for found in &outcome.findings.diagnostics {
            let message = journals::finding_message(found);
            assert!(!message.contains('\n'), "{stem}: {message}");
            assert!(
                !message.ends_with('.') || message.ends_with("…"),
                "{stem}: {message}"
            );
            assert!(
                !message.starts_with(char::is_uppercase),
                "{stem}: {message}"
            );
            for word in ["invalid", "illegal", "failed to"] {
                assert!(!message.contains(word), "{stem}: {message}");
            }
        }
    }
}
