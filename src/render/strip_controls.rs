//! Words for paper and mail: what would turn the words around it, or end a line unseen, is gone.

use std::borrow::Cow;

/// The words without characters that steer: controls other than the line end, and those that turn what follows
/// and need not end where the words do. What joins letters and emoji, and what isolates, stays.
///
/// ```
/// use tegoed::render::strip_controls::strip_controls;
/// assert_eq!(strip_controls("De \u{202e}Linde\u{7}\r\nAmsterdam\u{2028}NL"), "De Linde\nAmsterdam\nNL");
/// assert_eq!(strip_controls("👩\u{200d}💻"), "👩\u{200d}💻");
/// ```
pub fn strip_controls(words: &str) -> Cow<'_, str> {
    if words
        .chars()
        .all(|sign| replace_control(sign) == Some(sign))
    {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().filter_map(replace_control).collect())
}

/// What stands for a character: itself, a line end, a blank, or nothing.
fn replace_control(sign: char) -> Option<char> {
    match sign {
        '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // What turns the words behind it, old ways to shape digits, notes between lines, and what is no character.
        '\u{202a}'..='\u{202e}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fffe}'
        | '\u{ffff}' => None,
        _ => (!sign.is_control()).then_some(sign),
    }
}
