//! The trees of tree-sitter: quick, without a fault in sound journals, and with queries that editors know.

use super::three_readings::{first_wrong_node, tree_of};
use crate::journals;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use tree_sitter::{Language, Query};

fn language() -> Language {
    tree_sitter_tegoed::LANGUAGE.into()
}

#[test]
fn editors_of_the_last_years_load_the_parser() {
    // Neovim 0.7 takes 13 and 14, and newer editors take both.
    assert_eq!(language().abi_version(), 14);
}

/// Names of captures that Neovim, Helix or the command line of tree-sitter document.
const CAPTURES: [&str; 24] = [
    "class.inner",
    "class.outer",
    "comment",
    "comment.outer",
    "constant",
    "constant.builtin",
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

#[test]
fn a_year_is_read_quickly_and_without_a_fault() {
    let mut year = String::new();
    for (name, text) in journals::all_text_journals() {
        if name.starts_with("examples/06") || name.starts_with("examples/09") {
            year.push_str(&text);
        }
    }
    assert_eq!(first_wrong_node(tree_of(&year).root_node(), &year), None);
    let many = year.repeat(2_000_000 / year.len() + 1);
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
