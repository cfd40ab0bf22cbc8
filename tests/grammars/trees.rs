//! The trees of tree-sitter: quick, whole around a line that is wrong, and with queries that editors know.

use super::three_readings::{first_wrong_node, tree_of};
use crate::journals;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;
use std::time::{Duration, Instant};
use tree_sitter::{Language, Node, Query, Tree};

fn language() -> Language {
    tree_sitter_tegoed::LANGUAGE.into()
}

#[test]
fn editors_of_the_last_years_load_the_parser() {
    // Neovim 0.7 takes 13 and 14, and newer editors take both.
    assert_eq!(language().abi_version(), 14);
}

/// Names of captures that Neovim, Helix or the command line of tree-sitter document.
const CAPTURES: [&str; 25] = [
    "class.inner",
    "class.outer",
    "comment",
    "comment.outer",
    "constant",
    "constant.builtin",
    "error",
    "fold",
    "function.outer",
    "injection.content",
    "keyword",
    "keyword.exception",
    "keyword.operator",
    "label",
    "markup.heading",
    "number",
    "number.inner",
    "parameter.inner",
    "property",
    "punctuation.delimiter",
    "punctuation.special",
    "string",
    "string.special",
    "string.special.path",
    "string.special.symbol",
];

#[test]
fn every_query_compiles_and_captures_what_themes_know() {
    let mut used: BTreeSet<String> = BTreeSet::from(["type".to_owned()]);
    for text in [
        tree_sitter_tegoed::HIGHLIGHTS_QUERY,
        tree_sitter_tegoed::FOLDS_QUERY,
        tree_sitter_tegoed::INJECTIONS_QUERY,
        tree_sitter_tegoed::TEXT_OBJECTS_QUERY,
    ] {
        let query = Query::new(&language(), text).expect("a query of this language");
        used.extend(query.capture_names().iter().map(|name| (*name).to_owned()));
    }
    let known = CAPTURES.into_iter().chain(["type"]).map(str::to_owned);
    assert_eq!(used, known.collect());
}

fn entry_ranges(node: Node<'_>, found: &mut BTreeSet<(usize, usize)>) {
    if node.kind() == "entry" {
        found.insert((node.start_byte(), node.end_byte()));
        return;
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        entry_ranges(child, found);
    }
}

fn entries(tree: &Tree) -> BTreeSet<(usize, usize)> {
    let mut found = BTreeSet::new();
    entry_ranges(tree.root_node(), &mut found);
    found
}

/// The lines of a text with their places.
fn lines_of(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        start..at
    });
    lines.collect()
}

/// Headers that are wrong in several ways; each begins an entry, so that those around it stay as they were.
const WRONG_LINES: [&str; 6] = [
    "garbage ##\n",
    "2026-01-05\n",
    "2026-01-05 invoice #1 @\n",
    "2026-01-05 promise #1 by\n",
    "2026-01-05 payment #1 10.00\t| x\n",
    "customer\n",
];

#[test]
fn a_wrong_line_costs_the_entry_it_stands_in() {
    let (mut lost, mut tried) = (0, 0);
    let mut worst = String::new();
    for (name, text) in journals::all_text_journals() {
        if !name.starts_with("examples/") || text.len() > 6_000 {
            continue;
        }
        let sound = entries(&tree_of(&text));
        for line in lines_of(&text) {
            for garbage in WRONG_LINES {
                let broken = format!("{}{garbage}{}", &text[..line.start], &text[line.end..]);
                let after = entries(&tree_of(&broken));
                let moved = |at: usize| at + garbage.len() - line.len();
                let expected = sound
                    .iter()
                    .filter(|(start, end)| *end <= line.start || *start >= line.end);
                let missing = expected.filter(|(start, end)| {
                    let here = if *start >= line.end {
                        (moved(*start), moved(*end))
                    } else {
                        (*start, *end)
                    };
                    !after.contains(&here)
                });
                let missing = missing.count();
                if missing > lost.min(1) && worst.len() < 2_000 {
                    let _ = writeln!(
                        worst,
                        "{name}: {missing} lost by {garbage:?} for {:?}",
                        &text[line.clone()]
                    );
                }
                lost += missing;
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "only {tried} lines");
    assert!(lost == 0, "{lost} entries lost by {tried} lines\n{worst}");
}

#[test]
fn a_year_is_read_quickly_and_without_a_fault() {
    let mut year = String::new();
    for (name, text) in journals::all_text_journals() {
        if name.starts_with("examples/06") || name.starts_with("examples/09") {
            year.push_str(&text);
        }
    }
    assert_eq!(first_wrong_node(tree_of(&year).root_node(), &year), None);
    let many = year.repeat(400_000 / year.len() + 1);
    let start = Instant::now();
    let tree = tree_of(&many);
    let took = start.elapsed();
    assert!(!tree.root_node().has_error());
    eprintln!("{} bytes in {took:?}", many.len());
    assert!(
        took < Duration::from_secs(10),
        "{} bytes in {took:?}",
        many.len()
    );
}
