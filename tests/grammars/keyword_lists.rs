//! The words in the grammars that are written by hand are those of the parser.

use super::three_readings::{first_wrong_node, tree_of};
use crate::journals::repository_path;
use std::collections::BTreeSet;
use std::fs;
use tegoed::syntax::clause::Clause;
use tegoed::syntax::directive::{COMMON_KEYS, DIRECTIVES, EFFORT_KEYS};
use tegoed::syntax::duration::{DATE_UNITS, TIME_UNITS};
use tegoed::syntax::table::KeyValue;

type Words = BTreeSet<String>;

/// Grammars that hold lists of words.
const GRAMMARS: [&str; 4] = [
    "grammar/textmate/tegoed.tmLanguage.json",
    "grammar/vim/syntax/tegoed.vim",
    "grammar/emacs/tegoed-mode.el",
    "grammar/kakoune/tegoed.kak",
];

/// The lists that a grammar has, by what they are.
fn expected_lists() -> Vec<(&'static str, Words)> {
    let words = |dated: bool| -> Words {
        let these = DIRECTIVES.iter().filter(|it| it.kind.is_dated() == dated);
        these.map(|it| it.word().to_owned()).collect()
    };
    let keys = || {
        let shared = COMMON_KEYS.iter().chain(&EFFORT_KEYS);
        DIRECTIVES.iter().flat_map(|it| it.keys).chain(shared)
    };
    let text = keys().filter(|key| matches!(key.value, KeyValue::Text));
    let text: Words = text.map(|key| key.word().to_owned()).collect();
    let others = keys().map(|key| key.word().to_owned());
    let units = DATE_UNITS.iter().chain(&TIME_UNITS);
    vec![
        ("keywords without a date", words(false)),
        ("keywords behind a date", words(true)),
        (
            "keys of arguments",
            others.filter(|key| !text.contains(key)).collect(),
        ),
        ("keys of text", text),
        (
            "clause words",
            Clause::ALL.iter().map(|it| it.word().to_owned()).collect(),
        ),
        ("words of closed lists", super::words::list_words()),
        (
            "units",
            units
                .flat_map(|unit| unit.0)
                .map(|it| (*it).to_owned())
                .collect(),
        ),
    ]
}

/// Every list of words in a file: `a|b`, `"a" "b"`, `a b` with line ends and continuation signs between.
fn lists_in(text: &str) -> Vec<Words> {
    let text = text.replace("\\|", "|");
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let with_bars = text.split(|c: char| !is_word(c) && c != '|');
    let with_bars = with_bars.filter(|part| part.contains('|'));
    let mut found: Vec<Words> = with_bars
        .map(|part| part.split('|').map(str::to_owned).collect())
        .collect();
    // Emacs: between quote and parenthesis. Vim: behind `syn keyword group options`, to the next command.
    let emacs = text.split("'(").skip(1).filter_map(|it| it.split_once(')'));
    let vim = text
        .split("\nsyn ")
        .filter_map(|it| it.strip_prefix("keyword "));
    let vim = vim.filter_map(|it| it.split_once('\n'));
    let lists = emacs.map(|it| it.0).chain(vim.map(|it| it.1));
    found.extend(lists.map(|list| {
        let words = list.split(|c: char| !is_word(c));
        words
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    }));
    found
}

#[test]
fn every_grammar_has_the_words_of_the_parser_and_no_others() {
    let mut wrong = Vec::new();
    for path in GRAMMARS {
        let lists = lists_in(&fs::read_to_string(repository_path(path)).unwrap());
        for (what, expected) in expected_lists() {
            if lists.contains(&expected) {
                continue;
            }
            let common = |list: &&Words| list.intersection(&expected).count();
            let near = lists.iter().max_by_key(common).cloned().unwrap_or_default();
            let missing: Vec<&String> = expected.difference(&near).collect();
            let more: Vec<&String> = near.difference(&expected).collect();
            wrong.push(format!(
                "{path}: {what}: without {missing:?}, with {more:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dutch_words_are_no_keywords_of_the_parser_that_tree_sitter_wrote() {
    let mut count = 0;
    for directive in DIRECTIVES {
        for word in directive.dutch {
            // Some Dutch words are English ones too.
            if DIRECTIVES.iter().any(|it| it.word() == *word) {
                continue;
            }
            let day = if directive.kind.is_dated() {
                "2026-01-05 "
            } else {
                ""
            };
            let line = format!("{day}{word}\n");
            let wrong = first_wrong_node(tree_of(&line).root_node(), &line);
            assert!(wrong.is_some(), "{line}");
            count += 1;
        }
    }
    assert!(count > 100, "only {count} words");
}
