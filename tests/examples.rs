//! The examples are what they promise: sound, complete, and read the way their comments say.

use crate::journals::{MemoryFiles, finding_message, journals_below, repository_path};
use std::path::Path;
use tegoed::pipeline::Outcome;
use tegoed::syntax::directive::{COMMON_KEYS, DIRECTIVES, EFFORT_KEYS};
use tegoed::text::diagnostic::Severity;

fn read_example(files: &MemoryFiles, root: &Path) -> Outcome {
    crate::journals::run_checks(&root.display().to_string(), files)
}

/// The root files among the examples: those that say on which day to read them.
fn example_roots() -> Vec<String> {
    journals_below("examples")
        .into_iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("; as of "))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_example_is_sound() {
    let examples = MemoryFiles::from_folder(&repository_path("examples"));
    let roots = example_roots();
    assert!(roots.len() >= 15, "found {} examples", roots.len());
    for name in roots {
        let path = name.strip_prefix("examples/").expect("below examples");
        let outcome = read_example(&examples, Path::new(path));
        let wrong: Vec<String> = outcome
            .findings
            .diagnostics
            .iter()
            .filter(|found| found.kind.severity <= Severity::Warning)
            // Nobody keeps the documents that examples name.
            .filter(|found| found.kind.code != "I006")
            // The vector is about this very warning.
            .filter(|found| !(name.contains("s2-07") && found.kind.code == "D011"))
            .map(|found| format!("{} {}", found.kind.code, finding_message(found)))
            .collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
}

#[test]
fn the_year_of_a_small_firm_uses_the_whole_language() {
    let year: String = journals_below("examples")
        .into_iter()
        .filter(|(name, _)| name.contains("06-small-firm-one-year"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("examples are UTF-8"))
        .collect();
    let dated = year
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    assert!(
        dated.clone().count() >= 150,
        "{} dated entries",
        dated.count()
    );
    let uses = |directive: &str| {
        year.lines().any(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.first() == Some(&directive) || words.get(1) == Some(&directive)
        })
    };
    for directive in DIRECTIVES {
        assert!(
            uses(directive.word()),
            "no `{}` in the year",
            directive.word()
        );
        for key in directive
            .keys
            .iter()
            .chain(&COMMON_KEYS)
            .chain(&EFFORT_KEYS)
        {
            let written = format!("\n  {}: ", key.word());
            assert!(year.contains(&written), "no `{}:` in the year", key.word());
        }
    }
}

const THREE_AMOUNTS: &str = "\
customer @a
2026-01-01 invoice #1 @a 1.000 due 2026-02-01 | thousand
2026-01-01 invoice #2 @a 1.234,56 due 2026-02-01 | mixed
2026-01-01 invoice #3 @a 1.500 due 2026-02-01 | fifteen hundred
";

#[test]
fn three_amounts_that_others_add_up_wrongly_are_three_findings() {
    let journal = MemoryFiles::single(format!("format 1\n{THREE_AMOUNTS}"));
    let outcome = read_example(&journal, Path::new("main.tegoed"));
    let found = outcome.findings.diagnostics.iter();
    let errors = found.filter(|found| found.kind.severity == Severity::Error);
    let codes: Vec<&str> = errors.map(|found| found.kind.code).collect();
    assert_eq!(codes, ["A001", "A002", "A001"]);
}

#[test]
fn three_amounts_add_up_once_the_mark_is_declared() {
    let journal = MemoryFiles::single(format!("format 1\n{THREE_AMOUNTS}decimal-mark ,\n"));
    let outcome = read_example(&journal, Path::new("main.tegoed"));
    assert!(!outcome.findings.has_at_least(Severity::Error));
    let open: i64 = outcome
        .ledger
        .items
        .iter()
        .map(|(_, item)| item.open.0)
        .sum();
    assert_eq!(open, 373_456);
}

/// What a newcomer tries first has nothing to tell but what the page says of it.
#[test]
fn the_journals_of_the_page_for_newcomers_are_clean() {
    let examples = MemoryFiles::from_folder(&repository_path("examples"));
    for (name, told) in [
        ("07-promise-plan-credit.tegoed", &[][..]),
        ("08-first-journal.tegoed", &["E007"]),
    ] {
        let outcome = read_example(&examples, Path::new(name));
        let found = outcome.findings.diagnostics.iter();
        let found: Vec<&str> = found.map(|found| found.kind.code).collect();
        assert_eq!(found, told, "{name}");
    }
}

#[test]
fn the_page_for_newcomers_shows_the_journal_that_its_report_is_of() {
    let page = std::fs::read_to_string(repository_path("README.md")).expect("README.md");
    let shown = page.split("```tegoed\n").nth(1).expect("a journal");
    let shown = shown.split("```").next().unwrap_or_default();
    let path = repository_path("examples/08-first-journal.tegoed");
    let example = std::fs::read_to_string(path).expect("the example");
    let (_, entries) = example.split_once("\n\n").expect("a comment above it");
    assert_eq!(shown, entries);
}
