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

/// Whether words say something: two words always do, one unless it fits any invoice.
///
/// ```
/// use tegoed::journal::description::tells;
/// assert!(tells("Stairs") && tells("work on the roof"));
/// assert!(!tells("Werkzaamheden") && !tells(""));
/// ```
pub fn tells(words: &str) -> bool {
    let empty = || {
        EMPTY_WORDS
            .iter()
            .any(|word| words.eq_ignore_ascii_case(word))
    };
    !words.is_empty() && (words.contains(' ') || !empty())
}
