//! One corpus for the parser of the program, the one of tree-sitter and the written page: they take and refuse the same,
//! and see the same in it.

use super::made_journal::{Chance, damaged, made_journal};
use super::three_readings::{difference, parser_reading};
use crate::journals;
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use std::collections::BTreeSet;
use tegoed::syntax::detail::known_keys;
use tegoed::syntax::directive::DIRECTIVES;

/// So many journals are compared at least; a folder that moved would else compare none.
const LEAST_CASES: usize = 700;

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[test]
fn every_journal_is_read_alike() {
    let corpus = journals::all_text_journals();
    assert!(corpus.len() >= LEAST_CASES, "only {}", corpus.len());
    let mut wrong = Vec::new();
    let (mut sound, mut faulty) = (0, 0);
    for (name, text) in &corpus {
        let text = without_mark(text);
        wrong.extend(difference(text).map(|found| format!("{name}\n{found}")));
        if parser_reading(text).faults.is_empty() {
            sound += 1;
        } else {
            faulty += 1;
        }
    }
    assert!(
        sound > 400 && faulty > 100,
        "{sound} sound, {faulty} faulty"
    );
    assert!(
        wrong.is_empty(),
        "{} of {} journals:\n{}",
        wrong.len(),
        corpus.len(),
        wrong[..wrong.len().min(40)].join("\n\n")
    );
}

#[test]
fn made_journals_hold_every_keyword_and_every_key() {
    let (mut words, mut keys) = (BTreeSet::new(), BTreeSet::new());
    for seed in 0..4000 {
        let text = made_journal(&mut Chance::new(seed));
        for line in text.lines() {
            let mut parts = line.split([' ', ':']).filter(|it| !it.is_empty());
            let first = parts.next().unwrap_or_default().trim_start().to_owned();
            if line.starts_with([' ', '\t']) {
                keys.insert(first);
            } else {
                words.extend([first, parts.next().unwrap_or_default().to_owned()]);
            }
        }
    }
    for directive in DIRECTIVES {
        assert!(words.contains(directive.word()), "{}", directive.word());
        for key in known_keys(directive) {
            assert!(keys.contains(key.word()), "{}", key.word());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn made_journals_are_sound_and_read_alike(seed in any::<u64>()) {
        let text = made_journal(&mut Chance::new(seed));
        let found = difference(&text);
        prop_assert!(found.is_none(), "{text}\n{}", found.unwrap_or_default());
        let faults = parser_reading(&text).faults;
        prop_assert!(faults.is_empty(), "{text}\n{faults:?}");
    }

    #[test]
    fn a_journal_with_one_mistake_is_read_alike(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let sound = made_journal(&mut chance);
        for _ in 0..4 {
            let text = damaged(&sound, &mut chance);
            let found = difference(&text);
            prop_assert!(found.is_none(), "{text}\n{}", found.unwrap_or_default());
        }
    }
}
