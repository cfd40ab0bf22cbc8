//! The meanings of template variables in Dutch.

/// Each meaning in English, with the Dutch one on the line below it.
const MEANINGS: &str = include_str!("meanings.txt");

/// The Dutch meaning for an English one; the English one itself where there is none.
pub fn translate_meaning(english: &'static str) -> &'static str {
    let mut lines = MEANINGS.lines();
    lines
        .find(|line| *line == english)
        .and_then(|_| lines.next())
        .map_or(english, str::trim)
}
