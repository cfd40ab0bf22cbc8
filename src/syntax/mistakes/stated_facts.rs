//! Whether words say something that a journal has a place for, so that no mend may move them into free text.

use super::dutch_words::is_dutch_clause;
use crate::syntax::clause::Clause;
use crate::syntax::table::Slot;
use crate::text::argument_form::ArgumentForm;

/// Whether words hold a date, an amount, a share, a number or a name, or a word of those that may stand there.
pub fn holds_fact(words: &str, slots: &'static [Slot]) -> bool {
    words.contains(|c: char| c.is_ascii_digit() || "#@€%".contains(c))
        || words.split([' ', '\t']).any(|word| is_word_of(word, slots))
}

fn is_word_of(word: &str, slots: &'static [Slot]) -> bool {
    let small = word.trim_end_matches([':', ',']).to_lowercase();
    let mut clauses = slots
        .iter()
        .filter_map(|slot| slot.clause)
        .map(Clause::word);
    let listed = |slot: &Slot| {
        slot.forms.iter().any(|form| match form {
            ArgumentForm::Word(list) | ArgumentForm::List(list) => list.contains(&small.as_str()),
            _ => false,
        })
    };
    let is_clause = clauses.clone().any(|clause| clause == small);
    is_clause || slots.iter().any(listed) || is_dutch_clause(&small, clauses.by_ref())
}
