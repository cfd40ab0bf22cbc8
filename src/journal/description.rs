//! Whether the words of an invoice say what was delivered.

/// Words that say nothing by themselves.
const EMPTY_WORDS: [&str; 14] = [
    "werk",
    "werkzaamheden",
    "dienst",
    "diensten",
    "advies",
    "uren",
    "divers",
    "diversen",
    "factuur",
    "work",
    "services",
    "hours",
    "invoice",
    "misc",
];

/// Longer words are not looked up: most say something.
const LONGEST: usize = 13;

/// Whether words say something: one word does not where it fits any invoice.
///
/// ```
/// use tegoed::journal::description::is_meaningful;
/// assert!(is_meaningful("Stairs") && is_meaningful("work on the roof"));
/// assert!(!is_meaningful("Werkzaamheden") && !is_meaningful(""));
/// ```
pub fn is_meaningful(words: &str) -> bool {
    let empty = || {
        EMPTY_WORDS
            .iter()
            .any(|word| words.eq_ignore_ascii_case(word))
    };
    words.len() > LONGEST || !words.is_empty() && !empty()
}

#[cfg(test)]
mod tests {
    use super::{EMPTY_WORDS, LONGEST};

    #[test]
    fn no_word_is_too_long_to_be_looked_up() {
        assert!(EMPTY_WORDS.iter().all(|word| word.len() <= LONGEST));
    }
}
