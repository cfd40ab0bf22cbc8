//! Every kind of finding, once: its code and name, its page, its fixture.

use crate::diagnostics::fixtures;
use crate::journals::repository_path;
use std::collections::{BTreeMap, BTreeSet};
use tegoed::catalogue;
use tegoed::cli::layouts::read_layout::read_layout;
use tegoed::load::kinds::UNREADABLE_LAYOUT;

#[test]
fn codes_and_names_are_given_out_once() {
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for kind in catalogue::all_kinds() {
        let (letter, number) = kind.code.split_at(1);
        assert!("SDAVRPECIFLX".contains(letter), "{}", kind.code);
        let digits = number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
        assert!(digits, "{}", kind.code);
        let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(kind.name.chars().all(small), "{}", kind.name);
        assert!(codes.insert(kind.code), "{} is given out twice", kind.code);
        assert!(names.insert(kind.name), "{} is given out twice", kind.name);
    }
    assert!(codes.len() > 60, "only {} kinds", codes.len());
}

#[test]
fn a_kind_is_found_by_its_code_and_by_its_name() {
    for kind in catalogue::all_kinds() {
        assert_eq!(catalogue::find_kind(&kind.code.to_lowercase()), Some(kind));
        assert_eq!(catalogue::find_kind(kind.name), Some(kind));
    }
    assert_eq!(catalogue::find_kind("Z999"), None);
}

#[test]
fn every_kind_is_explained_with_an_example() {
    for kind in catalogue::all_kinds() {
        let page = kind.explanation;
        let code = kind.code;
        assert!(page.lines().count() >= 5, "{code}: the page is too short");
        assert!(
            page.contains("```text\n"),
            "{code}: the page has no example"
        );
        let fences = page.lines().filter(|line| line.starts_with("```")).count();
        assert!(fences % 2 == 0, "{code}: an example has no end");
    }
}

#[test]
fn every_kind_has_a_fixture_that_yields_it() {
    let mut fixtures: BTreeMap<String, _> = fixtures().into_iter().collect();
    for kind in catalogue::all_kinds() {
        let stem = format!("{}-{}", kind.code.to_lowercase(), kind.name);
        // What is wrong with a layout stands in the layout.
        if kind == &UNREADABLE_LAYOUT {
            let path = repository_path(&format!("tests/diagnostics/{stem}.toml"));
            let text = std::fs::read_to_string(path).expect("a layout");
            assert_eq!(read_layout("office", &text).unwrap_err().kind, kind);
            continue;
        }
        let outcome = fixtures
            .remove(&stem)
            .unwrap_or_else(|| panic!("tests/diagnostics/{stem}.tegoed is missing"));
        let mut found = outcome.findings.diagnostics.iter();
        assert!(
            found.any(|found| found.kind == kind),
            "{stem} does not yield it"
        );
    }
    let left: Vec<&String> = fixtures.keys().collect();
    assert!(left.is_empty(), "fixtures of no kind: {left:?}");
}

#[test]
fn a_fixture_of_an_error_yields_no_other_error() {
    for (stem, outcome) in fixtures() {
        let code = stem.split('-').next().unwrap().to_uppercase();
        let other = crate::journals::error_findings(&outcome).find(|found| found.kind.code != code);
        let other = other.map(|found| {
            format!(
                "{} {}",
                found.kind.code,
                crate::journals::finding_message(found)
            )
        });
        assert_eq!(other, None, "{stem}");
    }
}

#[test]
fn the_example_of_every_keyword_can_be_read() {
    for directive in tegoed::syntax::directive::DIRECTIVES {
        let text = tegoed::syntax::keyword_page::example(directive);
        let files = crate::journals::MemoryFiles::single(&text);
        let outcome = crate::journals::run_checks("main.tegoed", &files);
        let wrong: Vec<&str> = outcome
            .findings
            .diagnostics
            .iter()
            .map(|found| found.kind.code)
            .filter(|code| code.starts_with('S') && *code != "S009")
            .collect();
        assert!(wrong.is_empty(), "{text}{wrong:?}");
    }
}
