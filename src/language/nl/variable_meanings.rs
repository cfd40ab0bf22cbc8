//! Wat variabelen van sjablonen betekenen, in het Nederlands.

/// A meaning in English, and below it in Dutch.
const MEANINGS: &str = include_str!("meanings.txt");

/// The Dutch of a meaning; the meaning itself where there is none.
pub fn translate_meaning(english: &'static str) -> &'static str {
    let mut lines = MEANINGS.lines();
    lines
        .find(|line| *line == english)
        .and_then(|_| lines.next())
        .map_or(english, str::trim)
}
